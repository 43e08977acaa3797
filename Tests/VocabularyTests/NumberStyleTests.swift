import Testing
import Vocabulary

@Suite struct NumberStyleTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-4, "-4"), (10000, "10000"), (9007199254740992, "9007199254740992"),
    (0x1p60, "1.15292×10¹⁸"), (15.811388300841896, "15.8114"), (0.1, "0.1"), (0.0001, "0.0001"), (3e-7, "3×10⁻⁷"),
    (0.00009, "9×10⁻⁵"), (-3e-7, "-3×10⁻⁷"), (999999.4, "999999"), (999999.5, "1×10⁶"), (999999.7, "1×10⁶"),
    (1234567.5, "1.23457×10⁶"), (0.99999999, "1"), (1e300, "1×10³⁰⁰"), (Double.leastNonzeroMagnitude, "4.94066e-324"),
    (1e-307, "1×10⁻³⁰⁷"), (1e-308, "1e-308"),
    (.infinity, "∞"), (-.infinity, "-∞"), (.nan, "nan"), (1.5e22, "1.5×10²²"),
  ])
  func `numbers with six digits`(_ number: Double, _ text: String) {
    #expect(NumberStyle.standard.text(number) == text)
  }

  @Test func `other digits and notations`() {
    #expect(NumberStyle(digits: 17).text(0.1) == "0.10000000000000001")
    #expect(NumberStyle(digits: 1).text(0.26) == "0.3")
    #expect(NumberStyle(digits: 2).text(1234.5) == "1200")
    #expect(NumberStyle(notation: .e).text(3e-7) == "3e-07")
    #expect(NumberStyle(notation: .e).text(-1.25e120) == "-1.25e+120")
    #expect(NumberStyle(notation: .e).text(-.infinity) == "-inf")
  }

  /// Seventeen digits are enough to read the same double back.
  @Test func `seventeen digits keep every bit`() {
    var pattern: UInt64 = 0x0123_4567_89AB_CDEF
    for _ in 0..<2000 {
      pattern = pattern &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(bitPattern: pattern)
      guard number.isFinite else { continue }
      #expect(Double(NumberStyle(digits: 17, notation: .e).text(number)) == number)
    }
  }
}

@Suite struct DisplayTests {
  @Test func `numbers keep their places and values`() {
    let printed = Display("σ = \(√250), n = \(3)").printed()
    #expect(printed.text == "σ = 15.8114, n = 3")
    #expect(printed.numbers.map(\.value) == [√250, 3])
    let bytes = Array(printed.text.utf8)
    let texts = printed.numbers.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(texts == ["15.8114", "3"])
  }

  @Test func `tables line up`() {
    var table = Table([Table.Column("name", .left), Table.Column("value")])
    table.add(["a", Display(1)])
    table.add(["long", Display(250)])
    #expect(Display(table).printed().text == "  name   value\n  a          1\n  long     250")
  }

  @Test(arguments: [
    ("3×10⁻⁷", "3e-07"), ("x² + y³", "x^2 + y^3"), ("∞", "inf"), ("2 × 3 ≤ √4", "2 * 3 <= sqrt 4"), ("f′(x)", "f'(x)"),
    ("10⁻⁵", "10^-5"), ("‖∂L/∂z‖", "||dL/dz||"), ("███", "###"), ("plain", "plain"), ("日", "?"),
  ])
  func `ASCII forms`(_ text: String, _ ascii: String) {
    #expect(text.asciiForm == ascii)
  }
}

prefix operator √
private prefix func √ (x: Double) -> Double { x.squareRoot() }
