import Vocabulary
import Workbench

/// A notebook as a lesson. Of one that `LessonNotebook` made and nobody changed, it is the lesson or copy that it was made of, byte for
/// byte. What was changed goes where it is; new outputs take the place of old ones by the rules of `gradus check --update`.
public struct NotebookLesson: Sendable {
  /// The file.
  public let bytes: [UInt8]
  /// Why what was made is no lesson, if it is none; it is for the author to mend.
  public let flaw: Failure?
  let text: String

  /// Throws where the content is no notebook, or one for another language.
  public init(of content: [UInt8], builtins: BuiltinTable) throws(Failure) {
    let notebook = try Notebook(reading: TextFile.text(of: content).get())
    if let language = notebook.otherLanguage {
      throw Failure(
        .document, "the cells of this notebook are for '\(language)', not for gradus",
        hint: "if they are for gradus, choose its kernel in Jupyter and save it")
    }
    self.init(notebook, builtins: builtins)
  }

  init(_ notebook: Notebook, builtins: BuiltinTable) {
    var writing = LessonWriting(markdown: CellMarkdown(builtins: builtins))
    for cell in notebook.cells { writing.add(cell) }
    text = writing.finished
    let whole = notebook.hasLongLineEnds ? text.replacing("\n", with: "\r\n") : text
    bytes = (notebook.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + Array(whole.utf8)
    do throws(Failure) {
      _ = try Document(whole)
      flaw = nil
    } catch {
      flaw = error
    }
  }
}

/// Puts a lesson together from the cells of a notebook.
private struct LessonWriting {
  let markdown: CellMarkdown
  private var text = ""
  /// Whether a block is begun whose closing fence has not come yet.
  private var isOpen = false
  /// Whether what stands last says itself how it ends.
  private var hasOwnEnd = false

  private static let opening = "```gradus\n"
  private static let closing = "```\n\n"
  private static let blank = "\n\n"

  init(markdown: CellMarkdown) { self.markdown = markdown }

  mutating func add(_ cell: NotebookCell) {
    let body = markdown.body(of: cell)
    if body.isEmpty, cell.marks.opening == nil, cell.marks.closing == nil { return }
    guard cell.kind == .code else {
      close()
      begin(cell.marks.opening ?? "")
      text += body
      end(cell.marks.closing, else: Self.blank)
      return
    }
    if let opening = cell.marks.opening {
      close()
      begin(opening)
    } else if !isOpen {
      begin(Self.opening)
    }
    text += body
    isOpen = cell.marks.closing == nil
    if let closing = cell.marks.closing { end(closing, else: Self.closing) }
  }

  private mutating func close() {
    if isOpen { end(nil, else: Self.closing) }
    isOpen = false
  }

  /// On a line of its own.
  private mutating func begin(_ opening: String) {
    if !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") { text += Self.blank }
    text += opening
  }

  private mutating func end(_ closing: String?, else usual: String) {
    text += closing ?? usual
    hasOwnEnd = closing != nil
  }

  /// With one line end at its end, unless its last cell knows better.
  var finished: String {
    var whole = self
    whole.close()
    return whole.hasOwnEnd || !whole.text.hasSuffix(Self.blank) ? whole.text : String(whole.text.dropLast())
  }
}
