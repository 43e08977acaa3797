import Vocabulary
import Workbench

/// How a command is shown where the terminal knows only ASCII, so that what is copied from it means the same.
///
/// Most characters have a spelling of their own. A run of raised ones has one `^`, a run of lowered ones one `_`, and what
/// a `√` takes gets brackets.
struct ASCIISpelling {
  private let text: [Unicode.Scalar]
  /// Where brackets of a root close: after these characters.
  private var closings: [Int: Int] = [:]

  init(_ text: [Unicode.Scalar]) {
    self.text = text
    for index in text.indices where text[index] == "√" && !isBracket(index + 1) {
      var end = index + 1
      while end < text.count, text[end] == "√" { end += 1 }
      if isBracket(end) {
        var depth = 0
        while end < text.count {
          if text[end] == "(" { depth += 1 } else if text[end] == ")" { depth -= 1 }
          end += 1
          if depth == 0 { break }
        }
      } else {
        while end < text.count, Self.isAtomPart(text[end]) { end += 1 }
      }
      closings[end - 1, default: 0] += 1
    }
  }

  func cells(at index: Int, style: Style) -> [Cell] {
    var spelling = spelling(at: index)
    if let count = closings[index] { spelling += String(repeating: ")", count: count) }
    if text[index].isASCII, closings[index] == nil { return Cell.cells(for: text[index], style: style) }
    return Cell.cells(ascii: spelling, style: style)
  }

  private func spelling(at index: Int) -> String {
    let scalar = text[index]
    if scalar.isASCII { return String(Character(scalar)) }
    if scalar == "√" { return isBracket(index + 1) ? "sqrt" : "sqrt(" }
    let before = index > 0 ? text[index - 1] : " "
    if Superscript.baseline(scalar) != nil, Superscript.baseline(before) != nil {
      return String(String(Character(scalar)).asciiForm.dropFirst())
    }
    let spelled = Symbols.ascii(String(Character(scalar)))
    return spelled.hasPrefix("_") && Symbols.ascii(String(Character(before))).hasPrefix("_") && before != "_"
      ? String(spelled.dropFirst()) : spelled
  }

  private func isBracket(_ index: Int) -> Bool { index < text.count && text[index] == "(" }

  private static func isAtomPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "." || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
