import ElementaryFunctions
import Vocabulary

/// The waiting time for an event that has no memory.
public struct Exponential: Distribution, GammaFamily {
  public let rate: Double

  public init(rate: Double) { self.rate = rate }

  public static let declaration = Declaration<any Distribution>(
    "exponential", "The waiting time for an event that has no memory.",
    Parameter("rate", .positive, "events in a unit of time", default: 1), .scale,
    documentation: Documentation(
      formula: "pdf(x) = rate × e^(-rate × x) for x ≥ 0",
      examples: [Example("sf(exponential(2), 1)", gives: "0.135335")],
      seeAlso: ["gamma", "poisson"]),
    derivative: .density("log(rate) - rate × x", of: ["rate"], cdf: ["rate": "x / rate"])
  ) { rate, scale throws(Failure) in
    Exponential(rate: try Parameter<Double>.rate(rate, orInverseOf: scale))
  }

  public var name: String { "exponential" }
  public var properties: [Property] { [Property("rate", .number(rate))] }
  var gamma: Gamma { Gamma(shape: 1, rate: rate) }

  public var mean: Double { 1 / rate }
  public var variance: Double { 1 / rate / rate }
  public var standardDeviation: Double { 1 / rate }
  public var skewness: Double { 2 }
  public var kurtosis: Double { 6 }
  public var mode: Double? { 0 }
  public var entropy: Double? { 1 - log(rate) }
  public var support: ClosedRange<Double> { 0 ... .infinity }

  public func density(_ x: Double) -> Double { x < 0 ? 0 : rate * exp(-rate * x) }
  public func logDensity(_ x: Double) -> Double { x < 0 ? -.infinity : log(rate) - rate * x }
  public func cumulative(_ x: Double) -> Double { x < 0 ? 0 : -expm1(-rate * x) }
  public func survival(_ x: Double) -> Double { x < 0 ? 1 : exp(-rate * x) }

  public func quantile(_ p: Double) -> Double {
    (0...1).contains(p) ? p == 0 ? 0 : -log1p(-p) / rate : .nan
  }

  public func upperQuantile(_ q: Double) -> Double {
    (0...1).contains(q) ? q == 1 ? 0 : -log(q) / rate : .nan
  }

  public func sample(using generator: inout PCG64) -> Double { generator.exponential(scale: 1 / rate) }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillExponential(buffer, scale: 1 / rate)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    guard scale > 0, scale.isFinite, shift == 0 else { return try AffineImage.of(self, scale: scale, shift: shift) }
    return Exponential(rate: try Gamma(shape: 1, rate: rate / scale).checkedRate().rate)
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    if let image = other as? AffineImage, let other = image.origin as? Exponential, image.map.scale == -1,
      other.rate == rate
    {
      return try Laplace(location: image.map.shift, scale: 1 / rate).checked("scale")
    }
    return try gamma.adding(other)
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? { try gamma.sumOfIndependent(n) }
}

extension PCG64 {
  /// A draw from the exponential distribution of rate 1, by NumPy's 256-layer ziggurat.
  @inline(__always) public mutating func standardExponential() -> Double {
    while true {
      let word = next()
      let (x, isAccepted) = Self.exponential(word)
      if isAccepted { return x }
      // A copy, so that the generator itself can stay in registers.
      var generator = self
      let edge = generator.exponentialEdge(word, x)
      self = generator
      if let edge { return edge }
    }
  }

  /// A draw from the exponential distribution of mean `scale`: NumPy's `exponential(scale)`.
  public mutating func exponential(scale: Double) -> Double { scale * standardExponential() }

  /// Fills the buffer with what as many calls of `standardExponential()` would draw.
  public mutating func fillExponential(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fill(buffer, quick: { Self.exponential($0) }, slow: { $0.standardExponential() })
  }

  /// Fills the buffer with what as many calls of `exponential(scale:)` would draw.
  public mutating func fillExponential(_ buffer: UnsafeMutableBufferPointer<Double>, scale: Double) {
    fill(
      buffer,
      quick: {
        let (x, isAccepted) = Self.exponential($0)
        return (scale * x, isAccepted)
      }, slow: { scale * $0.standardExponential() })
  }

  /// The point of the ziggurat that a word stands for, and whether it lies under the curve for certain.
  @inline(__always) private static func exponential(_ word: UInt64) -> (value: Double, isAccepted: Bool) {
    let layer = Int(truncatingIfNeeded: word &>> 3 & 0xFF)
    let position = word &>> 11
    let x = Double(Int64(bitPattern: position)) * Double(bitPattern: ZigguratTables.exponentialWidths[layer])
    return (x, position < ZigguratTables.exponentialLimits[layer])
  }

  /// What becomes of a point that is not under the curve for certain; nil where it is rejected.
  @inline(never)
  private mutating func exponentialEdge(_ word: UInt64, _ x: Double) -> Double? {
    let layer = Int(truncatingIfNeeded: word &>> 3 & 0xFF)
    if layer == 0 { return 7.69711747013104972 - log1p(-nextUniform()) }
    let lower = Double(bitPattern: ZigguratTables.exponentialHeights[layer])
    let upper = Double(bitPattern: ZigguratTables.exponentialHeights[layer - 1])
    return (upper - lower) * nextUniform() + lower < exp(-x) ? x : nil
  }
}

extension Exponential: ClosedCharacteristic {
  func characteristic(_ t: Double) -> Complex {
    let ratio = t / rate
    return Complex(1 / (1 + ratio * ratio), ratio / (1 + ratio * ratio))
  }
}

extension Parameter where Output == Double? {
  /// What NumPy and SciPy take in the place of a rate.
  static var scale: Parameter { .optional("scale", .positive, "in place of the rate, as in NumPy: 1 / rate") }
}

extension Parameter where Output == Double {
  /// The rate, or that of a scale. Throws where both are given.
  static func rate(_ rate: Double, orInverseOf scale: Double?) throws(Failure) -> Double {
    guard let scale else { return rate }
    guard rate == 1 else {
      throw Failure(
        .argument, "rate and scale say the same in two ways", about: .argument("scale"), hint: "give one of them")
    }
    return 1 / scale
  }
}
