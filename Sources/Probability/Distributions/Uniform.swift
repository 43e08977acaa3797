import ElementaryFunctions
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
    Parameter(
      "low", .finite, "the lower bound, included", default: 0, aliases: ["minimum", "min", "a", "loc", "minval"]),
    Parameter("high", .finite, "the upper bound, excluded", default: 1, aliases: ["maximum", "max", "b", "maxval"]),
    documentation: Documentation(
      formula: "pdf(x) = 1 / (high - low) from low to high, 0 elsewhere",
      examples: [Example("var(uniform(-1, 1))", gives: "0.333333")],
      seeAlso: ["normal"]),
    derivative: .density(
      "-log(high - low)", of: ["low", "high"],
      cdf: ["low": "(x - high) / (high - low)", "high": "(low - x) / (high - low)"])
  ) { (low, high) throws(Failure) in
    guard low <= high else {
      throw Failure(
        .argument,
        "high must be a number ≥ low, not \(NumberStyle.standard.text(high)) with "
          + "low=\(NumberStyle.standard.text(low))", about: .argument("high"))
    }
    return try Uniform(low: low, high: high).checkedWidth()
  }

  public var name: String { "uniform" }
  public var python: PythonInitializer {
    let (low, high) = (low.python, high.python)
    return PythonInitializer(keras: "keras.initializers.RandomUniform(minval=\(low), maxval=\(high))") { tensor in
      "nn.init.uniform_(\(tensor), \(low), \(high))"
    }
  }
  public var properties: [Property] { [Property("low", .number(low)), Property("high", .number(high))] }

  private var width: Double { high - low }
  public var mean: Double { low / 2 + high / 2 }
  public var variance: Double { width * width / 12 }
  public var standardDeviation: Double { width / 12.0.squareRoot() }
  public var skewness: Double { width == 0 ? .nan : 0 }
  public var kurtosis: Double { width == 0 ? .nan : -1.2 }
  public var centreOfSymmetry: Double? { mean }
  /// All numbers are equally likely: the smallest.
  public var mode: Double? { low }
  public var entropy: Double? { log(width) }
  public var support: ClosedRange<Double> { low...high }

  public func density(_ x: Double) -> Double {
    x.isNaN ? x : support.contains(x) ? 1 / width : 0
  }

  public func cumulative(_ x: Double) -> Double {
    x.isNaN ? x : x < low ? 0 : x >= high ? 1 : (x - low) / width
  }

  public func survival(_ x: Double) -> Double {
    x.isNaN ? x : x < low ? 1 : x >= high ? 0 : (high - x) / width
  }

  public func probability(from lower: Double, to upper: Double) -> Double {
    if lower.isNaN || upper.isNaN { return .nan }
    if width == 0 { return lower < low && low <= upper ? 1 : 0 }
    return max(0, min(high, upper) - max(low, lower)) / width
  }

  public func quantile(_ p: Double) -> Double {
    guard (0...1).contains(p) else { return .nan }
    return p == 1 ? high : min(high, low + p * width)
  }

  public func upperQuantile(_ q: Double) -> Double {
    guard (0...1).contains(q) else { return .nan }
    return q == 1 ? low : max(low, high - q * width)
  }

  public func pointMass(_ x: Double) -> Double { width == 0 && x == low ? 1 : 0 }
  public func sample(using generator: inout PCG64) -> Double { generator.uniform(low, high) }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillUniform(buffer, low, high)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    let ends = (scale * low + shift, scale * high + shift)
    let distribution = scale < 0 ? Uniform(low: ends.1, high: ends.0) : Uniform(low: ends.0, high: ends.1)
    return try distribution.checked("low", "high").checkedWidth()
  }

  /// Two of one width make a triangle.
  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    if width == 0 { return try other.affine(scale: 1, shift: low) }
    guard let other = other as? Uniform, other.width == width else { return nil }
    return try Triangular(left: low + other.low, mode: low + other.high, right: high + other.high)
      .checked("left", "mode", "right")
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    if width == 0 { return try affine(scale: Double(n), shift: 0) }
    return n == 2 ? try adding(self) : nil
  }

  /// Throws where the bounds are numbers but their distance is none.
  private func checkedWidth() throws(Failure) -> Uniform {
    if width.isFinite { return self }
    throw Failure(.argument, "the width high - low of a uniform must be a finite number")
  }
}

extension Uniform: ClosedCharacteristic {
  func characteristic(_ t: Double) -> Complex {
    let half = t * (high - low) / 2
    return Complex(angle: t * mean).scaled(by: half == 0 ? 1 : sin(half) / half)
  }
}
