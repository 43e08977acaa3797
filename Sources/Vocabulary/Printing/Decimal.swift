#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A positive finite number rounded to some significant decimal digits.
struct Decimal {
  /// The digits without trailing zeros, the first one not 0.
  let digits: [UInt8]
  /// The power of ten of the first digit.
  let exponent: Int

  /// Rounds the exact binary value, ties to even.
  ///
  /// The C library's `%e` is exact; only its digits and exponent are read, so a locale's decimal comma does no harm.
  init(rounding number: Double, to count: Int) {
    var buffer = [CChar](repeating: 0, count: 40)
    let precision = CInt(max(0, min(count, 17) - 1))
    _ = withVaList([precision, number.magnitude]) { vsnprintf(&buffer, buffer.count, "%.*e", $0) }
    let characters = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let mark = characters.firstIndex(of: UInt8(ascii: "e")) ?? characters.endIndex
    var digits = characters[..<mark].filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    self.digits = digits
    self.exponent = Int(String(decoding: characters[mark...].dropFirst(), as: UTF8.self)) ?? 0
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
