/// What a worker is told, a line each.
package enum WorkerOrder: Equatable, Sendable {
  /// First of all.
  case limits(ServingLimits, longAtOnce: Int)
  case lesson(path: String, text: String)
  case prepare(version: String)
  case step(Int, StepRequest)
  case complete(Int, version: String, step: String, lines: [String], text: String, place: Int)
  case help(Int, String)
  case stop(Int)

  package var line: String { Fields.line(fields) }

  private var fields: [String] {
    switch self {
    case .limits(let limits, let longAtOnce): ["limits", String(longAtOnce)] + limits.fields
    case .lesson(let path, let text): ["lesson", path, text]
    case .prepare(let version): ["prepare", version]
    case .step(let number, let request):
      [
        "step", String(number), request.version, request.step, request.action.rawValue, request.text,
        request.outcome?.text ?? "", String(request.hintsShown),
      ] + request.lines
    case .complete(let number, let version, let step, let lines, let text, let place):
      ["complete", String(number), version, step, text, String(place)] + lines
    case .help(let number, let word): ["help", String(number), word]
    case .stop(let number): ["stop", String(number)]
    }
  }

  /// Nil where a line is none.
  package init?(line: String) {
    let fields = Fields.read(line)
    let number = fields.count > 1 ? Int(fields[1]) : nil
    switch (fields[0], fields.count, number) {
    case ("limits", 3..., let longAtOnce?):
      guard let limits = ServingLimits(fields: fields.dropFirst(2)) else { return nil }
      self = .limits(limits, longAtOnce: longAtOnce)
    case ("lesson", 3, _): self = .lesson(path: fields[1], text: fields[2])
    case ("prepare", 2, _): self = .prepare(version: fields[1])
    case ("step", 8..., let number?):
      let outcome = LessonRecord.Outcome(text: fields[6])
      guard let action = StepAction(rawValue: fields[4]), let hints = Int(fields[7]),
        fields[6].isEmpty || outcome != nil
      else { return nil }
      self = .step(
        number,
        StepRequest(
          version: fields[2], step: fields[3], lines: Array(fields[8...]), action: action, text: fields[5],
          outcome: outcome, hintsShown: hints))
    case ("complete", 6..., let number?):
      guard let place = Int(fields[5]) else { return nil }
      self = .complete(
        number, version: fields[2], step: fields[3], lines: Array(fields[6...]), text: fields[4], place: place)
    case ("help", 3, let number?): self = .help(number, fields[2])
    case ("stop", 2, let number?): self = .stop(number)
    default: return nil
    }
  }
}

/// What a worker says, a line each. A last field tells that the line is whole: a program that ends by a fault can cut one off.
package enum WorkerWord: Equatable, Sendable {
  case ready
  /// So many commands go before that of the number.
  case waiting(Int, before: Int)
  /// How far it has come.
  case working(Int, String)
  case reply(Int, StepReply)
  case completions(Int, StepCompletions)
  case help(Int, String)
  /// There is no such lesson or step.
  case unknown(Int)
  /// It ends since a command does not; 0 where that is the lesson's own.
  case late(Int)
  /// It ends by a fault that came at a command.
  case crash(Int)
  /// It ends since all commands together take too much memory.
  case memory

  package var line: String { Fields.line(fields + ["."]) }

  private var fields: [String] {
    switch self {
    case .ready: ["ready"]
    case .waiting(let number, let before): ["waiting", String(number), String(before)]
    case .working(let number, let text): ["working", String(number), text]
    case .reply(let number, let reply):
      [
        "reply", String(number), reply.state.rawValue, reply.outcome?.text ?? "", String(reply.points), reply.html,
        reply.say, reply.isKept ? "kept" : "",
      ]
    case .completions(let number, let found):
      ["completions", String(number), String(found.range.lowerBound), String(found.range.upperBound)]
        + (found.hint.map { ["hint", $0] } ?? ["", ""]) + found.candidates.flatMap { [$0.text, $0.summary] }
    case .help(let number, let html): ["help", String(number), html]
    case .unknown(let number): ["unknown", String(number)]
    case .late(let number): ["late", String(number)]
    case .crash(let number): ["crash", String(number)]
    case .memory: ["memory"]
    }
  }

  /// Nil where a line is none.
  package init?(line: String) {
    var fields = Fields.read(line)
    let number = fields.count > 1 ? Int(fields[1]) : nil
    // What is said at a fault is made by hand.
    if fields.count == 2, fields[0] == "crash", let number {
      self = .crash(number)
      return
    }
    guard fields.popLast() == ".", let word = fields.first else { return nil }
    switch (word, fields.count, number) {
    case ("ready", 1, _): self = .ready
    case ("memory", 1, _): self = .memory
    case ("waiting", 3, let number?):
      guard let before = Int(fields[2]) else { return nil }
      self = .waiting(number, before: before)
    case ("working", 3, let number?): self = .working(number, fields[2])
    case ("reply", 8, let number?):
      let outcome = LessonRecord.Outcome(text: fields[3])
      guard let state = StepReply.State(rawValue: fields[2]), let points = Int(fields[4]),
        fields[3].isEmpty || outcome != nil
      else { return nil }
      self = .reply(
        number,
        StepReply(
          state, outcome: outcome, points: points, html: fields[5], say: fields[6], isKept: fields[7] == "kept"))
    case ("completions", 6..., let number?):
      guard let start = Int(fields[2]), let end = Int(fields[3]), start <= end, fields.count % 2 == 0 else {
        return nil
      }
      let candidates = stride(from: 6, to: fields.count, by: 2).map {
        StepCompletions.Candidate(text: fields[$0], summary: fields[$0 + 1])
      }
      self = .completions(
        number,
        StepCompletions(range: start..<end, candidates: candidates, hint: fields[4] == "hint" ? fields[5] : nil))
    case ("help", 3, let number?): self = .help(number, fields[2])
    case ("unknown", 2, let number?): self = .unknown(number)
    case ("late", 2, let number?): self = .late(number)
    default: return nil
    }
  }
}

extension ServingLimits {
  fileprivate var fields: [String] {
    [String(seconds), String(slowSeconds)]
      + [steps, memory, output, typed, lines, figures, fileBytes, files, cache].map(String.init)
  }

  fileprivate init?(fields: some Collection<String>) {
    let times = fields.prefix(2).compactMap(Double.init)
    let counts = fields.dropFirst(2).compactMap { Int($0) }
    guard times.count == 2, counts.count == 9, fields.count == 11 else { return nil }
    self.init()
    (seconds, slowSeconds) = (times[0], times[1])
    (steps, memory, output, typed, lines) = (counts[0], counts[1], counts[2], counts[3], counts[4])
    (figures, fileBytes, files, cache) = (counts[5], counts[6], counts[7], counts[8])
  }
}
