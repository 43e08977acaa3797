import Language
import Vocabulary
import Workbench

extension Builtin {
  static let transcript = Builtin(
    "transcript", "Writes what was typed and printed so far to a file, as a lesson.",
    Parameter("path", .file([".md"]), "the file's name, which ends in .md"),
    documentation: Documentation(
      notes:
        "gradus check repeats the lesson and compares. What cannot be repeated makes it fail, such as seed random. At most "
        + "the last \(Log.longest) inputs are kept.",
      examples: [Example("transcript \"session.md\"", gives: "saved [..]")],
      seeAlso: ["save"])
  ) { (session: inout Session, path) throws(Failure) in
    let path = try FilePath(path)
    guard let suffix = path.suffix, suffix.lowercased() == "md" else {
      throw Failure(.file, "a lesson is a Markdown file", hint: "let its name end in .md")
    }
    let lesson = LogLesson(session.log, title: String(path.name.dropLast(3)), lexicon: session.lexicon)
    let file = try FileWriter(path, for: session)
    try file.write(Array(lesson.text.utf8))
    try file.finish(for: &session)
    return .object(
      Report(
        kind: "saved file",
        display:
          "saved \(counted(lesson.count, "input")) to \(path.written) (\(ByteCount.text(Double(file.size))))"))
  }
}
