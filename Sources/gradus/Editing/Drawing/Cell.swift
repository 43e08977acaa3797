import CLibEdit
import Vocabulary
import Workbench

/// A character on the screen with the marks that belong to it.
struct Cell: Equatable {
  var text: String
  /// Columns: 1, or 2 for a wide character, 0 for a mark that joins the character before.
  var width: Int
  var style: Style

  /// What a character of the line looks like: a cell, several where it is shown as a control character or in ASCII.
  static func cells(for scalar: Unicode.Scalar, style: Style) -> [Cell] {
    switch scalar.value {
    case 0x20..<0x7F: return [Cell(text: String(Character(scalar)), width: 1, style: style)]
    case 0..<0x20, 0x7F:
      let letter = Unicode.Scalar(scalar.value ^ 0x40) ?? "?"
      return ["^", letter].map { Cell(text: String(Character($0)), width: 1, style: .faint) }
    default: break
    }
    if !Terminal.speaksUTF8 { return cells(ascii: Symbols.ascii(String(Character(scalar))), style: style) }
    let width = Int(width_of_character(wchar_t(bitPattern: scalar.value)))
    if width < 0 { return [Cell(text: "\u{FFFD}", width: 1, style: .faint)] }
    return [Cell(text: String(Character(scalar)), width: width, style: style)]
  }

  static func cells(_ text: String, style: Style) -> [Cell] {
    text.unicodeScalars.flatMap { cells(for: $0, style: style) }
  }

  static func cells(ascii text: String, style: Style) -> [Cell] {
    text.map { Cell(text: String($0), width: 1, style: style) }
  }
}
