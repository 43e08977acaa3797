import Platform
import TestSupport

/// A class that is served to this machine from the lessons of the project, in a folder that goes away.
final class ClassServer {
  let folder: TemporaryFolder
  private(set) var port = 0
  private(set) var code = ""
  /// The address of the board, with the teacher's secret.
  private(set) var board = ""
  private var process: ChildProcess?
  private let lessons: String

  struct NotStarted: Error {
    let output: String
  }

  /// - Parameter lessons: the folder that is served; that of the project if it is nil.
  init(lessons: String? = nil) throws {
    folder = try TemporaryFolder()
    self.lessons = lessons ?? Project.path("lessons")
    try start()
  }

  deinit { process?.kill() }

  var address: String { "http://127.0.0.1:\(port)" }

  /// Starts it; after the first time on the same port, with the same data.
  func start() throws {
    let output = folder.path + "/output-\(port)"
    let arguments = [
      "serve", lessons, "--class", "Weights", "--port", String(port), "--data", folder.path + "/data",
    ]
    let process = try ChildProcess(
      Self.program, arguments, input: .nothing, output: .file(output), errors: .file(output), group: .own)
    self.process = process
    let name = "output-\(port)"
    let found = try Browser.wait(for: "server") { [folder] () -> (Int, String, String)? in
      let text = folder.read(name) ?? ""
      if let ending = process.poll() { throw NotStarted(output: "\(ending): \(text)") }
      let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
      guard let board = words.first(where: { $0.hasPrefix("http://") && $0.contains("/teach/") }),
        let code = words.first(where: Self.isCode),
        let port = board.dropFirst(7).split(separator: "/").first?.split(separator: ":").last.flatMap({ Int($0) })
      else { return nil }
      return (port, code, board)
    }
    if port == 0 { (port, code, board) = found }
  }

  /// Ends it as a power cut would.
  func kill() {
    process?.kill()
    process = nil
  }

  private static func isCode(_ word: String) -> Bool {
    let parts = word.split(separator: "-")
    return word.count == 7 && parts.count == 2
      && parts.allSatisfy { $0.count == 3 && $0.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) } }
  }

  static var program: String {
    (try? Installation.current.helper("gradus")) ?? Project.path(".build/release/gradus")
  }
}

extension Browser {
  /// Joins a class as a student.
  func join(_ server: ClassServer, as name: String) throws {
    try open(server.address)
    try type(server.code, into: "#code")
    try click("form.entry button")
    try wait(for: "#name")
    try type(name, into: "#name")
    try click("form.entry button")
    try wait(for: "ol.lessons")
  }

  func openLesson(_ number: String) throws {
    try click("ol.lessons a[href*='/lessons/\(number)-']")
    try wait(for: "section.step")
  }

  /// Opens the board with the teacher's link.
  func teach(_ server: ClassServer, lesson: String) throws {
    try open(server.board)
    try click("form.entry button")
    try wait(for: "#board")
    let base = try value("document.body.dataset.base") as? String ?? ""
    try open("\(server.address)\(base)/board?lesson=\(lesson)")
    try wait(for: "#board")
  }

  /// The selector of the cells below a question on the board.
  func column(of question: String) throws -> String {
    let heads = "[...document.querySelectorAll('#board thead th')]"
    let place = try value("\(heads).findIndex(cell => cell.textContent.includes('\(question)'))") as? Int ?? -1
    return " > :nth-child(\(place + 1))"
  }

  /// The selector of a step, by its place among those of its kind.
  func step(_ kind: String, _ place: Int = 0) throws -> String {
    let id = try value("document.querySelectorAll('section.\(kind)')[\(place)].id") as? String
    return "#" + (id ?? "").replacing(".", with: "\\.")
  }

  /// Puts a text into the field of a step.
  func fill(_ step: String, _ text: String) throws {
    try clear(step + " textarea")
    try type(text, into: step + " textarea")
  }
}
