/// Numbers from their digits.
enum NumberLiteral {
  /// The double nearest to a decimal number; nan where the text is none.
  ///
  /// Up to 15 digits and a power of ten up to 22 are exact doubles, so that one division rounds correctly (Clinger 1990); all
  /// else is left to the library.
  static func value(of text: String) -> Double {
    var digits = 0
    var count = 0
    var fraction = 0
    var isFraction = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        count += 1
        if isFraction { fraction += 1 }
        if count > 15 { return Double(text) ?? .nan }
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      default: return Double(text) ?? .nan
      }
    }
    return count == 0 ? .nan : Double(digits) / powersOfTen[fraction]
  }

  /// A whole number with or without sign; nil where there are no digits or something else.
  static func whole(_ characters: [UInt8]) -> Double? {
    let sign = characters.first == UInt8(ascii: "-") ? -1.0 : 1
    let hasSign = sign < 0 || characters.first == UInt8(ascii: "+")
    let digits = hasSign ? characters.dropFirst() : characters[...]
    guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return sign * value(of: String(decoding: digits, as: UTF8.self))
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
