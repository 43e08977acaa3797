import Classroom
import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary

/// A server of a class, on a port that was free, with a folder of its own.
final class ServerProcess {
  let folder: TemporaryFolder
  private(set) var port = 0
  private(set) var code = ""
  /// What the private link ends with.
  private(set) var teacher = ""
  private(set) var key = ""
  private var process: ChildProcess?
  private let arguments: [String]
  /// Words before the program, such as a shell that sets limits.
  private let wrapper: [String]
  private var starts = 0
  /// Several servers may share a folder.
  private let mark = String(UInt64.random(in: 0...UInt64.max), radix: 36)

  struct NotStarted: Error {
    let output: String
    let status: Int32?
  }

  /// - Parameters:
  ///   - lesson: the text of the one lesson, `coins`; that of Tests/Classroom if nil.
  ///   - options: more words of the command line.
  init(
    lesson: String? = nil, _ options: [String] = [], wrapper: [String] = [], in folder: TemporaryFolder? = nil
  ) throws {
    self.folder = try folder ?? TemporaryFolder()
    let text = try lesson ?? References.file(Project.path("Tests/Classroom/coins.md"))
    if self.folder.read("lessons/coins.md") == nil || lesson != nil { self.folder.write("lessons/coins.md", text) }
    arguments =
      ["serve", self.folder.path + "/lessons", "--class", "Coins & Co", "--data", self.folder.path + "/data"] + options
    self.wrapper = wrapper
    try start()
  }

  deinit { process?.kill() }

  static var program: String {
    (try? Installation.current.helper("gradus-serve")) ?? Project.path(".build/release/gradus-serve")
  }

  /// What it has said so far.
  var output: String { folder.read("output-\(mark)-\(starts)") ?? "" }
  var base: String { root + "/c/" + key }
  /// What stands before every path.
  private var root: String { arguments.firstIndex(of: "--base-path").map { arguments[$0 + 1] } ?? "" }

  /// Starts it, after the first time on the same port.
  func start() throws {
    starts += 1
    let output = folder.path + "/output-\(mark)-\(starts)"
    let words = wrapper + [Self.program] + arguments + ["--port", String(port)]
    let process = try ChildProcess(
      words[0], Array(words.dropFirst()), input: .nothing, output: .file(output), errors: .file(output), group: .own)
    self.process = process
    while true {
      let text = self.output
      if let board = text.split(whereSeparator: \.isWhitespace).first(where: { $0.contains("/teach/") }),
        text.contains("Ctrl-C")
      {
        let parts = board.split(separator: "/")
        port = parts.dropFirst().first?.split(separator: ":").last.flatMap { Int($0) } ?? 0
        teacher = String(parts.last ?? "")
        key = parts.drop { $0 != "c" }.dropFirst().first.map { String($0) } ?? ""
        let words = text.split(whereSeparator: \.isWhitespace)
        code = words.drop { $0 != "Code:" }.dropFirst().first.map { String($0) } ?? ""
        return
      }
      if let ending = process.poll() { throw NotStarted(output: text, status: ending.status) }
      usleep(5_000)
    }
  }

  /// Ends it as a power cut would.
  func kill() {
    process?.kill()
    process = nil
  }

  /// Asks it to end; its status.
  func end(_ signal: Int32 = SIGTERM) -> Int32? {
    process?.send(signal)
    return process?.wait().status
  }

  // MARK: Requests

  func get(_ path: String, cookie: String? = nil, headers: [(String, String)] = []) throws -> LoopbackClient.Reply {
    try LoopbackClient.send("GET", port: port, path, headers: headers + (cookie.map { [("Cookie", $0)] } ?? []))
  }

  /// Sends a form, or JSON where a script does.
  func post(
    _ path: String, _ fields: [(String, String)], cookie: String? = nil, asJSON: Bool = false,
    headers: [(String, String)] = []
  ) throws -> LoopbackClient.Reply {
    let body =
      asJSON
      ? JSON(object: fields.map { ($0, JSON(string: $1)) }).text
      : fields.map { Self.encoded($0) + "=" + Self.encoded($1) }.joined(separator: "&")
    var all = headers + [("Content-Type", asJSON ? "application/json" : "application/x-www-form-urlencoded")]
    if asJSON { all.append(("Accept", "application/json")) }
    if let cookie { all.append(("Cookie", cookie)) }
    return try LoopbackClient.send("POST", port: port, path, headers: all, body: Array(body.utf8))
  }

  static func encoded(_ text: String) -> String {
    text.utf8.map { byte -> String in
      let isPlain = byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// Joins as a student.
  func join(_ name: String) throws -> Student {
    let reply = try post(base + "/join", [("name", name), ("code", code)])
    try #require(reply.status == 303, "\(reply.status) \(reply.text)")
    return Student(server: self, cookie: try Self.cookie(of: reply))
  }

  /// Becomes the teacher; the cookie.
  func teach() throws -> String {
    let reply = try post("\(base)/teach/\(teacher)", [])
    try #require(reply.status == 303)
    return try Self.cookie(of: reply)
  }

  static func cookie(of reply: LoopbackClient.Reply) throws -> String {
    String(try #require(reply.header("set-cookie")).prefix { $0 != ";" })
  }

  /// What a teacher does, which must succeed.
  func board(_ word: String, _ fields: [(String, String)], _ teacher: String) throws {
    let reply = try post("\(base)/board/\(word)", fields, cookie: teacher)
    try #require(reply.status == 303, "\(word): \(reply.status) \(reply.text)")
  }
}

/// Somebody in a class.
struct Student {
  let server: ServerProcess
  let cookie: String

  /// The page of the lesson.
  func page(_ lesson: String = "coins") throws -> Page {
    let reply = try server.get("\(server.base)/lessons/\(lesson)", cookie: cookie)
    try #require(reply.status == 200, "\(reply.status) \(reply.text)")
    return Page(html: reply.text, size: reply.body.count)
  }

  /// Sends a step as the script does.
  func send(
    _ step: String, _ action: String, _ text: String = "", on page: Page, after: String = "0", nonce: String? = nil,
    lesson: String = "coins"
  ) throws -> LoopbackClient.Reply {
    try server.post(
      "\(server.base)/lessons/\(lesson)/steps/\(step)",
      [
        ("do", action), ("text", text), ("after", after), ("version", page.version), ("nonce", nonce ?? Secret().text),
      ], cookie: cookie, asJSON: true)
  }
}

/// A lesson's page, as a browser gets it.
struct Page {
  let html: String
  let size: Int

  var version: String { attribute("data-version") }

  func attribute(_ name: String) -> String {
    guard let start = html.firstRange(of: name + "=\"") else { return "" }
    return String(html[start.upperBound...].prefix { $0 != "\"" })
  }

  /// The keys of the steps in their order.
  var steps: [String] {
    html.split(separator: "<section id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  /// The first step whose key begins so.
  func step(_ start: String) throws -> String { try #require(steps.first { $0.hasPrefix(start) }, "\(steps)") }
}

extension LoopbackClient.Reply {
  /// A member of the JSON object.
  subscript(_ name: String) -> JSONReader.Item? {
    guard case .object(let members)? = JSONReader.item(in: body[...]) else { return nil }
    return members[name]
  }

  func text(_ name: String) -> String? { if case .text(let text)? = self[name] { text } else { nil } }

  func number(_ name: String) -> Int? { if case .number(let text)? = self[name] { Int(text) } else { nil } }
}
