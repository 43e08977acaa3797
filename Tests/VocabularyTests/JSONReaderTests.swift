import Testing
import Vocabulary

/// What is JSON by RFC 8259, and what is not.
@Suite struct JSONReaderTests {
  private func item(_ text: String) -> JSONReader.Item? { JSONReader.item(in: Array(text.utf8)[...]) }

  @Test(
    arguments: [
      ("null", .null), (" true ", .truth(true)), ("\r\n\tfalse", .truth(false)), ("[]", .array([])),
      ("{ }", .object([:])), ("[1 , [ 2 ]]", .array([.number("1"), .array([.number("2")])])),
      ("{\"a\" : {\"b\":null}}", .object(["a": .object(["b": .null])])), ("\"\"", .text("")),
      ("0", .number("0")), ("-0", .number("-0")), ("-12.50e+03", .number("-12.50e+03")), ("1E9", .number("1E9")),
      ("123456789012345678901234567890", .number("123456789012345678901234567890")), ("1e999", .number("1e999")),
      (#""\"\\\/\b\f\n\r\t\u00e9""#, .text("\"\\/\u{8}\u{C}\n\r\t\u{E9}")), (#""\ud835\udf0E""#, .text("𝜎")),
      ("\"σ𝜎\"", .text("σ𝜎")), ("\"\u{7F}\"", .text("\u{7F}")), (#""\u0000""#, .text("\0")),
    ] as [(String, JSONReader.Item)]) func `what is JSON`(text: String, expected: JSONReader.Item)
  {
    #expect(item(text) == expected)
  }

  @Test(arguments: [
    "", " ", "nul", "True", "[", "]", "[1,]", "[,1]", "[1 2]", "{", "{1: 2}", "{\"a\"}", "{\"a\": 1,}",
    "{\"a\": 1 \"b\": 2}",
    "{\"a\": 1, \"a\": 2}", "+1", "01", "-", "1.", ".5", "1e", "1e+", "0x1", "1_0", "NaN", "Infinity", "--1", "1 1",
    "'a'",
    "\"", "\"a", "\"\\\"", "\"\n\"", "\"\\x41\"", "\"\\u12\"", "\"\\u12G4\"", #""\ud800""#, #""\ud800a""#,
    #""\ud800\u0041""#,
    #""\udc00""#, #""\ud800\ud800""#, "\u{FEFF}1", "// a\n1", "[1] // a",
  ]) func `what is not`(text: String) {
    #expect(item(text) == nil)
  }

  @Test func `bytes that are no text are not`() {
    #expect(JSONReader.item(in: [0x22, 0xFF, 0x22]) == nil)
    // A surrogate that is written in bytes.
    #expect(JSONReader.item(in: [0x22, 0xED, 0xA0, 0x80, 0x22]) == nil)
  }

  @Test func `it goes so deep and no deeper`() {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(item(nested(32)) != nil && item(nested(33)) == nil)
    #expect(item(String(repeating: "[{\"a\":", count: 100_000)) == nil)
    #expect(JSONReader.item(in: Array(nested(64).utf8)[...], deepest: 64) != nil)
  }
}
