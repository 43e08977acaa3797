import Platform
import Vocabulary

/// A class that `gradus serve` serves on loopback, in a temporary folder that goes with this value.
final class ServedClass {
  /// A process of it, as the system accounts for it.
  struct Usage {
    let name: String
    /// Its share of memory, in bytes.
    let bytes: Int
    let processorSeconds: Double
  }

  private(set) var port: UInt16 = 0
  /// What stands before all paths of the class.
  private(set) var base = ""
  private(set) var code = ""
  private let folder: TemporaryFolder
  private let lessons: [String]
  private var process: ChildProcess?
  private var output: OpenFile?

  /// Throws where there is no server or it does not start.
  init(lessons: [String]) throws(Failure) {
    self.lessons = lessons
    do {
      folder = try TemporaryFolder("gradus-bench-")
    } catch {
      throw Failure(.file, "no temporary folder: \(error.text)")
    }
    try start(port: 0)
  }

  deinit { stop() }

  private func start(port: UInt16) throws(Failure) {
    let program = Program.gradus.path
    do throws(SystemError) {
      guard let pipe = Pipe() else { throw SystemError() }
      let output = OpenFile(adopting: pipe.reading)
      let end = OpenFile(adopting: pipe.writing)
      process = try ChildProcess(
        program, ["serve", "--class", "Load", "--port", String(port), "--data", folder.path + "/classes"] + lessons,
        output: .descriptor(end.descriptor), errors: .shared)
      try end.close()
      self.output = output
    } catch {
      throw Failure(.file, "'\(program) serve' cannot be started: \(error.text)")
    }
    try readAnnouncement()
  }

  /// Reads what the server says of its address, its code, its board.
  private func readAnnouncement() throws(Failure) {
    var text = ""
    while !text.contains("Ctrl-C") {
      guard let bytes = try? output?.available(atMost: 4096), !bytes.isEmpty else {
        throw Failure(.file, "the server does not start; it said: \(text)")
      }
      text += String(decoding: bytes, as: UTF8.self)
    }
    guard let board = Self.word(after: "Board:", in: text), let code = Self.word(after: "Code:", in: text),
      let host = board.firstRange(of: "://127.0.0.1:"), let path = board[host.upperBound...].firstIndex(of: "/"),
      let port = UInt16(board[host.upperBound..<path]), let end = board.firstRange(of: "/teach/")
    else { throw Failure(.file, "the server says no address: \(text)") }
    (self.port, self.code, base) = (port, code, String(board[path..<end.lowerBound]))
  }

  private static func word(after label: String, in text: String) -> String? {
    guard let range = text.firstRange(of: label) else { return nil }
    return text[range.upperBound...].split(whereSeparator: \.isWhitespace).first.map(String.init)
  }

  // MARK: Disturbing

  /// Ends a worker at once, a different one each time.
  func killWorker() {
    guard let server = process?.identifier, let worker = Self.children(of: server).max() else { return }
    kill(worker, SIGKILL)
  }

  /// Ends the server at once and starts it again at the same port.
  func killAndRestart() throws(Failure) {
    process?.kill()
    try start(port: port)
  }

  func stop() {
    process?.send(SIGTERM)
    _ = process?.wait(atMost: 10_000)
    process?.kill()
    process = nil
  }

  // MARK: Looking

  /// What the class has kept, counted: by student, then by lesson, step, action and text.
  func keptEvents() throws(Failure) -> [String: [String: Int]] {
    let path = folder.path + "/class.json"
    guard Program.gradus.run(["class", "export", "Load", "--data", folder.path + "/classes", "--output", path]) == 0,
      let bytes = try? OpenFile(reading: path).rest(),
      case .object(let tables)? = JSONReader.item(in: bytes[...]),
      case .array(let students)? = tables["student"], case .array(let versions)? = tables["lesson_version"],
      case .array(let events)? = tables["event"]
    else { throw Failure(.file, "the class cannot be exported") }
    let names = Self.pairs(students)
    let lessons = Self.pairs(versions)
    var kept: [String: [String: Int]] = [:]
    for case .array(let event) in events where event.count > 5 {
      let student = names[event[0].text]?.text ?? ""
      let lesson = lessons[event[2].text]?.text ?? event[1].text
      kept[student, default: [:]][
        [lesson, event[3].text, event[4].text, event[5].text].joined(separator: "\u{0}"), default: 0] += 1
    }
    return kept
  }

  /// The second of each row's items by the first.
  private static func pairs(_ rows: [JSONReader.Item]) -> [String: JSONReader.Item] {
    var pairs: [String: JSONReader.Item] = [:]
    for case .array(let row) in rows where row.count > 1 { pairs[row[0].text] = row[1] }
    return pairs
  }

  /// What server and workers take now; nothing where the system does not tell.
  var usage: [Usage] {
    guard let server = process?.identifier else { return [] }
    let workers = Self.children(of: server).enumerated().map { Self.usage(of: $1, "worker \($0 + 1)") }
    return [Self.usage(of: server, "server")] + workers
  }

  private static func usage(of process: pid_t, _ name: String) -> Usage {
    let share = lines(of: "/proc/\(process)/smaps_rollup").first { $0.hasPrefix("Pss:") }
    let kilobytes = share?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    // The name of the program is in brackets; behind it, the twelfth and thirteenth field are ticks.
    let fields = lines(of: "/proc/\(process)/stat").first?.split(separator: ")").last?.split(separator: " ") ?? []
    let ticks = fields.count > 12 ? (Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0) : 0
    return Usage(name: name, bytes: kilobytes * 1024, processorSeconds: ticks / Double(sysconf(Int32(_SC_CLK_TCK))))
  }

  private static func children(of process: pid_t) -> [pid_t] {
    Folder.names(in: "/proc/\(process)/task", atMost: 10_000).flatMap { thread in
      lines(of: "/proc/\(process)/task/\(thread)/children").flatMap { $0.split(separator: " ") }.compactMap {
        pid_t($0)
      }
    }
  }

  private static func lines(of path: String) -> [Substring] {
    guard let bytes = try? OpenFile(reading: path).rest() else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}

extension JSONReader.Item {
  /// A text or a number as it is written.
  var text: String {
    switch self {
    case .text(let text), .number(let text): text
    default: ""
    }
  }
}
