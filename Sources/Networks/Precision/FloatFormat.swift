import CKernels
import ElementaryFunctions
import Vocabulary

/// A binary floating-point format.
public struct FloatFormat: Object {
  public let name: String
  /// Bits of the significand, the leading one included.
  public let precision: Int
  /// The exponents of the smallest and of the largest normal numbers.
  public let exponents: ClosedRange<Int>

  /// What everything is computed in where nothing else is asked for.
  public static let float64 = FloatFormat(name: "float64", precision: 53, exponents: -1022...1023)

  public static let all = [
    FloatFormat(name: "float16", precision: 11, exponents: -14...15),
    FloatFormat(name: "bfloat16", precision: 8, exponents: -126...127),
    FloatFormat(name: "float32", precision: 24, exponents: -126...127),
    float64,
  ]

  public var kind: String { "number format" }
  public var display: Display { Display(name) }

  /// The largest finite number.
  public var largest: Double {
    let lastPlace = Double(sign: .plus, exponent: 1 - precision, significand: 1)
    return Double(sign: .plus, exponent: exponents.upperBound, significand: 2 - lastPlace)
  }

  /// The nearest number of the format, ties to even, with gradual underflow; ∞ beyond the largest.
  public func rounding(_ x: Double) -> Double {
    guard precision < 53, x != 0, x.isFinite else { return x }
    let exponent = max(Int(x.exponent), exponents.lowerBound) - (precision - 1)
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let rounded = (x / unit).rounded(.toNearestOrEven) * unit
    let limit = Double(sign: .plus, exponent: exponents.upperBound, significand: 2)
    return rounded.magnitude >= limit ? (x < 0 ? -.infinity : .infinity) : rounded
  }

  /// Many numbers rounded by kernels.
  public func rounded(_ numbers: [Double], by kernels: Kernels) -> [Double] {
    guard var format = ofKernels else { return numbers }
    var numbers = numbers
    kernels.table.pointee.round_values(&numbers, numbers.count, &format)
    return numbers
  }

  /// The format for kernels; nil of that which they have anyway.
  var ofKernels: NumberFormat? {
    guard precision < 53 else { return nil }
    return NumberFormat(
      surplus_bits: UInt64(53 - precision) << 52, smallest_exponent: UInt64(exponents.lowerBound + 1023) << 52,
      largest: largest)
  }
}

/// All formats; what they mean is declared here, once for each.
public let formats = Catalog<FloatFormat>(
  "number format",
  FloatFormat.all.map { format in
    Declaration<FloatFormat>(
      format.name, "The \(format.precision) bits and the range of the format \(format.name), for training in it.",
      documentation: Documentation(
        notes: "Its largest number is \(NumberStyle.standard.text(format.largest)), its smallest normal one "
          + "2^\(format.exponents.lowerBound).",
        examples: [
          Example(
            "\(format.name)(0.1) - 0.1", gives: NumberStyle.standard.text(format.rounding(0.1) - 0.1))
        ],
        seeAlso: ["train", "chain"])
    ) { format }
  })

extension Kind where Output == FloatFormat {
  /// A number format, bare or quoted.
  public static let format = formats.kind("a number format", .object("number format"), shown: \.name) {
    $0 as? FloatFormat
  }
}
