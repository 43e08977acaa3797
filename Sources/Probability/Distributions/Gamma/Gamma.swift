import ElementaryFunctions
import Vocabulary

/// The waiting time for several events of one rate, for any positive number of events.
public struct Gamma: Distribution {
  public let shape: Double
  public let rate: Double
  private let standard: StandardGamma

  public init(shape: Double, rate: Double) {
    self.shape = shape
    self.rate = rate
    standard = StandardGamma(shape: shape)
  }

  public static let declaration = Declaration<any Distribution>(
    "gamma", "The waiting time for several events of one rate, whole in number or not.",
    Parameter("shape", .positive, "how many events", aliases: ["alpha", "k", "a", "concentration"]),
    Parameter("rate", .positive, "events in a unit of time", default: 1), .scale,
    documentation: Documentation(
      formula: "pdf(x) = rate^shape × x^(shape - 1) × e^(-rate × x) / Γ(shape)",
      examples: [Example("mean(gamma(3, 2))", gives: "1.5")],
      seeAlso: ["exponential", "chi_square"]),
    derivative: .density(
      "shape × log(rate) - log_gamma(shape) + (shape - 1) × log(x) - rate × x", of: ["shape", "rate"],
      cdf: ["rate": "x / rate"])
  ) { shape, rate, scale throws(Failure) in
    Gamma(shape: shape, rate: try Parameter<Double>.rate(rate, orInverseOf: scale))
  }

  public var name: String { "gamma" }
  public var properties: [Property] { [Property("shape", .number(shape)), Property("rate", .number(rate))] }

  public var mean: Double { shape / rate }
  public var variance: Double { shape / rate / rate }
  public var standardDeviation: Double { shape.squareRoot() / rate }
  public var skewness: Double { 2 / shape.squareRoot() }
  public var kurtosis: Double { 6 / shape }
  public var mode: Double? { max(0, shape - 1) / rate }
  public var entropy: Double? { standard.entropy - log(rate) }
  public var support: ClosedRange<Double> { 0 ... .infinity }

  public func density(_ x: Double) -> Double {
    x > 0 && rate * x < 1e-290 ? exp(logDensity(x)) : rate * standard.density(rate * x)
  }

  public func logDensity(_ x: Double) -> Double {
    // So near 0 that rate × x loses digits, e^-x is 1.
    x > 0 && rate * x < 1e-290
      ? log(rate) + (shape - 1) * (log(rate) + log(x)) + log(shape) - logGammaOfNext(shape)
      : log(rate) + standard.logDensity(rate * x)
  }
  public func cumulative(_ x: Double) -> Double { standard.cumulative(rate * x) }
  public func survival(_ x: Double) -> Double { standard.survival(rate * x) }

  public func quantile(_ p: Double) -> Double {
    ContinuousQuantile.lower(
      p, of: self, near: standard.estimate(probability: p, normal: StandardNormal.quantile(p)) / rate)
  }

  public func upperQuantile(_ q: Double) -> Double {
    let guess = standard.estimate(probability: 1 - q, normal: StandardNormal.upperQuantile(q)) / rate
    return ContinuousQuantile.upper(q, of: self, near: guess)
  }

  public func sample(using generator: inout PCG64) -> Double {
    generator.gamma(shape: shape, scale: 1 / rate)
  }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillGamma(buffer, shape: shape, scale: 1 / rate)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    guard scale > 0, scale.isFinite, shift == 0 else { return try AffineImage.of(self, scale: scale, shift: shift) }
    return try Gamma(shape: shape, rate: rate / scale).checkedRate()
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    guard let other = (other as? any GammaFamily)?.gamma, other.rate == rate else { return nil }
    return try Gamma(shape: shape + other.shape, rate: rate).checked("shape")
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    try Gamma(shape: Double(n) * shape, rate: rate).checked("shape")
  }

  /// Throws where arithmetic made the rate infinite, or so small that it has lost digits.
  func checkedRate() throws(Failure) -> Gamma {
    guard rate < .leastNormalMagnitude else { return try checked("rate") }
    throw Failure(
      .argument, "there is no gamma with rate=\(NumberStyle.standard.text(rate))", hint: "its rate must stay > 10⁻³⁰⁷")
  }
}

/// The distributions that are gamma distributions under another name.
protocol GammaFamily: Distribution {
  var gamma: Gamma { get }
}

extension Gamma: GammaFamily {
  var gamma: Gamma { self }
}

/// The gamma distribution of a shape and rate 1.
private struct StandardGamma: Sendable {
  let shape: Double

  func density(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x < 0 || x.isInfinite { return 0 }
    if x == 0 { return shape < 1 ? .infinity : shape == 1 ? 1 : 0 }
    let power = IncompleteGamma.power(shape, x)
    // Near 0 the power may underflow where it is small only because x is.
    return power > 1e-290 ? shape * (power / x) : exp(logDensity(x))
  }

  func logDensity(_ x: Double) -> Double {
    x > 0 && x.isFinite ? IncompleteGamma.logPower(shape, x) + log(shape) - log(x) : log(density(x))
  }

  func cumulative(_ x: Double) -> Double { IncompleteGamma(shape: shape, at: x).lower }
  func survival(_ x: Double) -> Double { IncompleteGamma(shape: shape, at: x).upper }

  /// Where to look for the number with normal quantile z and probability p below it (Wilson and Hilferty 1931; far
  /// below, the first term of the series).
  func estimate(probability p: Double, normal z: Double) -> Double {
    let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    let first = exp((log(p) + logGammaOfNext(shape)) / shape)
    if root <= 0.1 || first < 0.1 * shape { return min(first, max(shape, 1)) }
    return shape * root * root * root
  }

  /// The digamma form of the entropy, with nothing that cancels for large shapes.
  var entropy: Double {
    0.5 * log(shape) + 0.9189385332046727 + stirlingError(shape) + (shape - 1) * logLessDigamma(shape)
  }
}

extension PCG64 {
  /// A draw from the gamma distribution of scale 1: NumPy's `standard_gamma(shape)`; 0 for a shape of 0.
  ///
  /// `shape` must not be negative.
  public mutating func standardGamma(shape: Double) -> Double {
    GammaSampler(shape: shape).draw(using: &self)
  }

  /// A draw from a gamma distribution: NumPy's `gamma(shape, scale)`.
  public mutating func gamma(shape: Double, scale: Double) -> Double {
    scale * standardGamma(shape: shape)
  }

  /// A draw from the chi-square distribution: NumPy's `chisquare(df)`.
  public mutating func chiSquare(degreesOfFreedom: Double) -> Double {
    2 * standardGamma(shape: degreesOfFreedom / 2)
  }

  /// Fills the buffer with what as many calls of `gamma(shape:scale:)` would draw.
  public mutating func fillGamma(
    _ buffer: UnsafeMutableBufferPointer<Double>, shape: Double, scale: Double = 1
  ) {
    let sampler = GammaSampler(shape: shape)
    guard case .belowOne(let rejection) = sampler else {
      return fill(buffer) { scale * sampler.draw(using: &$0) }
    }
    fillByTrials(buffer) { rejection.fill($1, using: &$0) }
    for index in buffer.indices { buffer[index] *= scale }
  }

  /// Fills the buffer with what as many calls of `chiSquare(degreesOfFreedom:)` would draw.
  public mutating func fillChiSquare(
    _ buffer: UnsafeMutableBufferPointer<Double>, degreesOfFreedom: Double
  ) {
    fillGamma(buffer, shape: degreesOfFreedom / 2, scale: 2)
  }
}

/// Draws from the gamma distribution of scale 1 as NumPy's `standard_gamma` does.
enum GammaSampler {
  case zero
  case one
  case belowOne(GammaRejection)
  /// The cube of a normal draw, with rejection (Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables",
  /// 2000).
  case aboveOne(factor: Double, spread: Double)

  /// `shape` must not be negative.
  @inline(__always) init(shape: Double) {
    precondition(shape >= 0, "there is no gamma distribution of shape \(shape)")
    if shape == 1 {
      self = .one
    } else if shape == 0 {
      self = .zero
    } else if shape < 1 {
      self = .belowOne(GammaRejection(shape: shape))
    } else {
      let factor = shape - 1.0 / 3
      self = .aboveOne(factor: factor, spread: 1 / (9 * factor).squareRoot())
    }
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    switch self {
    case .zero: 0
    case .one: generator.standardExponential()
    case .belowOne(let rejection): rejection.draw(using: &generator)
    case .aboveOne(let factor, let spread): Self.draw(factor, spread, using: &generator)
    }
  }

  /// A draw, or where that takes a power, the number that `finish` makes one of, side by side with others.
  @inline(__always) func begin(using generator: inout PCG64) -> Double {
    if case .belowOne(let rejection) = self { return rejection.drawUniform(using: &generator) }
    return draw(using: &generator)
  }

  /// Puts draws in the place of what `begin` gave.
  @inline(__always) func finish(_ numbers: UnsafeMutableBufferPointer<Double>) {
    if case .belowOne(let rejection) = self { rejection.finish(numbers) }
  }

  @inline(__always)
  private static func draw(_ factor: Double, _ spread: Double, using generator: inout PCG64) -> Double {
    while true {
      let x = generator.standardNormal()
      let root = 1 + spread * x
      if root <= 0 { continue }
      let v = root * root * root
      let u = generator.nextUniform()
      if u < 1 - 0.0331 * (x * x) * (x * x) { return factor * v }
      if log(u) < 0.5 * x * x + factor * (1 - v + log(v)) { return factor * v }
    }
  }
}

/// Draws from the gamma distribution of a shape below 1, by rejection from a power and an exponential density
/// (Ahrens and Dieter 1974).
struct GammaRejection {
  private let shape: Double
  private let inverse: Double
  private let power: FixedPower

  @inline(__always) init(shape: Double) {
    self.shape = shape
    inverse = 1 / shape
    power = FixedPower(inverse)
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    let u = drawUniform(using: &generator)
    return power(base(u, u <= 1 - shape ? 0 : -log((1 - u) / shape)))
  }

  /// The uniform number of the first trial that is accepted: what the draw is a function of.
  @inline(__always) func drawUniform(using generator: inout PCG64) -> Double {
    while true {
      let u = generator.nextUniform()
      let v = generator.standardExponential()
      // A power above the fourth is less than the fourth, by a margin far larger than all rounding.
      if shape < 0.25, u <= 1 - shape, v > 1.000001 * (u * u) * (u * u) { return u }
      let lead = estimatedLead(u, v)
      if lead.value.magnitude > lead.margin ? lead.value > 0 : accepts(u, v) { return u }
    }
  }

  /// Puts the draws that uniform numbers lead to at their indices.
  func finish(_ uniforms: UnsafeMutableBufferPointer<Double>) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: uniforms.count) { logarithms in
      for index in uniforms.indices { logarithms[index] = (1 - uniforms[index]) / shape }
      log(UnsafeBufferPointer(logarithms), into: logarithms)
      for index in uniforms.indices { uniforms[index] = base(uniforms[index], -logarithms[index]) }
      power(UnsafeBufferPointer(uniforms), into: uniforms)
    }
  }

  /// By how much the limit exceeds the draw, nearly, and how far off that may be; nan where there is no telling.
  @inline(__always) private func estimatedLead(_ u: Double, _ v: Double) -> (value: Double, margin: Double) {
    let isLow = u <= 1 - shape
    let y = isLow ? 0 : -estimatedLog((1 - u) * inverse)
    let base = base(u, y)
    let least = isLow ? 0 : 1e-3
    let power = estimatedLog(base) * inverse
    // What is left of 1 - shape by a negative estimate of y may be nothing.
    guard power.magnitude < 600, base > least else { return (.nan, 0) }
    let x = estimatedExp(power)
    return (v + y - x, 1e-6 * (1 + x) * inverse)
  }

  @inline(never) private func accepts(_ u: Double, _ v: Double) -> Bool {
    let y = u <= 1 - shape ? 0 : -log((1 - u) / shape)
    return power(base(u, y)) <= limit(u, v, y)
  }

  /// As many trials as the buffer holds; what they accept comes first, and its count is returned.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) -> Int {
    let count = buffer.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * count) { scratch in
      let u = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
      let v = UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count])
      let y = UnsafeMutableBufferPointer(rebasing: scratch[(2 * count)..<(3 * count)])
      let x = UnsafeMutableBufferPointer(rebasing: scratch[(3 * count)...])
      generator.fillPairs(u, v)
      for index in 0..<count { y[index] = (1 - u[index]) / shape }
      log(UnsafeBufferPointer(y), into: y)
      for index in 0..<count { x[index] = base(u[index], -y[index]) }
      power(UnsafeBufferPointer(x), into: x)
      var accepted = 0
      for index in 0..<count {
        buffer[accepted] = x[index]
        accepted += x[index] <= limit(u[index], v[index], -y[index]) ? 1 : 0
      }
      return accepted
    }
  }

  /// What is raised to the power of 1 / shape; `y` counts only where `u` is large.
  @inline(__always) private func base(_ u: Double, _ y: Double) -> Double {
    u <= 1 - shape ? u : 1 - shape + shape * y
  }

  @inline(__always) private func limit(_ u: Double, _ v: Double, _ y: Double) -> Double {
    u <= 1 - shape ? v : v + y
  }
}

extension PCG64 {
  /// Fills two buffers of one length with uniform and exponential draws in turn.
  fileprivate mutating func fillPairs(
    _ uniforms: UnsafeMutableBufferPointer<Double>, _ exponentials: UnsafeMutableBufferPointer<Double>
  ) {
    var generator = self
    for index in uniforms.indices {
      uniforms[index] = generator.nextUniform()
      exponentials[index] = generator.standardExponential()
    }
    self = generator
  }
}
