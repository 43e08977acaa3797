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
