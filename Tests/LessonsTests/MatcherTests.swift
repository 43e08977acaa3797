import Builtins
import Lessons
import Testing

/// What counts as equal, rule by rule; each is shown by a lesson of one command.
@Suite struct MatcherTests {
  /// Whether a command's output counts as equal to some expected lines.
  private func holds(_ command: String, _ expected: String...) throws -> Bool {
    let markdown = (["```gradus", "> " + command] + expected + ["```"]).joined(separator: "\n")
    let results = try Lesson.run(Document(markdown), builtins: .standard).commands
    return try #require(results.first).holds
  }

  @Test func `numbers are compared to the digits written`() throws {
    #expect(try holds("√250", "15.8"))
    #expect(try holds("√250", "15.81"))
    #expect(try holds("√250", "15.8114"))
    #expect(try holds("√250", "15.811388300841898"))
    #expect(try !holds("√250", "15.9"))
    #expect(try !holds("√250", "15.82"))
    #expect(try !holds("√250", "-15.8"))
    #expect(try !holds("√250", "15.8115"))
  }

  @Test func `a value on the edge never flips`() throws {
    #expect(try holds("0.15", "0.1"))
    #expect(try holds("0.15", "0.2"))
    #expect(try !holds("0.1500001", "0.1"))
  }

  @Test func `whole numbers are checked to all digits printed`() throws {
    #expect(try holds("16", "16"))
    #expect(try !holds("√250", "16"))
    #expect(try !holds("√250", "15"))
    #expect(try holds("3 + 1e-12", "3"))
    #expect(try !holds("3.001", "3"))
  }

  @Test func `notations of one number are the same`() throws {
    for written in ["3×10⁻⁷", "3e-07", "3e-7", "3.0e-7", "0.0000003"] {
      #expect(try holds("0.1⁵ × 0.03", written), "\(written)")
    }
    #expect(try !holds("0.1⁵ × 0.03", "3×10⁻⁶"))
    #expect(try holds("1/0", "∞"))
    #expect(try holds("-1/0", "-inf"))
    #expect(try !holds("1/0", "1e308"))
    #expect(try holds("0/0", "nan"))
    #expect(try !holds("0/0", "0"))
    #expect(try holds("-3", "−3"))
  }

  @Test func `a margin widens one number`() throws {
    #expect(try holds("√250", "15.5 ±0.4"))
    #expect(try holds("√250", "15.5 +-0.4"))
    #expect(try holds("√250", "15.5±2.1%"))
    #expect(try !holds("√250", "15.5 ±0.3"))
    #expect(try !holds("√250", "15.5 ±1%"))
    #expect(try holds("[1.01, 2]", "[1 ±0.02, 2]"))
    #expect(try !holds("[1.01, 2.1]", "[1 ±0.02, 2]"))
  }

  @Test func `any text within a line`() throws {
    #expect(try holds("normal(0, 1)", "normal[..]"))
    #expect(try holds("normal(0, 1)", "[..]stddev=1)"))
    #expect(try holds("normal(0, 1)", "n[..]=0,[..]"))
    #expect(try holds("normal(0, √250)", "[..] stddev=15.8)"))
    #expect(try !holds("normal(0, √250)", "[..] stddev=15.9)"))
    #expect(try !holds("normal(0, 1)", "[..]2)"))
  }

  @Test func `any lines`() throws {
    #expect(try holds("chain 0.1³ × 1", "..."))
    #expect(try holds("chain 0.1³ × 1", "...", "vanishing: ×10⁻³ over 3 layers", "..."))
    #expect(try holds("3", "...", "3", "..."))
    #expect(try !holds("chain 0.1³ × 1", "...", "exploding[..]", "..."))
    #expect(try !holds("3", "..", "3"))
  }

  @Test func `a leading backslash makes a line literal`() throws {
    #expect(try !holds("normal(0, 1)", "\\normal[..]"))
    #expect(try holds("\"[..]\"", "\\\"[..]\""))
    #expect(try holds("3", "\\3"))
  }

  @Test func `runs of white space match each other`() throws {
    #expect(try holds("[1, 2]", "[1,   2]  ", "", ""))
    #expect(try holds("chain 0.1 × 1", "layer factor gradient", "..."))
    #expect(try !holds("[1, 2]", "[1,2]"))
    #expect(try !holds("\"ab\"", "\"a b\""))
  }

  @Test func `errors must be announced`() throws {
    #expect(try holds("foo", "error: there is nothing called 'foo'"))
    #expect(try holds("foo", "error: [..]"))
    #expect(try holds("foo", "error: there is nothing called 'foo'", "  foo", "  ^^^"))
    #expect(try !holds("foo", "error: there is nothing called 'bar'"))
    #expect(try !holds("foo", "error: there is nothing called 'foo'", "  foo", "  ^"))
    #expect(try !holds("foo"))
    #expect(try !holds("foo", "..."))
    #expect(try !holds("3", "error: [..]"))
    #expect(try holds("1; foo", "1", "error: there is nothing called 'foo'"))
  }

  @Test func `nothing may be left out or added`() throws {
    #expect(try !holds("3"))
    #expect(try !holds("3;", "3"))
    #expect(try holds("3;"))
    #expect(try !holds("1; 2", "1"))
    #expect(try !holds("3", "3 4"))
    #expect(try !holds("3", "3", "4"))
  }

  @Test func `tolerance, any text and any lines work together`() throws {
    #expect(try holds("[1.02, 2.5]; \"x\"; 3", "[1 ±0.05, [..]]", "...", "3.0"))
    #expect(try holds("normal(0.1, 2.04)", "[..](mean=0.1 ±10%, stddev=2 ±0.05[..]"))
    #expect(try !holds("normal(0.1, 2.06)", "[..](mean=0.1 ±10%, stddev=2 ±0.05[..]"))
    #expect(try holds("[0.31, 0.32, 0.33]", "[..], 0.32 +-0.001, [..]"))
  }

  @Test func `half a unit of the last digit written, and a billionth on top`() throws {
    #expect(try holds("2.5 + 1e-9", "3.0 ±0.5"))
    #expect(try holds("0.125", "0.12"))
    #expect(try holds("0.125", "0.13"))
    #expect(try !holds("0.125 + 1e-6", "0.12"))
    #expect(try holds("0.125 + 1e-10", "0.12"))
    #expect(try holds("1234567", "1.235×10⁶"))
    #expect(try holds("1234567", "1.2e6"))
    #expect(try !holds("1234567", "1.3e6"))
    #expect(try holds("-0.04", "0.0"))
    #expect(try holds("1e-300", "0.00"))
    #expect(try !holds("0.1", "0"))
    #expect(try holds("1e300", "1×10³⁰⁰"))
    #expect(try holds("10⁻⁵", "1e-5"))
    #expect(try !holds("10⁻⁵", "10⁻⁴"))
  }

  @Test func `a whole number is checked to all digits printed`() throws {
    #expect(try holds("1234567890", "1.23457×10⁹"))
    #expect(try holds("123456", "123456"))
    #expect(try !holds("123456", "123457"))
    #expect(try holds("100 + 1e-5", "100"))
    #expect(try !holds("100 + 1e-3", "100"))
  }

  @Test func `margins`() throws {
    #expect(try holds("100", "98.1 ±2%"))
    #expect(try !holds("100", "97 ±2%"))
    #expect(try holds("-100", "-98.1 ± 2%"))
    #expect(try holds("3", "3 +- 0"))
    #expect(try !holds("3.01", "3 ±0"))
    #expect(try holds("\"3 ±2\"", "\"3 ±2\""))
    #expect(try !holds("√250", "\\15.5 ±0.4"))
  }

  @Test func `any text may be nothing, and stands anywhere`() throws {
    #expect(try holds("\"ab\"", "\"a[..]b\""))
    #expect(try holds("\"ab\"", "[..]\"ab\"[..]"))
    #expect(try holds("\"aXbXc\"", "[..]X[..]X[..]"))
    #expect(try !holds("\"aXbc\"", "[..]X[..]X[..]"))
    #expect(try holds("\"abab\"", "[..]ab\""))
    #expect(try holds("\"aab\"", "\"[..]ab\""))
    #expect(try holds("3", "[..]"))
    #expect(try !holds("3;", "[..]"))
    #expect(try holds("1755", "[..]5"))
    #expect(try !holds("\"ab\"", "\"b[..]a\""))
  }

  @Test func `any lines take the places that leave most to the rest`() throws {
    #expect(try holds("1; 2; 1; 2; 3", "...", "1", "2", "3"))
    #expect(try holds("1; 2; 1; 2; 3", "1", "...", "2", "...", "3", "..."))
    #expect(try !holds("1; 2; 3", "1", "2", "...", "2", "3"))
    #expect(try holds("1; 2; 3", "1", "  ... ", "2", "3"))
    #expect(try holds("3;", "..."))
    #expect(try !holds("1; 2; 3", "...", "2", "...", "1", "..."))
  }

  /// Many wildcards would take for ever if each were tried with each.
  @Test(.timeLimit(.minutes(5))) func `patterns cannot be made to take long`() throws {
    let many = String(repeating: "[..]a", count: 400)
    #expect(try !holds("\"\(String(repeating: "a", count: 2000))\"", many + "b"))
    #expect(try holds("\"\(String(repeating: "a", count: 2000))\"", many + "\""))
    #expect(try !holds("\"\(String(repeating: "a ", count: 2000))\"", String(repeating: "[..] [..]", count: 400) + "b"))
    let lines = [String](repeating: "...", count: 600).joined(separator: "\n")
    #expect(try !holds("chain 0.9^30", lines + "\nx\n" + lines))
  }

  @Test func `outputs of very many lines`() throws {
    let count = 100_000
    let command = [String](repeating: "1", count: count).joined(separator: ";")
    let ones = [String](repeating: "1", count: count / 2).joined(separator: "\n")
    // A small stack, as threads of a test run have, must do.
    #expect(try holds(command, ones, ones))
    #expect(try holds(command, "...", ones, "..."))
    #expect(try !holds(command, ones, "2", ones))
    #expect(try !holds(command, "...", "2", ones))
  }
}
