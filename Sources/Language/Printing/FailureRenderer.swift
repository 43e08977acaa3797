import Vocabulary

/// Draws a failure: what is wrong, the source line, and a caret under the place with what to do.
public enum FailureRenderer {
  /// Source lines that are wider are shown in part, where no width is given.
  public static let usualWidth = 78
  /// Longer messages are cut: one may quote what was typed, however long that is.
  private static let longestMessage = 228

  /// Up to three lines, without a line end after the last; the source line is no wider than the window.
  public static func printed(_ failure: Failure, in text: String, width: Int = usualWidth) -> Printed {
    var printed = Printed()
    printed.append("error", as: .error)
    printed.append(": " + shortened(failure.message))
    let hint = failure.hint.map { shortened($0) }
    let widest = max(20, min(width, usualWidth)) - 2
    guard let span = failure.span, let excerpt = Excerpt(of: text, around: span, widest: widest) else {
      if let hint { printed.append("\n  " + hint) }
      return printed
    }
    printed.append("\n  \(excerpt.line)\n  " + String(repeating: " ", count: excerpt.column))
    printed.append(String(repeating: "^", count: excerpt.width), as: .place)
    if let hint { printed.append(" " + hint) }
    return printed
  }

  /// The same as plain text.
  public static func render(_ failure: Failure, in text: String, width: Int = usualWidth) -> String {
    printed(failure, in: text, width: width).text
  }

  private static func shortened(_ message: String) -> String {
    let visible = message.visible()
    return visible.count <= longestMessage ? visible : String(visible.prefix(longestMessage)) + "…"
  }

  /// The line and column of a failure in its text, both counted from 1, columns in characters.
  public static func position(of failure: Failure, in text: String) -> (line: Int, column: Int)? {
    guard let span = failure.span else { return nil }
    let before = Array(text.utf8.prefix(span.lowerBound))
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    return (line, String(decoding: before[lineStart...], as: UTF8.self).count + 1)
  }
}

/// The part of a source line that surrounds a place.
private struct Excerpt {
  let line: String
  /// Columns before the place, and in it.
  let column: Int
  let width: Int

  init?(of text: String, around span: Range<Int>, widest: Int) {
    let bytes = Array(text.utf8)
    guard span.lowerBound <= bytes.count, span.lowerBound >= 0 else { return nil }
    let newline = UInt8(ascii: "\n")
    let start = (bytes[..<span.lowerBound].lastIndex(of: newline) ?? -1) + 1
    let end = bytes[span.lowerBound...].firstIndex(of: newline) ?? bytes.count
    let marked = span.lowerBound..<max(span.lowerBound, min(span.upperBound, end))
    func characters(_ range: Range<Int>) -> [Character] {
      Array(String(decoding: bytes[range], as: UTF8.self).visible())
    }
    let before = characters(start..<marked.lowerBound)
    let inside = characters(marked)
    let after = characters(marked.upperBound..<end)
    if before.columns + inside.columns + after.columns <= widest {
      line = String(before + inside + after)
      column = before.columns
      width = max(1, min(inside.columns, widest / 2))
      return
    }
    let shownBefore = before.suffix(columns: widest / 3)
    let lead: [Character] = shownBefore.count < before.count ? ["…"] : []
    let shownInside = inside.prefix(columns: widest / 2)
    let rest = shownInside.count < inside.count ? [] : after
    column = lead.count + shownBefore.columns
    width = max(1, shownInside.columns)
    let shownAfter = rest.prefix(columns: max(0, widest - column - width - 1))
    let isCut = shownInside.count < inside.count || shownAfter.count < after.count
    line = String(lead + shownBefore + shownInside + shownAfter) + (isCut ? "…" : "")
  }
}
