import Workbench

/// Reads the little of Python's notation that heads `.npy` files: a dictionary of texts, truths and tuples of whole
/// numbers.
struct PythonLiteral {
  enum Item: Equatable {
    case text(String)
    case truth(Bool)
    case tuple([Int])
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The entries, nil where the text is anything else or has something behind the dictionary.
  mutating func dictionary() -> [String: Item]? {
    guard take("{") else { return nil }
    var entries: [String: Item] = [:]
    while !take("}") {
      guard let key = text(), take(":"), let item = item(), entries.updateValue(item, forKey: key) == nil,
        take(",") || peek == UInt8(ascii: "}")
      else { return nil }
    }
    skipSpace()
    return position == bytes.count ? entries : nil
  }

  private mutating func item() -> Item? {
    if take("True") { return .truth(true) }
    if take("False") { return .truth(false) }
    if take("(") { return tuple() }
    return text().map { .text($0) }
  }

  /// `(3, 4)`, `(3,)` or `()`; Python 2 wrote `3L`.
  private mutating func tuple() -> Item? {
    var numbers: [Int] = []
    while !take(")") {
      skipSpace()
      let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      position += digits.count
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
      _ = take("L")
      numbers.append(number)
      guard take(",") || peek == UInt8(ascii: ")") else { return nil }
    }
    return .tuple(numbers)
  }

  private mutating func text() -> String? {
    skipSpace()
    guard let quote = peek, [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(quote),
      let end = bytes[(position + 1)...].firstIndex(of: quote)
    else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
  }

  private mutating func take(_ word: String) -> Bool {
    skipSpace()
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private var peek: UInt8? {
    var index = position
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    return index < bytes.count ? bytes[index] : nil
  }

  private mutating func skipSpace() {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
