import Language
import Vocabulary
import Workbench

/// An exercise that is being worked on: what was tried, and what stands in its blanks.
struct ExerciseTrial: Sendable {
  /// What came of an input.
  struct Reply {
    /// What was run, each with what it printed. The command is nil where the learner typed it.
    var runs: [(command: String?, printout: Printout)] = []
    /// Set once all blanks are filled, or what was tried happens to be the answer.
    var verdict: Judgement.Verdict?
    /// Whether an expression would be wrong as the answer and no mistake of the key: perhaps it was only reckoned.
    var isGuess = false
  }

  let exercise: Exercise
  /// With all that was tried.
  private(set) var session: LessonSession
  private var base: LessonSession
  /// What stands in the place of commands with blanks, by their places.
  private var filled: [Int: String] = [:]

  private var commands: [String] { exercise.template.commands.map(\.source) }

  /// What the template gives before its first blank is run already.
  private(set) var given: [Printout] = []

  init(_ exercise: Exercise, in session: LessonSession) {
    self.exercise = exercise
    self.session = session
    base = session
    let blanks = exercise.template.commands.firstIndex { $0.source.contains(Exercise.blank) } ?? commands.count
    for command in commands[..<blanks] { given.append(self.session.printout(of: command)) }
  }

  /// Gives its sessions other settings.
  mutating func change(_ body: (inout LessonSession) -> Void) {
    body(&session)
    body(&base)
  }

  /// The next command of the template that waits for an answer.
  var next: String? { nextBlank.map { commands[$0] } }

  private var blanks: [Int] { commands.indices.filter { commands[$0].contains(Exercise.blank) } }
  private var nextBlank: Int? { blanks.first { filled[$0] == nil } }

  /// The commands with what was filled in.
  var answer: Answer { Answer(commands.indices.map { filled[$0] ?? commands[$0] }) }
  /// Whether no blank is open; a copy may have been filled in by hand.
  var isAnswered: Bool { nextBlank == nil }
  /// Whether anything stands in a blank.
  var hasAnswers: Bool { !filled.isEmpty }

  /// Runs an input: a filled command, what belongs into a blank, or anything else that the learner wants to try.
  ///
  /// What cannot be read is read as it was meant, with a decimal comma or a percent sign.
  mutating func take(_ typed: String) -> Reply {
    let readings = statement(typed) == nil ? LooseReading.all(of: [typed]).compactMap(\.first) : []
    let source = readings.first { statement($0) != nil } ?? typed
    if let place = place(of: source) { return fill(place, with: source, isTyped: source == typed) }
    var isGuess = false
    if let (place, command) = completed(with: source) {
      var attempt = self
      let reply = attempt.fill(place, with: command, isTyped: false)
      // What means nothing by itself was meant for the blank.
      isGuess = attempt.isPlainlyWrong(reply) && (try? session.value(of: source).get()) != nil
      if !isGuess {
        self = attempt
        return reply
      }
    }
    let printout = session.printout(of: source)
    var reply = Reply(runs: [(source == typed ? nil : source, printout)])
    if printout.failure == nil, judgement.isRight { reply.verdict = .right }
    reply.isGuess = isGuess && reply.verdict == nil
    return reply
  }

  /// Whether the one blank of the template is filled wrongly, in a way that the key does not speak of.
  private func isPlainlyWrong(_ reply: Reply) -> Bool {
    guard blanks.count == 1 else { return false }
    switch reply.verdict {
    case .wrong, .failed:
      let resolved = try? exercise.resolved(in: session.prepared(for: exercise))
      return !(resolved ?? exercise).mistakes.contains { $0.isMade(in: session) }
    case .right, .undecided, nil: return false
    }
  }

  // MARK: Filling

  /// The command of the template that an input is a filled form of: it gives a value to the same name, or is the same
  /// text around the blank.
  private func place(of source: String) -> Int? {
    let name = boundName(source)
    return blanks.first { place in
      if let name, boundName(commands[place].replacing(Exercise.blank, with: "0")) == name { return true }
      guard let blank = commands[place].firstRange(of: Exercise.blank) else { return false }
      let (left, right) = (commands[place][..<blank.lowerBound], commands[place][blank.upperBound...])
      let (typed, start, end) = (source.withoutSpace, String(left).withoutSpace, String(right).withoutSpace)
      return typed.count > start.count + end.count && typed.hasPrefix(start) && typed.hasSuffix(end)
        && !(start + end).isEmpty
    }
  }

  /// A command of the template with an expression in its blank, where it can be run so.
  private func completed(with source: String) -> (place: Int, command: String)? {
    guard let place = nextBlank ?? blanks.last, commands[place].ranges(of: Exercise.blank).count == 1,
      case .expression? = statement(source)?.kind,
      !blanks.contains(where: { boundName(commands[$0].replacing(Exercise.blank, with: "0")) == source.trimmingSpace })
    else { return nil }
    let command = commands[place].replacing(Exercise.blank, with: source.trimmingSpace)
    var trial = session
    guard trial.output(of: command).failure == nil else { return nil }
    // The body of a function need not mean anything by itself.
    if case .definition? = statement(command)?.kind { return (place, command) }
    return isAnswer(source, for: boundName(command)) ? (place, command) : nil
  }

  /// Whether what an expression yields is of the kind that the solution gives to a name. What is only there to be read is
  /// no answer.
  private func isAnswer(_ source: String, for name: String?) -> Bool {
    var copy = session.session
    guard let value = copy.run(source).results.last?.value else { return false }
    switch value {
    case .nothing: return false
    case .object(let object) where object is Report: return false
    default: break
    }
    guard let name, let solution = exercise.solutions.first else { return true }
    var solved = base
    _ = solved.run(solution)
    return solved.session.context.variables[name].map { $0.kind == value.kind } ?? true
  }

  /// Puts a command in a place and runs it with what is given behind it, up to the next blank.
  private mutating func fill(_ place: Int, with command: String, isTyped: Bool) -> Reply {
    var reply = Reply()
    filled[place] = command
    for index in place..<commands.count {
      guard !commands[index].contains(Exercise.blank) || filled[index] != nil else { break }
      let source = filled[index] ?? commands[index]
      let printout = session.printout(of: source)
      reply.runs.append((isTyped && index == place ? nil : source, printout))
      if printout.failure != nil {
        filled[index] = nil
        return reply
      }
    }
    if nextBlank == nil { reply.verdict = verdict }
    return reply
  }

  /// What was tried before can have moved the random draws on, so an answer that is right by itself is right, too.
  private var verdict: Judgement.Verdict {
    let judgement = judgement
    if judgement.isRight || answer.judged(by: exercise, in: base).judgement.isRight { return .right }
    return judgement.verdict
  }

  private var judgement: Judgement { Judgement(of: exercise, in: session.restored(for: exercise, from: base)) }

  // MARK: Reading

  private func boundName(_ source: String) -> String? {
    switch statement(source)?.kind {
    case .binding(let name, _): name
    case .definition(let function): function.name
    case .bindings, .expression, nil: nil
    }
  }

  /// The one statement of a text, nil where there are several or none that can be read.
  private func statement(_ source: String) -> Statement? {
    let statements = session.session.parse(source).statements
    return statements.count == 1 ? statements.first : nil
  }
}

extension String {
  fileprivate var withoutSpace: String { filter { !$0.isWhitespace } }
}
