import Vocabulary
import Workbench

/// A notebook of Jupyter: format 4.5 where it is written; where it is read 3 and 4, whoever wrote it.
struct Notebook {
  var cells: [NotebookCell] = []
  /// Whether the lesson's lines end with both a carriage return and a line feed.
  var hasLongLineEnds = false
  /// Whether a byte order mark stands before the lesson.
  var hasByteOrderMark = false
  /// The language of its cells where that is not gradus, as the notebook says it.
  private(set) var otherLanguage: String?

  init() {}

  // MARK: Writing

  var bytes: [UInt8] {
    var own: [String: JSONReader.Item] = [:]
    if hasLongLineEnds { own["line_ends"] = .text("\r\n") }
    if hasByteOrderMark { own["byte_order_mark"] = .truth(true) }
    var metadata: [String: JSONReader.Item] = [
      "kernelspec": .object([
        "name": .text(NotebookLanguage.name), "display_name": .text(NotebookLanguage.name),
        "language": .text(NotebookLanguage.name),
      ]),
      "language_info": .object(
        Dictionary(
          NotebookLanguage.info.filter { $0.name != "version" }.map { ($0.name, .text($0.value)) }
        ) { first, _ in first }),
    ]
    if !own.isEmpty { metadata[CellMarks.name] = .object(own) }
    let file: JSONReader.Item = .object([
      "cells": .array(cells.map(\.item)), "metadata": .object(metadata), "nbformat": .number("4"),
      "nbformat_minor": .number("5"),
    ])
    return file.notebookFile
  }

  // MARK: Reading

  /// Whether bytes look like JSON rather than like Markdown.
  static func mayBeNotebook(_ text: String) -> Bool { text.first { !$0.isWhitespace } == "{" }

  /// How deep objects may lie in each other: front ends hang whatever they like into metadata.
  private static let deepest = 100

  /// Throws where the text is no notebook, or one of a format that is not known.
  init(reading text: String) throws(Failure) {
    guard let file = JSONReader.item(in: Array(text.utf8)[...], deepest: Self.deepest), file.members != nil else {
      throw Self.failure("this is no notebook: it is not JSON", hint: "download it again from Jupyter")
    }
    let format = file["nbformat"]?.integer
    if let format, !(3...4).contains(format) {
      throw Self.failure(
        "this notebook is of format \(format), and those that can be read are 3 and 4",
        hint: "let Jupyter save it anew")
    }
    let sheets = file["worksheets"]?.elements?.map { $0["cells"]?.elements }
    guard let items = file["cells"]?.elements ?? sheets?.flatMap({ $0 ?? [] }) else {
      throw Self.failure("this is no notebook: it has no list of cells")
    }
    for (number, item) in items.enumerated() {
      guard let cell = NotebookCell(item) else {
        throw Self.failure("cell \(number + 1) of this notebook cannot be read", hint: "let Jupyter save it anew")
      }
      cells.append(cell)
    }
    let metadata = file["metadata"]
    hasLongLineEnds = metadata?[CellMarks.name]?["line_ends"]?.text == "\r\n"
    hasByteOrderMark = metadata?[CellMarks.name]?["byte_order_mark"]?.truth ?? false
    let kernel = metadata?["kernelspec"]
    let said = (kernel?["language"] ?? metadata?["language_info"]?["name"] ?? kernel?["name"])?.text
    if let said, said != NotebookLanguage.name, kernel?["name"]?.text != NotebookLanguage.name { otherLanguage = said }
  }

  private static func failure(_ message: String, hint: String? = nil) -> Failure {
    Failure(.document, message, hint: hint)
  }
}

/// What front ends are told of the language of cells.
package enum NotebookLanguage {
  package static let name = "gradus"

  /// By the names that the protocol and notebooks have for it.
  package static let info: [(name: String, value: String)] = [
    ("name", name), ("version", Version.current), ("mimetype", "text/x-gradus"), ("file_extension", ".gradus"),
    ("pygments_lexer", "text"),
    // Of all that front ends can colour, the nearest: the same comments, texts, numbers and Greek letters.
    ("codemirror_mode", "julia"),
  ]
}
