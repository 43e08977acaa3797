import CQRCode

/// An address as a picture that phones read, drawn with half blocks.
struct QRCode {
  /// A row a line: black on white whatever the colours of the terminal.
  let lines: [String]
  /// Columns of a terminal.
  let width: Int

  /// Modules around it that stay white.
  private static let margin = 2

  /// Nil where the text is too long for one.
  init?(_ text: String) {
    guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_L, QR_MODE_8, 1) else { return nil }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    guard let modules = code.pointee.data else { return nil }
    func isDark(_ row: Int, _ column: Int) -> Bool {
      (0..<size).contains(row) && (0..<size).contains(column) && modules[row * size + column] & 1 == 1
    }
    width = size + 2 * Self.margin
    lines = stride(from: -Self.margin, to: size + Self.margin, by: 2).map { row in
      let blocks = (-Self.margin..<size + Self.margin).map { column in
        switch (isDark(row, column), isDark(row + 1, column)) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
      }
      return "\u{1B}[30;107m" + blocks.joined() + "\u{1B}[0m"
    }
  }
}
