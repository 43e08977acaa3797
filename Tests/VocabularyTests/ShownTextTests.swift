import TestSupport
import Testing
import Vocabulary

/// Text on its way to a terminal: how wide it is, what never reaches it, what its parts are.
@Suite struct ShownTextTests {
  @Test(arguments: [
    ("abc", 3), ("漢字", 4), ("한국어", 6), ("e\u{301}", 1), ("👩‍🔬", 2), ("🇩🇪", 2), ("❤️", 2), ("×⁻⁷", 3), ("σ₁", 2),
    ("ｆｕｌｌ", 8), ("", 0),
  ])
  func `columns are those of a terminal`(_ text: String, _ columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func `columns of every character are those that wcwidth says`() throws {
    var compared = 0
    for row in try References.text("terminal/columns.tsv").split(separator: "\n") {
      let fields = row.split(separator: "\t")
      guard fields.count == 3, let first = UInt32(fields[0], radix: 16), let last = UInt32(fields[1], radix: 16) else {
        throw References.Unreadable(path: String(row))
      }
      for scalar in (first...last).compactMap(Unicode.Scalar.init) {
        #expect(scalar.columns == Int(fields[2]), "U+\(String(scalar.value, radix: 16))")
        compared += 1
      }
    }
    #expect(compared > 250_000)
  }

  @Test func `nothing that steers a terminal is left`() {
    let steering =
      (0..<0x20).map { $0 } + [0x7F] + Array(0x80..<0xA0) + Array(0x202A...0x202E) + Array(0x2066...0x2069)
      + [0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF]
    for code in steering {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let shown = String(Character(scalar)).visible()
      #expect(shown.unicodeScalars.allSatisfy { $0 != scalar && $0.properties.generalCategory != .control })
      #expect(shown.count == 1)
    }
    #expect("\u{7F}\u{1B}[31m".visible() == "␡␛[31m")
    #expect("a\nb".visible() == "a⏎b")
    #expect("a\nb".visible(keepsLines: true) == "a\nb")
    #expect("漢字 é √".visible() == "漢字 é √")
  }

  @Test func `roles keep to their parts when texts are joined and indented`() {
    var inner = Printed()
    inner.append("x", as: .name)
    inner.append("\nis ")
    inner.append(2.5)
    var outer = Printed()
    outer.append("error", as: .error)
    outer.append(": ")
    outer.append(inner)
    let marked: String = outer.marked { text, role in role.map { "<\($0) \(text)>" } ?? text }
    #expect(marked == "<error error>: <name x>\nis <number 2.5>")
  }
}
