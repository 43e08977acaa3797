/// How numbers are written: how many digits, and in which notation.
public struct NumberStyle: Sendable, Equatable {
  public enum Notation: String, Sendable, CaseIterable {
    /// `3×10⁻⁷`
    case power
    /// `3e-07`
    case e
  }

  /// Significant digits, 1 to 17.
  public var digits: Int
  public var notation: Notation
  /// Numbers nearer to 0 than this are written with a power of ten.
  public var smallestPlain = 1e-4
  /// Whether `1×10⁻⁵` is written `10⁻⁵`.
  public var omitsUnitMantissa = false
  /// How many columns of the screen a table of numbers may take.
  public var width = Table.widest

  public init(digits: Int = 6, notation: Notation = .power) {
    self.digits = digits
    self.notation = notation
  }

  /// Six digits, powers of ten as on the blackboard.
  public static let standard = NumberStyle()

  /// The number as text. Integers up to 2⁵³ are written in full, whatever the number of digits.
  public func text(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite {
      switch notation {
      case .power: return number < 0 ? "-∞" : "∞"
      case .e: return number < 0 ? "-inf" : "inf"
      }
    }
    let size = number.magnitude
    if size <= 0x1p53, size == size.rounded(.towardZero) {
      return String(Int64(number))
    }
    let decimal = RoundedDecimal(rounding: number, to: digits)
    let isPlain = size >= smallestPlain && size < 1e6 && decimal.exponent < 6
    let unsigned = isPlain ? decimal.plain : scientific(decimal)
    return number < 0 ? "-" + unsigned : unsigned
  }

  /// Powers of ten below 10⁻³⁰⁷ are no normal numbers, so that a product with one would not read back as the number.
  private func scientific(_ decimal: RoundedDecimal) -> String {
    switch decimal.exponent < -307 ? .e : notation {
    case .power:
      let power = "10" + Superscript.text(decimal.exponent)
      return omitsUnitMantissa && decimal.mantissa == "1" ? power : decimal.mantissa + "×" + power
    case .e:
      let size = String(decimal.exponent.magnitude)
      return decimal.mantissa + (decimal.exponent < 0 ? "e-" : "e+") + (size.utf8.count < 2 ? "0" + size : size)
    }
  }
}

/// Integers written high: `⁻⁷`.
public enum Superscript {
  private static let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// The integer in superscript digits, `⁻` before a negative one.
  public static func text(_ integer: Int) -> String {
    String(integer).utf8.reduce(into: "") { text, digit in
      text += digit == UInt8(ascii: "-") ? "⁻" : digits[Int(digit - UInt8(ascii: "0"))]
    }
  }

  /// What each superscript character stands for on the line: `⁵` for `5`, `⁻` for `-`.
  public static func baseline(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "⁰": "0"
    case "¹": "1"
    case "²": "2"
    case "³": "3"
    case "⁴"..."⁹": Unicode.Scalar(scalar.value - 0x2074 + 0x34)
    case "⁺": "+"
    case "⁻": "-"
    case "ⁿ": "n"
    default: nil
    }
  }
}

/// Amounts of memory in words: `8 TB`.
public enum ByteCount {
  /// At most three digits and a decimal unit.
  public static func text(_ bytes: Double) -> String {
    var amount = bytes
    for unit in ["bytes", "kB", "MB", "GB", "TB", "PB"] {
      if amount < 999.5 { return "\(NumberStyle(digits: 3).text(amount)) \(unit)" }
      amount /= 1000
    }
    return "\(NumberStyle(digits: 3).text(amount)) EB"
  }
}
