import Language
import Vocabulary

/// Commands that give a name a value and do no more, such as `n = 100`, in whose place others may stand.
extension String {
  /// Where the value stands that a command `n = 100` gives a name; nil where it does something else.
  func value(givenTo name: String) -> Range<Index>? {
    guard let sign = firstIndex(of: "="),
      self[..<sign].drop(while: { $0.isWhitespace || $0 == ">" }).trimmingSpace == name
    else { return nil }
    var rest = self[index(after: sign)...].prefix { $0 != "#" }.drop(while: \.isWhitespace)
    while let last = rest.last, last.isWhitespace || last == ";" { rest.removeLast() }
    return rest.isEmpty || rest.first == "=" ? nil : rest.startIndex..<rest.endIndex
  }

  /// That value as it is written.
  func given(to name: String) -> String? { value(givenTo: name).map { String(self[$0]) } }

  /// What stands between its commas that are in no bracket, without white space.
  var listed: [String] {
    let bytes = Array(utf8)
    var parts: [String] = []
    var (depth, start) = (0, 0)
    for token in Lexer.tokens(of: self) {
      depth += token.kind.nesting
      guard token.kind == .end || (depth <= 0 && token.is(.comma)) else { continue }
      parts.append(String(decoding: bytes[start..<token.span.lowerBound], as: UTF8.self).trimmingSpace)
      start = token.span.upperBound
    }
    return parts
  }
}
