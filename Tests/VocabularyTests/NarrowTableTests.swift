import Testing
import Vocabulary

/// Tables in windows that are narrower than they would like.
@Suite struct NarrowTableTests {
  private static let table: Table = {
    var table = Table([
      Table.Column("layer"), Table.Column("units", .left), Table.Column("measured"), Table.Column("predicted"),
      Table.Column("", .left),
    ])
    for (layer, length) in [(1, 20), (2, 10), (3, 1), (4, 0)] {
      table.add([
        Display(Double(layer)), Display("20 sigmoid"), Display(Double(layer) / 3), Display(Double(layer) * 1e-7),
        Display(String(repeating: "█", count: length)),
      ])
    }
    return table
  }()

  private func lines(_ width: Int) -> [String] {
    var style = NumberStyle.standard
    style.width = width
    return Self.table.printed(in: style).text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [30, 34, 40, 48, 60, 70, 79]) func `no line is wider than the window, and nothing is lost`(
    _ width: Int
  ) {
    let (narrow, wide) = (lines(width), lines(80))
    #expect(narrow.allSatisfy { $0.columns <= width }, "\(narrow.joined(separator: "\n"))")
    let words = Set(wide.joined(separator: " ").split(separator: " ")).filter { !$0.hasPrefix("█") }
    #expect(words.isSubset(of: Set(narrow.joined(separator: " ").split(separator: " "))))
  }

  @Test func `columns without room stand below, behind the first one`() {
    #expect(
      lines(40) == [
        "  layer  units       measured  predicted", "      1  20 sigmoid  0.333333     1×10⁻⁷",
        "      2  20 sigmoid  0.666667     2×10⁻⁷", "      3  20 sigmoid         1     3×10⁻⁷",
        "      4  20 sigmoid   1.33333     4×10⁻⁷", "  layer", "      1   ████████████████████",
        "      2   ██████████", "      3   █", "      4",
      ])
  }

  @Test func `bars become shorter before they leave their row`() {
    #expect(lines(54).first { $0.contains("█") }.map { $0.columns <= 54 } == true)
    #expect(lines(54).count == 5)
    #expect(lines(54).map { line in line.count { $0 == "█" } }.dropFirst().last == 0)
  }
}
