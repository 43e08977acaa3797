import Platform
import Vocabulary
import Workbench

/// A lesson as a notebook: text, a code cell a command with what it prints, exercises and quizzes that are known by their ids wherever
/// their cells go, set-up folded away.
///
/// What `NotebookLesson` makes of it again is the lesson, byte for byte. Without the word that it is for a teacher it is made of the copy
/// that `Release` hands out, and has no hints either.
public struct LessonNotebook: Sendable {
  /// The file.
  public let bytes: [UInt8]
  /// What the author of a lesson that is handed out should look at.
  public let warnings: [Release.Warning]
  /// Commands that print something else than the lesson says; below their cells stands what they print.
  public let differing: [CommandResult]
  /// The files that it needs, by their names beside the lesson. What solutions and keys read is for teachers.
  public let companions: [String]

  /// Makes the notebook of a lesson. Throws where the content is no lesson, where a key would be handed out, and where the notebook could
  /// not be made a lesson again without loss.
  ///
  /// - Parameters:
  ///   - content: the lesson's file.
  ///   - path: where it is; its commands read the files beside it.
  ///   - isForTeacher: whether it has keys, hints, solutions and what is said of wrong answers.
  ///   - others: the lessons of which notebooks are made along with this one, as links in it name them; these lead to the notebooks.
  ///   - runs: whether the lesson is run, so that figures are drawn and tables are tables; else what it says stands below its cells.
  public init(
    of content: [UInt8], at path: String, builtins: BuiltinTable, isForTeacher: Bool, others: Set<String> = [],
    runs: Bool = true
  ) throws(Failure) {
    let lesson = try Document(TextFile.text(of: content).get())
    let outputs = runs ? LessonOutputs(running: lesson, builtins: builtins, path: path) : LessonOutputs()
    var document = lesson
    var warnings: [Release.Warning] = []
    var copy = content
    if !isForTeacher {
      let mark = Array(content.dropLast(lesson.markdown.utf8.count))
      let release = try Release.make(of: lesson, behind: mark, builtins: builtins)
      (copy, warnings) = (release.bytes, release.warnings)
      if copy != content { document = try Document(TextFile.text(of: copy).get()) }
    }
    var notebook = Notebook()
    notebook.hasByteOrderMark = copy.count > document.markdown.utf8.count
    if document.markdown.utf8.contains(UInt8(ascii: "\r")), !Self.hasBareLineFeed(document.markdown) {
      notebook.hasLongLineEnds = true
      document = try Document(document.markdown.replacing("\r\n", with: "\n"))
    }
    var making = try NotebookMaking(
      document, outputs, CellMarkdown(builtins: builtins), isForTeacher: isForTeacher, others: others)
    making.make()
    notebook.cells = making.cells
    guard NotebookLesson(notebook, builtins: builtins).text == making.text else {
      throw Failure(
        .document, "this lesson cannot be made a notebook without loss",
        hint: "let all its lines end alike, and each fence have a line of its own")
    }
    bytes = notebook.bytes
    self.warnings = warnings
    differing = outputs.differing
    companions = ReleaseTargets.companions(
      of: lesson, in: BytePath(path).folder, namedIn: isForTeacher ? \.allSources : \.sourcesOfCopies)
  }

  private static func hasBareLineFeed(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n"), last != UInt8(ascii: "\r") { return true }
      last = byte
    }
    return false
  }
}
