import CLibEdit
import Lessons
import Platform
import Vocabulary

/// Shows what a tutor says: prose broken to the window, styles where they are allowed.
struct ProseStyle {
  let isEnabled: Bool

  /// The lines of some passages for the window as it is now. Wider than 80 columns is tiresome to read.
  func text(_ passages: [Passage]) -> String {
    let layout = ProseLayout(
      width: min(80, Terminal.columns), showsStyles: isEnabled, isASCII: !Terminal.speaksUTF8, columns: Self.columns)
    return text(layout.lines(of: passages))
  }

  func text(_ lines: [StyledLine]) -> String {
    lines.map { line in
      (isEnabled ? line.runs.map { Self.applied($0.style, to: $0.text) }.joined() : line.text) + "\n"
    }.joined()
  }

  private static let columns: @Sendable (Character) -> Int = { character in
    Cell.cells(String(character), style: .plain).reduce(0) { $0 + $1.width }
  }

  private static let codes: [(style: TextStyle, code: String)] = [
    (.strong, "1"), (.heading, "1"), (.title, "4"), (.emphasis, "3"), (.struck, "9"), (.faint, "2"),
    (.code, Style.number.rawValue), (.number, Style.number.rawValue), (.praise, Style.text.rawValue), (.doubt, "33"),
  ]

  private static func applied(_ style: TextStyle, to text: String) -> String {
    let codes = codes.filter { style.contains($0.style) }.map(\.code)
    return codes.isEmpty || text.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\(Style.off)"
  }
}
