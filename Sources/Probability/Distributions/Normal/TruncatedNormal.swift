import ElementaryFunctions
import Vocabulary

/// The bell curve with its tails cut off: draws beyond the bounds are drawn again.
public struct TruncatedNormal: Distribution {
  /// The centre and standard deviation of the normal distribution before it is cut.
  public let centre: Double
  public let stddev: Double
  /// The bounds, in standard deviations from the centre.
  public let low: Double
  public let high: Double
  /// What lies between the bounds, in standard deviations from the centre.
  private let window: NormalWindow
  /// Whether so many normal draws lie between the bounds that drawing the others again is quick.
  private let isWide: Bool

  /// Throws a failure of kind `argument` where nothing, or next to nothing, lies between the bounds.
  public init(mean: Double, stddev: Double, low: Double, high: Double) throws(Failure) {
    guard low < high else {
      throw Failure(
        .argument,
        "high must be a number > low, not \(NumberStyle.standard.text(high)) with "
          + "low=\(NumberStyle.standard.text(low))", about: .argument("high"))
    }
    // Below, distances between the bounds would be subnormal.
    guard high - low > 1e-300 else {
      throw Failure(
        .argument, "low and high must be more than 10⁻³⁰⁰ standard deviations apart", about: .argument("low"))
    }
    centre = mean
    self.stddev = stddev
    self.low = low
    self.high = high
    window = NormalWindow(from: low, to: high)
    isWide = window.probability >= 0.25
  }

  public static let declaration = Declaration<any Distribution>(
    "truncated_normal", "The bell curve with its tails cut off.",
    Parameter("mean", .finite, "the centre before it is cut", default: 0),
    Parameter("stddev", .positive, "the standard deviation before it is cut", default: 1),
    Parameter("low", .number, "the lower bound, in standard deviations", default: -2, aliases: ["a"]),
    Parameter("high", .number, "the upper bound, in standard deviations", default: 2, aliases: ["b"]),
    documentation: Documentation(
      formula: "pdf(x) = pdf(normal(mean, stddev), x) / P(low < normal(0, 1) < high)",
      source: "N. L. Johnson, S. Kotz, Continuous Univariate Distributions, 1970",
      notes: "The bounds count standard deviations from the mean, as in Keras, whose initializer of this name has "
        + "stddev=0.05. Cut at 2 the standard deviation shrinks to 0.87962566103423978 of stddev. Draws are normal "
        + "draws, repeated until one lies within; where less than a quarter does, exponential draws, rejected as by "
        + "C. P. Robert (Simulation of truncated normal variables, 1995).",
      examples: [Example("std(truncated_normal(0, 1))", gives: "0.879626")],
      seeAlso: ["normal", "he_normal"])
  ) { (mean, stddev, low, high) throws(Failure) in
    try TruncatedNormal(mean: mean, stddev: stddev, low: low, high: high)
  }

  public var name: String { "truncated_normal" }
  /// Keras cuts at two standard deviations only; PyTorch's bounds are numbers, not standard deviations.
  public var python: PythonInitializer {
    let (mean, deviation) = (centre.python, stddev.python)
    let (least, largest) = ((centre + stddev * low).python, (centre + stddev * high).python)
    let keras = "keras.initializers.TruncatedNormal(mean=\(mean), stddev=\(deviation))"
    return PythonInitializer(keras: low == -2 && high == 2 ? keras : nil) { tensor in
      "nn.init.trunc_normal_(\(tensor), mean=\(mean), std=\(deviation), a=\(least), b=\(largest))"
    }
  }
  public var properties: [Property] {
    [
      Property("mean", .number(centre)), Property("stddev", .number(stddev)), Property("low", .number(low)),
      Property("high", .number(high)),
    ]
  }

  public var mean: Double { centre + stddev * window.mean }
  public var variance: Double { stddev * stddev * window.variance }
  public var skewness: Double { -low == high ? 0 : window.standardMoment(3) }
  public var kurtosis: Double { window.standardMoment(4) - 3 }
  public var centreOfSymmetry: Double? { -low == high ? centre : nil }
  public var mode: Double? { centre + stddev * window.peak }
  public var entropy: Double? { log(stddev) + window.entropy }
  public var support: ClosedRange<Double> { centre + stddev * low...centre + stddev * high }

  /// In standard deviations from the centre; a number within the support stays between the bounds.
  private func standardized(_ x: Double) -> Double {
    let z = (x - centre) / stddev
    return support.contains(x) ? min(high, max(low, z)) : z
  }

  public func density(_ x: Double) -> Double { window.density(standardized(x)) / stddev }
  public func logDensity(_ x: Double) -> Double { window.logDensity(standardized(x)) - log(stddev) }
  public func cumulative(_ x: Double) -> Double { window.probability(from: low, to: standardized(x)) }
  public func survival(_ x: Double) -> Double { window.probability(from: standardized(x), to: high) }

  public func probability(from lower: Double, to upper: Double) -> Double {
    window.probability(from: standardized(lower), to: standardized(upper))
  }

  public func quantile(_ p: Double) -> Double { centre + stddev * window.quantile(p) }

  public func upperQuantile(_ q: Double) -> Double { centre + stddev * window.upperQuantile(q) }

  public func sample(using generator: inout PCG64) -> Double {
    centre + stddev * window.sample(using: &generator, acceptingNormals: isWide)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    guard isWide else {
      for index in buffer.indices { buffer[index] = sample(using: &generator) }
      return
    }
    generator.fillNormal(buffer, from: low, to: high)
    for index in buffer.indices { buffer[index] = centre + stddev * buffer[index] }
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    let stddev = scale.magnitude * stddev
    if stddev == 0 { return try Constant(scale * centre + shift).checked("value") }
    // 0 - x, since -x would make a bound of 0 print as -0.
    let (first, last) = scale > 0 ? (low, high) : (0 - high, 0 - low)
    return try TruncatedNormal(mean: scale * centre + shift, stddev: stddev, low: first, high: last)
      .checked("mean", "stddev")
  }
}

extension PCG64 {
  /// A draw from the standard normal distribution that lies between the bounds, both included: normal draws, repeated
  /// until one does.
  ///
  /// Slow where little of the distribution lies between them, and without end where nothing does.
  public mutating func standardNormal(from low: Double, to high: Double) -> Double {
    while true {
      let x = standardNormal()
      if x >= low, x <= high { return x }
    }
  }

  /// Fills the buffer with what as many calls of `standardNormal(from:to:)` would draw.
  public mutating func fillNormal(
    _ buffer: UnsafeMutableBufferPointer<Double>, from low: Double, to high: Double
  ) {
    guard let start = buffer.baseAddress else { return }
    func isInside(_ x: Double) -> Int { x >= low && x <= high ? 1 : 0 }
    var words = FourWords(self)
    var index = 0
    // Each draw is written, and the next one over it where it lies outside, so that no branch has to be foreseen.
    while index + 4 <= buffer.count {
      let before = words.state
      let (first, second, third, fourth) = words.next()
      let (a, b, c, d) = (Self.normal(first), Self.normal(second), Self.normal(third), Self.normal(fourth))
      if a.isAccepted, b.isAccepted, c.isAccepted, d.isAccepted {
        start[index] = a.value
        index += isInside(a.value)
        start[index] = b.value
        index += isInside(b.value)
        start[index] = c.value
        index += isInside(c.value)
        start[index] = d.value
        index += isInside(d.value)
      } else {
        state = before
        start[index] = standardNormal(from: low, to: high)
        words.state = state
        index += 1
      }
    }
    state = words.state
    while index < buffer.count {
      start[index] = standardNormal(from: low, to: high)
      index += 1
    }
  }
}
