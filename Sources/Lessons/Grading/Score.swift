/// Points, exact to the hundredth, as course platforms keep them.
public struct Score: Sendable, Hashable, Comparable, AdditiveArithmetic, ExpressibleByIntegerLiteral {
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }

  public init(_ points: Int) { self.init(hundredths: 100 * points) }

  public init(integerLiteral points: Int) { self.init(points) }

  /// Reads `2`, `1.5` or `1,25`: no sign, at most four digits before the point and two behind it.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard (1...2).contains(parts.count), digits.count + parts.count - 1 == text.count, parts[0].count <= 4,
      text.first?.isNumber == true, text.last?.isNumber == true, let whole = Int(parts[0])
    else { return nil }
    let rest = parts.count == 2 ? parts[1] : "0"
    guard rest.count <= 2, let part = Int(rest) else { return nil }
    self.init(hundredths: 100 * whole + (rest.count == 1 ? 10 * part : part))
  }

  public static let zero = Score(0)

  public static func < (left: Score, right: Score) -> Bool { left.hundredths < right.hundredths }
  public static func + (left: Score, right: Score) -> Score { Score(hundredths: left.hundredths + right.hundredths) }
  public static func - (left: Score, right: Score) -> Score { Score(hundredths: left.hundredths - right.hundredths) }

  /// A part of it, rounded to the hundredth, halves upwards.
  public func part(_ count: Int, of all: Int) -> Score {
    all > 0 ? Score(hundredths: (2 * hundredths * count + all) / (2 * all)) : .zero
  }

  /// The fewest digits: `2`, `1.5`, `0.33`.
  public var text: String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return String(whole) }
    return "\(whole)." + (rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest))
  }

  /// With two digits behind the point, as `7.50`.
  public var textOfHundredths: String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(whole)." + (rest < 10 ? "0" : "") + String(rest)
  }
}

extension Score {
  /// The points with their noun: `1 point`, `1.5 points`.
  var counted: String { text + (self == 1 ? " point" : " points") }
}
