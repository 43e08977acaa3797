import ElementaryFunctions
import Vocabulary

/// The bell curve: where sums of many small independent contributions end up.
public struct Normal: Distribution {
  public let mean: Double
  public let standardDeviation: Double

  public init(mean: Double, stddev: Double) {
    self.mean = mean
    standardDeviation = stddev
  }

  public static let declaration = Declaration<any Distribution>(
    "normal", "The bell curve, where sums of many independent contributions end up.",
    Parameter("mean", .finite, "the centre", default: 0, aliases: ["μ", "loc", "mu"]),
    Parameter(
      "stddev", .nonnegative, "the standard deviation", default: 1, aliases: ["σ", "scale", "std", "sigma", "sd"]),
    documentation: Documentation(
      formula: "pdf(x) = e^(-((x - mean) / stddev)² / 2) / (stddev × √(2π))",
      source: "C. F. Gauss, Theoria motus corporum coelestium, 1809",
      notes: "With stddev=0 it always yields its mean.",
      examples: [Example("P(-3 < normal(0, 1) < 3)", gives: "0.9973")],
      seeAlso: ["truncated_normal", "uniform"],
      aliases: ["Normal"]),
    derivative: .density(
      "-((x - mean) / stddev)² / 2 - log(stddev)", location: "mean", scale: "stddev")
  ) { mean, stddev in Normal(mean: mean, stddev: stddev) }

  public var name: String { "normal" }
  public var python: PythonInitializer {
    let (mean, deviation) = (mean.python, standardDeviation.python)
    return PythonInitializer(keras: "keras.initializers.RandomNormal(mean=\(mean), stddev=\(deviation))") { tensor in
      "nn.init.normal_(\(tensor), mean=\(mean), std=\(deviation))"
    }
  }
  public var properties: [Property] {
    [Property("mean", .number(mean)), Property("stddev", .number(standardDeviation))]
  }

  public var variance: Double { standardDeviation * standardDeviation }
  public var skewness: Double { isPoint ? .nan : 0 }
  public var kurtosis: Double { isPoint ? .nan : 0 }
  public var median: Double { mean }
  public var centreOfSymmetry: Double? { mean }
  public var mode: Double? { mean }
  public var entropy: Double? { 1.4189385332046727 + log(standardDeviation) }
  public var support: ClosedRange<Double> { isPoint ? mean...mean : -.infinity ... .infinity }

  private var isPoint: Bool { standardDeviation == 0 }
  private func standardized(_ x: Double) -> Double { (x - mean) / standardDeviation }

  public func density(_ x: Double) -> Double {
    if x.isNaN { return x }
    if isPoint { return x == mean ? .infinity : 0 }
    return StandardNormal.density(standardized(x)) / standardDeviation
  }

  public func logDensity(_ x: Double) -> Double {
    let z = standardized(x)
    return isPoint ? log(density(x)) : -z * z / 2 - 0.9189385332046727 - log(standardDeviation)
  }

  public func cumulative(_ x: Double) -> Double {
    if x.isNaN { return x }
    if isPoint { return x >= mean ? 1 : 0 }
    return StandardNormal.cumulative(standardized(x))
  }

  public func survival(_ x: Double) -> Double {
    if x.isNaN { return x }
    if isPoint { return x >= mean ? 0 : 1 }
    return StandardNormal.cumulative(-standardized(x))
  }

  public func quantile(_ p: Double) -> Double {
    guard isPoint else { return mean + standardDeviation * StandardNormal.quantile(p) }
    return (0...1).contains(p) ? mean : .nan
  }

  public func upperQuantile(_ q: Double) -> Double {
    guard isPoint else { return mean + standardDeviation * StandardNormal.upperQuantile(q) }
    return (0...1).contains(q) ? mean : .nan
  }

  public func probability(from lower: Double, to upper: Double) -> Double {
    isPoint
      ? lower < mean && mean <= upper ? 1 : 0
      : StandardNormal.probability(from: standardized(lower), to: standardized(upper))
  }

  public func pointMass(_ x: Double) -> Double { isPoint && x == mean ? 1 : 0 }

  public func sample(using generator: inout PCG64) -> Double {
    mean + standardDeviation * generator.standardNormal()
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillNormal(buffer)
    for index in buffer.indices { buffer[index] = mean + standardDeviation * buffer[index] }
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    try Normal(mean: scale * mean + shift, stddev: scale.magnitude * standardDeviation)
      .checked("mean", "stddev")
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    guard let normal = other as? Normal else {
      return isPoint ? try other.affine(scale: 1, shift: mean) : nil
    }
    return try Normal(
      mean: mean + normal.mean,
      stddev: Self.hypotenuse(standardDeviation, normal.standardDeviation)
    ).checked("mean", "stddev")
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    try Normal(mean: Double(n) * mean, stddev: Double(n).squareRoot() * standardDeviation)
      .checked("mean", "stddev")
  }

  /// √(a² + b²), where the squares may overflow.
  private static func hypotenuse(_ a: Double, _ b: Double) -> Double {
    let larger = max(a, b)
    guard larger > 0 else { return 0 }
    let unit = larger.binade
    return unit * ((a / unit) * (a / unit) + (b / unit) * (b / unit)).squareRoot()
  }
}

extension PCG64 {
  /// A draw from the normal distribution of mean 0 and standard deviation 1, by NumPy's 256-layer ziggurat
  /// (Marsaglia and Tsang 2000).
  @inline(__always) public mutating func standardNormal() -> Double {
    while true {
      let word = next()
      let (x, isAccepted) = Self.normal(word)
      if isAccepted { return x }
      // A copy, so that the generator itself can stay in registers.
      var generator = self
      let edge = generator.normalEdge(word, x)
      self = generator
      if let edge { return edge }
    }
  }

  /// A draw from a normal distribution: NumPy's `normal(mean, stddev)`.
  public mutating func normal(mean: Double, stddev: Double) -> Double {
    mean + stddev * standardNormal()
  }

  /// Fills the buffer with what as many calls of `standardNormal()` would draw.
  public mutating func fillNormal(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fill(buffer, quick: { Self.normal($0) }, slow: { $0.standardNormal() })
  }

  /// Fills the buffer with what as many calls of `normal(mean:stddev:)` would draw.
  public mutating func fillNormal(
    _ buffer: UnsafeMutableBufferPointer<Double>, mean: Double, stddev: Double
  ) {
    fill(
      buffer,
      quick: {
        let (x, isAccepted) = Self.normal($0)
        return (mean + stddev * x, isAccepted)
      }, slow: { mean + stddev * $0.standardNormal() })
  }

  /// The point of the ziggurat that a word stands for, and whether it lies under the curve for certain.
  @inline(__always) static func normal(_ word: UInt64) -> (value: Double, isAccepted: Bool) {
    let layer = Int(truncatingIfNeeded: word & 0xFF)
    let position = normalPosition(word)
    let size = Double(Int64(bitPattern: position)) * Double(bitPattern: ZigguratTables.normalWidths[layer])
    let x = Double(bitPattern: size.bitPattern | (word &>> 8) &<< 63)
    return (x, position < ZigguratTables.normalLimits[layer])
  }

  @inline(__always) private static func normalPosition(_ word: UInt64) -> UInt64 {
    word &>> 9 & 0x000F_FFFF_FFFF_FFFF
  }

  /// What becomes of a point that is not under the curve for certain; nil where it is rejected.
  @inline(never)
  private mutating func normalEdge(_ word: UInt64, _ x: Double) -> Double? {
    let layer = Int(truncatingIfNeeded: word & 0xFF)
    if layer == 0 { return normalTail(isNegative: Self.normalPosition(word) >> 8 & 1 != 0) }
    let lower = Double(bitPattern: ZigguratTables.normalHeights[layer])
    let upper = Double(bitPattern: ZigguratTables.normalHeights[layer - 1])
    return (upper - lower) * nextUniform() + lower < exp(-0.5 * x * x) ? x : nil
  }

  /// A draw beyond the base layer's edge (Marsaglia 1964).
  private mutating func normalTail(isNegative: Bool) -> Double {
    let edge = 3.6541528853610088
    while true {
      let x = -0.27366123732975828 * log1p(-nextUniform())
      let y = -log1p(-nextUniform())
      if y + y > x * x { return isNegative ? -(edge + x) : edge + x }
    }
  }
}

extension Normal: ClosedCharacteristic {
  func characteristic(_ t: Double) -> Complex {
    Complex(angle: t * mean).scaled(by: exp(-0.5 * variance * t * t))
  }
}
