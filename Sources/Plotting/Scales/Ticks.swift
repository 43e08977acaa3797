import ElementaryFunctions
import Vocabulary

/// The numbers that an axis names: round ones within its domain, with distinct labels.
public struct Ticks: Sendable, Equatable {
  public let values: [Double]
  public let labels: [String]

  /// About so many ticks: from 3 to 8 where 3 or more are asked for, 2 to 5 for 2, 1 for 1; on an axis of counts as many as
  /// there are whole numbers.
  public init(
    scale: Scale, domain: ClosedRange<Double>, about count: Int, isCount: Bool = false, style: NumberStyle = .standard
  ) {
    guard scale.accepts(domain.lowerBound), scale.accepts(domain.upperBound), domain.lowerBound < domain.upperBound
    else {
      (values, labels) = ([], [])
      return
    }
    let allowed = count >= 3 ? 3...8 : count == 2 ? 2...5 : 1...1
    var choices = [Self.linear(domain, isCount: isCount)]
    if scale == .logarithmic { choices = [Self.decades(domain), [Self.parts(domain)]] + choices }
    let fitting = choices.lazy.compactMap { Self.nearest($0.filter { allowed.contains($0.count) }, to: count) }.first
    values = fitting ?? Self.nearest(choices.flatMap(\.self), to: count) ?? []
    labels = Self.labels(values, scale: scale, style: style)
  }

  /// The given numbers, or every so many-th of them.
  init(at places: [Double], scale: Scale, about count: Int, style: NumberStyle) {
    let step = max(1, (places.count + max(1, count) - 1) / max(1, count))
    values = stride(from: 0, to: places.count, by: step).map { places[$0] }
    labels = Self.labels(values, scale: scale, style: style)
  }

  private static func nearest(_ candidates: [[Double]], to count: Int) -> [Double]? {
    candidates.filter { !$0.isEmpty }.min { abs($0.count - count) < abs($1.count - count) }
  }

  /// The decimal number mantissa × 10^exponent, rounded once.
  private static func decimal(_ mantissa: Int, _ exponent: Int) -> Double {
    Double("\(mantissa)e\(exponent)") ?? .nan
  }

  /// Multiples of 1, 2 and 5 times powers of ten, the widest step first.
  private static func linear(_ domain: ClosedRange<Double>, isCount: Bool) -> [[Double]] {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let size = Int(log10(high / 2 - low / 2).rounded(.down))
    var candidates: [[Double]] = []
    for exponent in stride(from: size + 1, through: size - 2, by: -1) {
      for digit in [5, 2, 1] where !isCount || exponent >= 0 {
        let step = decimal(digit, exponent)
        guard step > 0, step.isFinite, (high / 2 - low / 2) / step < 20, (low / step).magnitude < 1e15 else { continue }
        let first = Int((low / step).rounded(.down)) - 1
        let last = Int((high / step).rounded(.up)) + 1
        candidates.append((first...last).map { decimal($0 * digit, exponent) }.filter(domain.contains))
      }
    }
    return candidates
  }

  /// Powers of ten: every one, every second one …
  private static func decades(_ domain: ClosedRange<Double>) -> [[Double]] {
    let exponents = exponents(domain)
    return [1, 2, 3, 5, 10, 20, 50, 100, 200].map { step in
      exponents.filter { $0 % step == 0 }.map { decimal(1, $0) }.filter(domain.contains)
    }
  }

  /// 1, 2 and 5 times each power of ten.
  private static func parts(_ domain: ClosedRange<Double>) -> [Double] {
    exponents(domain).flatMap { exponent in [1, 2, 5].map { decimal($0, exponent) } }.filter(domain.contains)
  }

  private static func exponents(_ domain: ClosedRange<Double>) -> ClosedRange<Int> {
    Int(log10(domain.lowerBound).rounded(.down))...Int(log10(domain.upperBound).rounded(.up))
  }

  /// The labels, with more digits where the style's would make two alike.
  private static func labels(_ values: [Double], scale: Scale, style: NumberStyle) -> [String] {
    var style = style
    style.smallestPlain = 1e-3
    style.omitsUnitMantissa = scale == .logarithmic
    while true {
      let labels = values.map { label($0, style) }
      if style.digits >= 17 || Set(labels).count == labels.count { return labels }
      style.digits += 1
    }
  }

  /// The number in the style, a long integer with a power of ten.
  private static func label(_ number: Double, _ style: NumberStyle) -> String {
    let text = style.text(number)
    guard number.magnitude >= 1e5, text.allSatisfy({ $0.isNumber || $0 == "-" }) else { return text }
    let zeros = text.reversed().prefix { $0 == "0" }.count
    guard zeros >= 4 else { return text }
    var exponent = text.drop { $0 == "-" }.count - 1
    var digits = String(text.dropLast(zeros))
    let sign = digits.hasPrefix("-") ? "-" : ""
    digits.removeFirst(sign.count)
    // A mantissa of many digits is worth no power.
    guard digits.count <= 3 else { return text }
    let mantissa = digits.count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())"
    switch style.notation {
    case .e: return "\(sign)\(mantissa)e+\(exponent < 10 ? "0" : "")\(exponent)"
    case .power:
      exponent = max(exponent, 0)
      let power = "10" + Superscript.text(exponent)
      return sign + (mantissa == "1" && style.omitsUnitMantissa ? power : "\(mantissa)×\(power)")
    }
  }
}
