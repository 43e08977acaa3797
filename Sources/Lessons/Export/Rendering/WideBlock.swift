/// Blocks that scroll sideways on a small phone: keyboards must reach them.
enum WideBlock {
  /// What fits on a phone of 320 pixels, in characters.
  private static let widest = 28

  /// The attribute `tabindex` of a block whose widest line has so many characters; nil where it never scrolls.
  static func tabIndex(ofWidth width: Int) -> String? { width > widest ? "0" : nil }

  /// The same of a text.
  static func tabIndex(of text: String) -> String? { tabIndex(ofWidth: text.lines.map(\.count).max() ?? 0) }

  /// The same of a table, by the texts of its cells.
  static func tabIndex(of rows: [[String]]) -> String? {
    let columns = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return tabIndex(ofWidth: columns.reduce(0, +) + gap * columns.count)
  }

  /// Between two columns.
  private static let gap = 2
}
