import Vocabulary

/// Every number between two bounds equally likely.
public struct Uniform: Distribution {
  public let low: Double
  public let high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  public static let declaration = Declaration<any Distribution>(
    "uniform", "Every number between two bounds equally likely.",
    Parameter("low", .finite, "the lower bound, included", default: 0),
    Parameter("high", .finite, "the upper bound, excluded", default: 1),
    formula: "pdf(x) = 1 / (high - low) from low to high, 0 elsewhere",
    example: Example("var(uniform(-1, 1))", gives: "0.333333"), seeAlso: ["normal"]
  ) { (low, high) throws(Failure) in
    guard low <= high, (high - low).isFinite else {
      throw Failure(
        .argument, "high must be a number ≥ low, not \(NumberStyle.standard.text(high)) with "
          + "low=\(NumberStyle.standard.text(low))")
    }
    return Uniform(low: low, high: high)
  }

  public var name: String { "uniform" }
  public var properties: [Property] { [Property("low", .number(low)), Property("high", .number(high))] }

  private var width: Double { high - low }
  public var mean: Double { low / 2 + high / 2 }
  public var variance: Double { width * width / 12 }
  public var support: ClosedRange<Double> { low...high }

  public func density(_ x: Double) -> Double { x < low || x > high ? 0 : 1 / width }
  public func cumulative(_ x: Double) -> Double { x < low ? 0 : x >= high ? 1 : (x - low) / width }
  public func survival(_ x: Double) -> Double { x < low ? 1 : x >= high ? 0 : (high - x) / width }
  public func quantile(_ p: Double) -> Double { p == 1 ? high : low + p * width }
  public func pointMass(_ x: Double) -> Double { width == 0 && x == low ? 1 : 0 }
  public func sample(using generator: inout PCG64) -> Double { generator.uniform(low, high) }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    let ends = [scale * low + shift, scale * high + shift]
    return Uniform(low: min(ends[0], ends[1]), high: max(ends[0], ends[1]))
  }

  public func adding(_ other: any Distribution) -> (any Distribution)? {
    (other as? Constant).map { Uniform(low: low + $0.value, high: high + $0.value) }
  }
}
