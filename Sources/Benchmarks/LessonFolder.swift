#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A temporary folder full of lessons of simple commands.
final class LessonFolder {
  let path: String
  private let names: [String]

  /// Nil where it cannot be written.
  init?(files: Int, commands: Int) {
    var template = Array("/tmp/gradus-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    names = (0..<files).map { "lesson\($0).md" }
    for (number, name) in names.enumerated() {
      guard let file = fopen(path + "/" + name, "w") else { return nil }
      let block = (0..<commands).map { "> \($0) + \(number) × 2\n\($0 + 2 * number)\n" }.joined()
      fputs("# Lesson \(number)\n\n```gradus\n\(block)```\n", file)
      fclose(file)
    }
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }
}
