import Vocabulary
import Workbench

/// A lesson without its answers, for handing out.
///
/// Solutions are taken out, with the `<details>` around them where that holds nothing else to do; keys become `kept` marks, and
/// options get boxes. Hints stay, since the tutor shows them, and so does hidden set-up, which the lesson needs to run.
/// All else stays as it is, byte for byte.
public struct Release: Sendable {
  /// What the author should look at.
  public struct Warning: Sendable, Equatable {
    public let line: Int
    public let message: String
    public let hint: String
  }

  /// The copy.
  public let bytes: [UInt8]
  /// In the order of the lines of the lesson.
  public let warnings: [Warning]

  /// The copy of a lesson. Throws where the content is no lesson, or where a key stands in a place where it is not seen as one and would be handed
  /// out.
  public static func make(of content: [UInt8], builtins: BuiltinTable) throws(Failure) -> Release {
    let text: String
    switch TextFile.text(of: content) {
    case .success(let found): text = found
    case .failure(let failure): throw failure
    }
    let document = try Document(text)
    let mark = Array(content.dropLast(text.utf8.count))
    var removal = AnswerRemoval(of: Array(text.utf8))
    try removal.removeKeys(of: document, in: MarkdownReader.read(text, includesText: true))
    return Release(
      bytes: mark + removal.lines.bytes,
      warnings: (removal.warnings + ReleaseWarnings.all(of: document, lexicon: builtins.lexicon)).sorted {
        $0.line < $1.line
      })
  }
}
