import Vocabulary

/// Draws a failure: what is wrong, the source line, and a caret under the place with what to do.
public enum FailureRenderer {
  /// Longer source lines are shown in part.
  private static let widest = 76

  /// Up to three lines, without a line end after the last.
  public static func render(_ failure: Failure, in text: String) -> String {
    let head = "error: " + visible(shortened(failure.message))
    guard let span = failure.span, let excerpt = Excerpt(of: text, around: span, widest: widest) else {
      return failure.hint.map { head + "\n  " + visible(shortened($0)) } ?? head
    }
    let carets = String(repeating: " ", count: excerpt.column) + String(repeating: "^", count: excerpt.width)
    let hint = failure.hint.map { " " + visible(shortened($0)) } ?? ""
    return "\(head)\n  \(excerpt.line)\n  \(carets)\(hint)"
  }

  /// A message may quote what was typed, however long that is.
  private static func shortened(_ message: String) -> String {
    message.count <= 3 * widest ? message : String(message.prefix(3 * widest)) + "…"
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
  /// Characters before the place, and in it.
  let column: Int
  let width: Int

  init?(of text: String, around span: Range<Int>, widest: Int) {
    let bytes = Array(text.utf8)
    guard span.lowerBound <= bytes.count, span.lowerBound >= 0 else { return nil }
    let newline = UInt8(ascii: "\n")
    let start = (bytes[..<span.lowerBound].lastIndex(of: newline) ?? -1) + 1
    let end = bytes[span.lowerBound...].firstIndex(of: newline) ?? bytes.count
    let marked = span.lowerBound..<max(span.lowerBound, min(span.upperBound, end))
    let before = Array(visible(String(decoding: bytes[start..<marked.lowerBound], as: UTF8.self)))
    let inside = Array(visible(String(decoding: bytes[marked], as: UTF8.self)))
    let after = Array(visible(String(decoding: bytes[marked.upperBound..<end], as: UTF8.self)))
    width = max(1, min(inside.count, widest / 2))
    if before.count + inside.count + after.count <= widest {
      line = String(before + inside + after)
      column = before.count
    } else {
      let shownBefore = before.suffix(widest / 3)
      let lead: [Character] = shownBefore.count < before.count ? ["…"] : []
      let shown = lead + shownBefore + inside.prefix(widest / 2) + (inside.count > widest / 2 ? [] : after)
      line = String(shown.prefix(widest)) + (shown.count > widest || inside.count > widest / 2 ? "…" : "")
      column = lead.count + shownBefore.count
    }
  }
}

/// The text with control characters made visible, so that none reaches a terminal.
private func visible(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        switch scalar.value {
        case 0x09: " "
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "?"
        case 0x7F: "␡"
        case 0x80..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "?"
        default: scalar
        }
      }))
}
