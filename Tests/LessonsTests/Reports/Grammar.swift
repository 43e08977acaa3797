/// Whether a text is JSON, by its grammar.
enum Grammar {
  static func isJSON(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    return value(&rest) && skip(&rest).isEmpty
  }

  private static func skip(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    rest = rest.drop { [0x20, 0x0A, 0x0D, 0x09].contains($0) }
    return rest
  }

  private static func take(_ word: String, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard skip(&rest).starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  private static func value(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if take("{", &rest) {
      return list(&rest, end: "}") { string(&$0) && take(":", &$0) && value(&$0) }
    }
    if take("[", &rest) { return list(&rest, end: "]") { value(&$0) } }
    for word in ["null", "true", "false"] where take(word, &rest) { return true }
    if skip(&rest).first == UInt8(ascii: "\"") { return string(&rest) }
    let digits = rest.prefix { "+-.eE0123456789".utf8.contains($0) }
    rest = rest.dropFirst(digits.count)
    return Double(String(decoding: digits, as: UTF8.self)) != nil
  }

  private static func list(
    _ rest: inout ArraySlice<UInt8>, end: String, _ item: (inout ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    if take(end, &rest) { return true }
    repeat { guard item(&rest) else { return false } } while take(",", &rest)
    return take(end, &rest)
  }

  private static func string(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard take("\"", &rest) else { return false }
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") { return true }
      if byte < 0x20 { return false }
      guard byte == UInt8(ascii: "\\") else { continue }
      guard let escape = rest.popFirst(), "\"\\/bfnrtu".utf8.contains(escape) else { return false }
      if escape == UInt8(ascii: "u") {
        guard rest.prefix(4).count == 4, rest.prefix(4).allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
          return false
        }
        rest = rest.dropFirst(4)
      }
    }
    return false
  }
}
