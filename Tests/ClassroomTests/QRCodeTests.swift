import Classroom
import TestSupport
import Testing

/// Codes for cameras, beside those of python-qrcode.
struct QRCodeTests {
  /// Any mask can be read; which one is best, libraries see differently.
  @Test func matchesAnotherLibraryUnderOneOfTheMasks() throws {
    let rows = try References.rows("codes/codes.csv")
    for (text, rows) in Dictionary(grouping: rows, by: { $0[0] }) {
      let code = try #require(QRCode(text))
      let modules = (0..<code.size).map { row in
        (0..<code.size).map { code[row, $0] ? "1" : "0" }.joined()
      }.joined(separator: "/")
      #expect(rows.contains { $0[2] == modules }, "\(text)")
    }
  }

  @Test func takesUpTo106Bytes() {
    #expect(QRCode(String(repeating: "a", count: 106))?.size == 37)
    #expect(QRCode(String(repeating: "a", count: 107)) == nil)
    #expect(QRCode("")?.size == 21)
  }

  @Test func isDrawnInHalfBlocks() throws {
    let code = try #require(QRCode("HTTP"))
    #expect(code.lines.count == 13)
    #expect(code.lines.allSatisfy { $0.count == code.size + 4 })
    #expect(code.lines[0].allSatisfy { $0 == " " })
    #expect(code.lines[1].hasPrefix("  █▀▀▀▀▀█ "))
  }
}
