/// Reads JSON, strictly (RFC 8259), from bytes that may be anything.
public struct JSONReader {
  public indirect enum Item: Equatable, Sendable {
    case object([String: Item])
    case array([Item])
    case text(String)
    /// As it is written.
    case number(String)
    case truth(Bool)
    case null
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private let deepest: Int

  /// The content of all the bytes, nil where that is no JSON, an object names something twice, or objects and arrays lie deeper
  /// in each other than they may.
  public static func item(in bytes: ArraySlice<UInt8>, deepest: Int = 32) -> Item? {
    var reader = JSONReader(bytes: bytes, position: bytes.startIndex, deepest: deepest)
    guard let item = reader.item(depth: 0) else { return nil }
    reader.skipSpace()
    return reader.position == bytes.endIndex ? item : nil
  }

  private var byte: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard byte == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func item(depth: Int) -> Item? {
    guard depth < deepest else { return nil }
    if take("{") { return object(depth: depth) }
    if take("[") { return array(depth: depth) }
    if take("\"") { return text().map { .text($0) } }
    if take(word: "true") { return .truth(true) }
    if take(word: "false") { return .truth(false) }
    if take(word: "null") { return .null }
    return number()
  }

  private mutating func object(depth: Int) -> Item? {
    var entries: [String: Item] = [:]
    if take("}") { return .object(entries) }
    repeat {
      guard take("\""), let key = text(), take(":"), let item = item(depth: depth + 1),
        entries.updateValue(item, forKey: key) == nil
      else { return nil }
    } while take(",")
    return take("}") ? .object(entries) : nil
  }

  private mutating func array(depth: Int) -> Item? {
    var items: [Item] = []
    if take("]") { return .array(items) }
    repeat {
      guard let item = item(depth: depth + 1) else { return nil }
      items.append(item)
    } while take(",")
    return take("]") ? .array(items) : nil
  }

  private mutating func number() -> Item? {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    if byte == UInt8(ascii: "0") { position += 1 } else if !takeDigits() { return nil }
    if byte == UInt8(ascii: ".") {
      position += 1
      guard takeDigits() else { return nil }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      guard takeDigits() else { return nil }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// One digit at least.
  private mutating func takeDigits() -> Bool {
    let start = position
    while let byte, (0x30...0x39).contains(byte) { position += 1 }
    return position > start
  }

  /// What follows an opening quotation mark, with the closing one.
  private mutating func text() -> String? {
    var content: [UInt8] = []
    while let next = byte {
      position += 1
      switch next {
      case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        content += Array(String(Character(scalar)).utf8)
      case 0..<0x20: return nil
      default: content.append(next)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard let sign = byte else { return nil }
    position += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(sign)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let first = unit() else { return nil }
      guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
      guard take(word: "\\u"), let second = unit(), (0xDC00..<0xE000).contains(second) else { return nil }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    default: return nil
    }
  }

  /// Four hexadecimal digits.
  private mutating func unit() -> UInt32? {
    guard position + 4 <= bytes.endIndex else { return nil }
    var value: UInt32 = 0
    for digit in bytes[position..<position + 4] {
      guard let number = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(number)
    }
    position += 4
    return value
  }
}
