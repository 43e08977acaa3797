import Platform

/// A positive finite number rounded to some significant decimal digits.
struct RoundedDecimal {
  /// The digits without trailing zeros, the first one not 0.
  let digits: [UInt8]
  /// The power of ten of the first digit.
  let exponent: Int

  /// Rounds the exact binary value, ties to even.
  ///
  /// Up to 15 digits, the shortest digits that name the number round as its exact value does, unless they end in just the
  /// tie; numbers below the normal ones have too few bits for that.
  init(rounding number: Double, to count: Int) {
    let count = max(1, min(count, 17))
    guard count <= 15, number.magnitude >= .leastNormalMagnitude else {
      self.init(exactly: number, to: count)
      return
    }
    let shortest = Self.parts(of: Array("\(number.magnitude)".utf8))
    guard shortest.digits.count > count else {
      self = shortest
      return
    }
    if shortest.digits.count == count + 1, shortest.digits[count] == UInt8(ascii: "5") {
      self.init(exactly: number, to: count)
    } else {
      self = shortest.rounded(to: count)
    }
  }

  private init(digits: [UInt8], exponent: Int) {
    self.digits = digits
    self.exponent = exponent
  }

  /// From `123.45`, `0.00012` or `1.5e-07`.
  private static func parts(of text: [UInt8]) -> RoundedDecimal {
    let mark = text.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
    var exponent = Int(String(decoding: text[mark...].dropFirst(), as: UTF8.self)) ?? 0
    let point = text[..<mark].firstIndex(of: UInt8(ascii: ".")) ?? mark
    var digits = text[..<mark].filter { $0 != UInt8(ascii: ".") }
    exponent += point - 1
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(min(zeros, digits.count - 1))
    exponent -= zeros
    return RoundedDecimal(digits: withoutZeros(digits), exponent: exponent)
  }

  private static func withoutZeros(_ digits: [UInt8]) -> [UInt8] {
    var digits = digits
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return digits
  }

  /// The nearest decimal number with so many digits; not for ties.
  private func rounded(to count: Int) -> RoundedDecimal {
    var kept = Array(digits[..<count])
    guard digits[count] >= UInt8(ascii: "5") else {
      return RoundedDecimal(digits: Self.withoutZeros(kept), exponent: exponent)
    }
    var index = count - 1
    while index >= 0, kept[index] == UInt8(ascii: "9") { index -= 1 }
    guard index >= 0 else { return RoundedDecimal(digits: [UInt8(ascii: "1")], exponent: exponent + 1) }
    kept[index] += 1
    kept.removeSubrange((index + 1)...)
    return RoundedDecimal(digits: kept, exponent: exponent)
  }

  /// The C library's `%e` is exact; only its digits and exponent are read, so a locale's decimal comma does no harm.
  private init(exactly number: Double, to count: Int) {
    var buffer = [CChar](repeating: 0, count: 40)
    _ = withVaList([CInt(count - 1), number.magnitude]) { vsnprintf(&buffer, buffer.count, "%.*e", $0) }
    let characters = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let mark = characters.firstIndex(of: UInt8(ascii: "e")) ?? characters.endIndex
    digits = Self.withoutZeros(
      characters[..<mark].filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    exponent = Int(String(decoding: characters[mark...].dropFirst(), as: UTF8.self)) ?? 0
  }

  /// `2.5` of 2.5×10⁻⁷.
  var mantissa: String {
    let first = String(decoding: digits.prefix(1), as: UTF8.self)
    return digits.count == 1 ? first : first + "." + String(decoding: digits.dropFirst(), as: UTF8.self)
  }

  /// The number without a power of ten: `0.00025`, `15.8114`, `1200`.
  var plain: String {
    let text = String(decoding: digits, as: UTF8.self)
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + text }
    if digits.count <= exponent + 1 {
      return text + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return String(decoding: digits[...exponent], as: UTF8.self) + "."
      + String(decoding: digits[(exponent + 1)...], as: UTF8.self)
  }
}
