import Platform
import Probability
import Vocabulary

/// A student who joins, reads, runs the lesson's commands, tries lines of its own, answers, and never gives up.
///
/// What it does next is drawn from a stream of its own; what it has been told is kept, so that it can be compared with what the
/// server knows afterwards.
final class SimulatedStudent {
  enum Kind: String, CaseIterable {
    case join, page, command, light, middling, heavy, answer, training
  }

  /// Something that the server has acknowledged.
  struct Acknowledged {
    let lesson: String
    let step: String
    let action: String
    let text: String
    let state: String
  }

  private struct Pending {
    let kind: Kind
    let method: String
    let path: String
    let body: String
    let action: Action?
    /// Where it went out for the first time.
    let start: ContinuousClock.Instant
  }

  private struct Action {
    let step: String
    let action: String
    let text: String
    let output: String?
  }

  private struct Reply {
    let state: String?
    let html: String?
    let after: Int?
    let job: String?

    init?(_ body: [UInt8]) {
      guard case .object(let members)? = JSONReader.item(in: body[...]) else { return nil }
      (state, html, job) = (members["state"]?.text, members["html"]?.text, members["job"]?.text)
      after = members["after"].flatMap { Int($0.text) }
    }
  }

  let name: String
  private let number: Int
  private let load: ClassroomLoad.Settings
  private let script: LessonScript
  private var random: PCG64
  private(set) var connection: HTTPConnection?
  private(set) var events: HTTPConnection?
  private var cookie: String?
  private var version = ""
  private var lines: [String: Int] = [:]
  private var next = 0
  private var current = ""
  private var pending: Pending?
  private var isSent = false
  private var hasTrained = false
  /// When it acts again.
  private(set) var wake: ContinuousClock.Instant
  private(set) var acknowledged: [Acknowledged] = []
  private(set) var latencies: [(kind: Kind, time: Duration)] = []
  private(set) var faults: [String] = []
  private(set) var eventBytes = 0

  init(number: Int, script: LessonScript, load: ClassroomLoad.Settings, start: ContinuousClock.Instant) {
    name = "Student \(number)"
    self.number = number
    self.script = script
    self.load = load
    random = PCG64(seed: UInt64(number))
    wake = start
  }

  var isWaiting: Bool { pending != nil && isSent }

  /// What it asked and was not answered.
  var unanswered: String? {
    guard isWaiting, let pending else { return nil }
    return "\(name) \(pending.method) \(pending.path): no answer, \(connection?.pendingBytes ?? 0) bytes of one"
  }

  // MARK: Acting

  /// Does what is due: sends a request, or tries one again.
  func act(isEnding: Bool) {
    if pending == nil {
      guard !isEnding else {
        wake = .now + .seconds(3600)
        return
      }
      choose()
    }
    if connection == nil { connection = HTTPConnection(port: load.port) }
    guard let connection, let pending else {
      // Nobody is there; a browser tries again, too.
      wake = .now + .milliseconds(500)
      return
    }
    connection.send(pending.method, load.base + pending.path, headers: headers, body: pending.body)
    isSent = true
    wake = .now + .seconds(30)
  }

  private var headers: [String] {
    var headers = [
      "Host: 127.0.0.1:\(load.port)", "Origin: http://127.0.0.1:\(load.port)", "Accept: application/json, text/html",
    ]
    if let cookie { headers.append("Cookie: \(cookie)") }
    if let pending, pending.method == "POST" {
      headers.append(
        "Content-Type: \(pending.kind == .join ? "application/x-www-form-urlencoded" : "application/json")")
    }
    return headers
  }

  private func choose() {
    if cookie == nil {
      let body = "name=\(name.replacing(" ", with: "+"))&code=\(load.code)"
      return ask(.join, "POST", "/join", body, nil)
    }
    if version.isEmpty { return ask(.page, "GET", "/lessons/\(script.name)", "", nil) }
    if let training = load.training, number < training.students, !hasTrained {
      guard .now >= training.start, let step = script.commands.first(where: { $0.source.hasPrefix("run(xavier") })?.step
      else { return }
      hasTrained = true
      let line = "run(tanh_net(glorot_uniform, \(number + 100)), \(number))"
      return perform(.training, Action(step: step, action: "run", text: line, output: nil))
    }
    let chance = random.nextUniform()
    if chance < 0.7 || script.questions.isEmpty && chance >= 0.95 {
      let command = script.commands[next % script.commands.count]
      next += 1
      current = command.step
      perform(
        .command,
        Action(
          step: command.step, action: command.action, text: command.action == "run" ? command.source : "",
          output: command.output))
    } else if chance < 0.95 {
      let weight = random.nextUniform()
      let (kind, line): (Kind, String) =
        weight < 0.9
        ? (.light, "mean(sample(normal(\(next), 1), 1000))")
        : weight < 0.99
          ? (.middling, "[std(sample(normal(0, 1), 10000)) for i in 1..200]")
          : (.heavy, "[std(sample(normal(0, 1), 10000)) for i in 1..4000];")
      let step = current.isEmpty ? script.commands[0].step : current
      perform(kind, Action(step: step, action: "run", text: line, output: nil))
    } else {
      let question = script.questions[Int(random.nextUniform() * Double(script.questions.count))]
      let text = random.nextUniform() < 0.5 ? question.right : question.wrong
      perform(.answer, Action(step: question.step, action: question.action, text: text, output: nil))
    }
  }

  private func perform(_ kind: Kind, _ action: Action) {
    let nonce = (0..<2).map { _ in String(random.next(), radix: 16) }.joined()
    let body = JSON(object: [
      ("do", JSON(string: action.action)), ("text", JSON(string: action.text)),
      ("after", JSON(number: lines[action.step, default: 0])), ("version", JSON(string: version)),
      ("nonce", JSON(string: nonce)),
    ])
    ask(kind, "POST", "/lessons/\(script.name)/steps/\(action.step)", body.text, action)
  }

  private func ask(_ kind: Kind, _ method: String, _ path: String, _ body: String, _ action: Action?) {
    pending = Pending(kind: kind, method: method, path: path, body: body, action: action, start: .now)
    isSent = false
  }

  // MARK: Listening

  /// Reads what has come on the connection for requests.
  func listen() {
    guard let connection else { return }
    let isOpen = connection.receive()
    if let response = connection.takeResponse() {
      take(response)
    } else if !isOpen {
      self.connection = nil
      // What was asked is asked again, with the same nonce.
      if pending != nil { (isSent, wake) = (false, .now + .milliseconds(500)) }
    }
  }

  /// Reads what has come on the stream of events.
  func listenForEvents() {
    guard let events else { return }
    let isOpen = events.receive()
    eventBytes += events.pendingBytes
    events.drain()
    if !isOpen { self.events = nil }
  }

  /// Opens the stream of events where there is none.
  func openEvents() {
    guard events == nil, cookie != nil, let stream = HTTPConnection(port: load.port) else { return }
    stream.send(
      "GET", load.base + "/events",
      headers: headers.filter { !$0.hasPrefix("Accept") && !$0.hasPrefix("Content") } + ["Accept: text/event-stream"])
    events = stream
  }

  private func take(_ response: HTTPConnection.Response) {
    guard let asked = pending else { return }
    let reply = Reply(response.body)
    switch response.status {
    case 202:
      guard let job = reply?.job else { return fault("202 without a job", asked) }
      pending = Pending(
        kind: asked.kind, method: "GET", path: "/jobs/\(job)?wait=20", body: "", action: asked.action,
        start: asked.start)
      (isSent, wake) = (false, .now)
      return
    case 503, 429:
      (isSent, wake) = (false, .now + .milliseconds(1000))
      return
    case 404 where asked.path.hasPrefix("/jobs/"):
      // The server was begun anew; what it had not acknowledged is dropped.
      break
    case 200, 303: finish(asked, response, reply)
    default: fault("\(response.status) \(response.text.prefix(200))", asked)
    }
    if response.headers["connection"]?.lowercased() == "close" { connection = nil }
    latencies.append((asked.kind, .now - asked.start))
    pending = nil
    wake = .now + .seconds(load.thinking * random.standardExponential())
  }

  private func finish(_ asked: Pending, _ response: HTTPConnection.Response, _ reply: Reply?) {
    switch asked.kind {
    case .join:
      cookie = response.headers["set-cookie"].map { String($0.prefix { $0 != ";" }) }
      if cookie == nil { fault("no cookie", asked) }
    case .page:
      let mark = "name=\"version\" value=\""
      guard let start = response.text.firstRange(of: mark)?.upperBound else {
        return fault("a page without version", asked)
      }
      version = String(response.text[start...].prefix { $0 != "\"" })
    default:
      guard let action = asked.action, let reply, let state = reply.state else { return fault("no state", asked) }
      lines[action.step] = reply.after ?? lines[action.step]
      acknowledged.append(
        Acknowledged(lesson: script.name, step: action.step, action: action.action, text: action.text, state: state))
      if let output = action.output, let html = reply.html {
        let shown = plain(html)
        for line in output.split(separator: "\n") where !shown.contains(line) {
          fault("'\(line)' of check's output is missing in: \(shown.prefix(200))", asked)
        }
      }
    }
  }

  private func fault(_ text: String, _ asked: Pending) {
    faults.append("\(name) \(asked.method) \(asked.path): \(text)")
  }
}

/// What a piece of a page reads like.
private func plain(_ html: String) -> String {
  var text = ""
  var isTag = false
  for character in html {
    if character == "<" {
      isTag = true
    } else if character == ">" {
      isTag = false
    } else if !isTag {
      text.append(character)
    }
  }
  return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
    .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
}
