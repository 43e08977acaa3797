import Platform
import Vocabulary
import Workbench

/// The folders that a PrairieLearn course takes for a lesson as a question that is graded outside
/// (https://docs.prairielearn.com/externalGrading/): `questions/NAME`, and under `serverFilesCourse` the program, once for all lessons.
public struct PrairieLearnPackage: Sendable {
  /// By their paths below the course's folder, in this order.
  public let files: [File]

  public struct File: Sendable {
    public let path: String
    public let bytes: [UInt8]
    public let isProgram: Bool
  }

  /// Any image that has a shell does.
  private static let image = "ubuntu:22.04"
  private static let timeout = 60

  public init(_ lesson: String, program: PlatformProgram, builtins: BuiltinTable) throws(Failure) {
    let lesson = try PlatformLesson(lesson, builtins: builtins)
    let question = "questions/\(lesson.name)/"
    func text(_ path: String, _ text: String, isProgram: Bool = false) -> File {
      File(path: question + path, bytes: Array(text.utf8), isProgram: isProgram)
    }
    files =
      [
        text("info.json", Self.information(lesson)), text("question.html", Self.page(lesson)),
        text("tests/run.sh", Self.script(lesson.fileName), isProgram: true),
      ] + lesson.files.map { File(path: question + "tests/lesson/" + $0.name, bytes: $0.bytes, isProgram: false) }
      + lesson.released.map {
        File(path: question + "clientFilesQuestion/" + $0.name, bytes: $0.bytes, isProgram: false)
      }
      + [File(path: "serverFilesCourse/gradus/gradus", bytes: program.bytes, isProgram: true)]
  }

  private static func information(_ lesson: PlatformLesson) -> String {
    let options = JSON(object: [
      ("enabled", JSON(truth: true)), ("image", JSON(string: image)),
      ("serverFilesCourse", JSON(array: [JSON(string: "gradus/")])),
      ("entrypoint", JSON(string: "/grade/tests/run.sh")), ("timeout", JSON(number: timeout)),
    ])
    let members: [(String, JSON)] = [
      ("uuid", JSON(string: identity(of: lesson))), ("title", JSON(string: lesson.title)),
      ("topic", JSON(string: "gradus")),
      ("type", JSON(string: "v3")), ("gradingMethod", JSON(string: "External")), ("externalGradingOptions", options),
    ]
    let lines = members.map { "  \(JSON(string: $0.0).text): \($0.1.text)" }
    return "{\n\(lines.joined(separator: ",\n"))\n}\n"
  }

  /// The same for the same name and title: a UUID of the kind whose bits are one's own (RFC 9562, version 8).
  private static func identity(of lesson: PlatformLesson) -> String {
    var bytes = Array(SHA256.hash(Array("gradus \(lesson.name)\n\(lesson.title)".utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { (($0 < 16 ? "0" : "") + String($0, radix: 16)) }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
  }

  private static func page(_ lesson: PlatformLesson) -> String {
    let downloads = lesson.released.map { file -> HTML in
      "  <li><pl-file-download file-name=\"\(file.name)\" directory=\"clientFilesQuestion\">\(file.name)</pl-file-download></li>\n"
    }
    let page: HTML = """
      <pl-question-panel>
      <p>Fill in your copy of \(lesson.title) and hand it in.</p>
      <ul>
      \(downloads.joined())</ul>
      <pl-file-upload file-names="\(lesson.fileName)"></pl-file-upload>
      </pl-question-panel>
      <pl-submission-panel>
      <pl-external-grader-results></pl-external-grader-results>
      <pl-file-preview></pl-file-preview>
      </pl-submission-panel>

      """
    return page.source
  }

  private static func script(_ lesson: String) -> String {
    """
    #!/bin/sh
    # Grades what was handed in. What goes wrong with the lesson or with gradus is for the teacher, on the standard output.
    set -eu
    mkdir -p /grade/results
    chmod +x /grade/serverFilesCourse/gradus/gradus 2>/dev/null || true
    exec /grade/serverFilesCourse/gradus/gradus grade '/grade/tests/lesson/\(lesson)' /grade/student \\
      --format prairielearn --output /grade/results/results.json 2>&1

    """
  }

  /// Writes the folders, over those of an earlier time. Throws where one cannot be written.
  public func write(to folder: String) throws(Failure) {
    for file in files {
      let path = folder + "/" + file.path
      do {
        try Folder.make(BytePath(path).folder.text)
      } catch {
        throw Failure(.document, "the folder '\(error.path)' cannot be made: \(error.error.text)")
      }
      try TextFile.replace(path, with: file.bytes)
      if file.isProgram, chmod(path, 0o755) != 0 {
        throw Failure(.document, "'\(path)' cannot be made a program: \(SystemError().text)")
      }
    }
  }
}
