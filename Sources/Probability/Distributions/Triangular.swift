import ElementaryFunctions
import Vocabulary

/// A density that rises along one line and falls along another.
public struct Triangular: Distribution {
  public let left: Double
  public let peak: Double
  public let right: Double

  /// `left` ≤ `peak` ≤ `right`, and `left` < `right`.
  public init(left: Double, mode: Double, right: Double) {
    self.left = left
    peak = mode
    self.right = right
  }

  public static let declaration = Declaration<any Distribution>(
    "triangular", "A density that rises along one line and falls along another.",
    Parameter("left", .finite, "the lower bound", default: -1), Parameter("mode", .finite, "the peak", default: 0),
    Parameter("right", .finite, "the upper bound", default: 1),
    documentation: Documentation(
      formula: "pdf(x) = 2 (x - left) / ((right - left) (mode - left)) up to the mode, then falling to 0 at right",
      examples: [Example("mean(triangular(0, 1, 5))", gives: "2")],
      seeAlso: ["uniform"])
  ) { (left, mode, right) throws(Failure) in
    let text = NumberStyle.standard.text
    guard left < right, (right - left).isFinite else {
      throw Failure(
        .argument, "right must be a number > left, not \(text(right)) with left=\(text(left))",
        about: .argument("right"))
    }
    guard (left...right).contains(mode) else {
      throw Failure(
        .argument, "mode must be a number from \(text(left)) to \(text(right)), not \(text(mode))",
        about: .argument("mode"))
    }
    return Triangular(left: left, mode: mode, right: right)
  }

  public var name: String { "triangular" }
  public var properties: [Property] {
    [Property("left", .number(left)), Property("mode", .number(peak)), Property("right", .number(right))]
  }

  private var rise: Double { peak - left }
  private var fall: Double { right - peak }
  private var width: Double { right - left }
  /// Half the variance's 18ths.
  private var spread: Double { rise * rise + fall * fall + rise * fall }

  public var mean: Double { left + (rise + width) / 3 }
  public var variance: Double { spread / 18 }
  public var skewness: Double {
    let (a, b) = (rise / width, fall / width)
    let spread = a * a + b * b + a * b
    return 2.0.squareRoot() * (b - a) * (2 * a + b) * (a + 2 * b) / (5 * spread * spread.squareRoot())
  }
  public var kurtosis: Double { -0.6 }
  public var mode: Double? { peak }
  public var entropy: Double? { 0.5 + log(width / 2) }
  public var support: ClosedRange<Double> { left...right }
  public var kinks: [Double] { [peak] }

  public func density(_ x: Double) -> Double {
    if x.isNaN { return x }
    guard support.contains(x) else { return 0 }
    if x == peak { return 2 / width }
    return x < peak ? 2 / width * ((x - left) / rise) : 2 / width * ((right - x) / fall)
  }

  public func cumulative(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x <= left { return 0 }
    return x <= peak ? (x - left) / width * ((x - left) / rise) : 1 - survival(x)
  }

  public func survival(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x >= right { return 0 }
    return x >= peak ? (right - x) / width * ((right - x) / fall) : 1 - cumulative(x)
  }

  public func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    return p * width <= rise
      ? min(peak, left + (p * width * rise).squareRoot())
      : max(peak, right - ((1 - p) * width * fall).squareRoot())
  }

  public func upperQuantile(_ q: Double) -> Double {
    guard q >= 0, q <= 1 else { return .nan }
    return q * width <= fall
      ? max(peak, right - (q * width * fall).squareRoot())
      : min(peak, left + ((1 - q) * width * rise).squareRoot())
  }

  public func sample(using generator: inout PCG64) -> Double {
    generator.triangular(low: left, mode: peak, high: right)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillTriangular(buffer, low: left, mode: peak, high: right)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    let ends = (scale * left + shift, scale * right + shift)
    let (low, high) = scale < 0 ? (ends.1, ends.0) : ends
    let distribution = try Triangular(left: low, mode: min(high, max(low, scale * peak + shift)), right: high)
      .checked("left", "mode", "right")
    if low == high { return Constant(low) }
    guard (high - low).isFinite else {
      throw Failure(.argument, "the width right - left of a triangular must be a finite number")
    }
    return distribution
  }
}
