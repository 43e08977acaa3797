import ElementaryFunctions
import Vocabulary

/// A proportion between 0 and 1.
public struct Beta: Distribution {
  public let a: Double
  public let b: Double

  public init(a: Double, b: Double) {
    self.a = a
    self.b = b
  }

  public static let declaration = Declaration<any Distribution>(
    "beta", "A share between 0 and 1, near 1 where a is large and near 0 where b is.",
    Parameter("a", .positive, "weight of 1", aliases: ["alpha"]),
    Parameter("b", .positive, "weight of 0", aliases: ["beta"]),
    documentation: Documentation(
      formula: "pdf(x) = x^(a - 1) × (1 - x)^(b - 1) / B(a, b) from 0 to 1",
      examples: [Example("mean(beta(2, 6))", gives: "0.25")],
      seeAlso: ["uniform", "binomial"]),
    derivative: .density(
      "(a - 1) × log(x) + (b - 1) × log1p(-x) + log_gamma(a + b) - log_gamma(a) - log_gamma(b)", of: ["a", "b"])
  ) { a, b in Beta(a: a, b: b) }

  public var name: String { "beta" }
  public var properties: [Property] { [Property("a", .number(a)), Property("b", .number(b))] }

  private var total: Double { a + b }
  public var mean: Double { a / total }
  public var variance: Double { a / total * (b / total) / (total + 1) }
  public var skewness: Double { 2 * (b - a) / (total + 2) * ((total + 1) / a / b).squareRoot() }
  public var kurtosis: Double {
    let distance = (a - b) * (a - b) / a / b
    return 6 * (distance * (total + 1) - (total + 2)) / ((total + 2) * (total + 3))
  }
  public var centreOfSymmetry: Double? { a == b ? 0.5 : nil }
  /// 0 where all are equally likely, or 0 and 1 are.
  public var mode: Double? {
    if a > 1, b > 1 { return (a - 1) / (total - 2) }
    if a <= 1, b >= 1 { return 0 }
    return a < 1 && b < 1 ? 0 : 1
  }
  /// In digammas, with the terms that would cancel for large a and b left out.
  public var entropy: Double? {
    let logs = 0.5 * log(a) + 0.5 * log(b) - 1.5 * log(total) + 0.9189385332046727
    let errors = stirlingError(a) + stirlingError(b) - stirlingError(total)
    return logs + errors + (a - 1) * logLessDigamma(a) + (b - 1) * logLessDigamma(b)
      - (total - 2) * logLessDigamma(total)
  }
  public var support: ClosedRange<Double> { 0...1 }

  public func density(_ x: Double) -> Double {
    if x.isNaN { return x }
    guard x >= 0, x <= 1 else { return 0 }
    if x == 0 { return a < 1 ? .infinity : a == 1 ? b : 0 }
    if x == 1 { return b < 1 ? .infinity : b == 1 ? a : 0 }
    let power = IncompleteBeta.power(a, b, x, 1 - x)
    // Near 0 the power may underflow where it is small only because x is.
    return power > 1e-290 ? power / x / (1 - x) : exp(logDensity(x))
  }

  public func logDensity(_ x: Double) -> Double {
    // So near 0 that n × x loses digits, the power of 1 - x is 1.
    if x > 0, x < 1e-290 { return (a - 1) * log(x) + logGamma(total) - logGamma(a) - logGamma(b) }
    return x > 0 && x < 1 ? IncompleteBeta.logPower(a, b, x, 1 - x) - log(x) - log1p(-x) : log(density(x))
  }

  public func cumulative(_ x: Double) -> Double { IncompleteBeta(a, b, at: x, complement: 1 - x).lower }
  public func survival(_ x: Double) -> Double { IncompleteBeta(a, b, at: x, complement: 1 - x).upper }

  /// From ½ on by the distances from 1, which are exact.
  public func probability(from lower: Double, to upper: Double) -> Double {
    if lower < 0.5 { return difference(from: lower, to: upper) }
    return lower < upper ? Beta(a: b, b: a).difference(from: 1 - upper, to: 1 - lower) : lower >= upper ? 0 : .nan
  }

  public func quantile(_ p: Double) -> Double {
    if p == 0.5, a == b { return 0.5 }
    // Close to 1 the distance from 1 keeps its digits.
    if a > 8 * b, a > 8 {
      let distance = Beta(a: b, b: a).upperQuantile(p)
      if distance <= 0.5 { return 1 - distance }
    }
    return ContinuousQuantile.lower(p, of: self, near: estimate(p))
  }

  public func upperQuantile(_ q: Double) -> Double {
    if q == 0.5, a == b { return 0.5 }
    if a > 8 * b, a > 8 {
      let distance = Beta(a: b, b: a).quantile(q)
      if distance <= 0.5 { return 1 - distance }
    }
    return ContinuousQuantile.upper(q, of: self, near: 1 - Beta(a: b, b: a).estimate(q))
  }

  /// The first term of the series where that is small, else a normal's quantile.
  private func estimate(_ p: Double) -> Double {
    let logBeta = logGamma(a) + logGamma(b) - logGamma(total)
    let first = exp((log(p) + log(a) + logBeta) / a)
    if first < 0.1 * mean { return first }
    let normal = mean + variance.squareRoot() * StandardNormal.quantile(p)
    return normal > 0 && normal < 1 ? normal : mean
  }

  public func sample(using generator: inout PCG64) -> Double { generator.beta(a, b) }

  public func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    generator.fillBeta(buffer, a, b)
  }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    if scale == -1, shift == 1 { return Beta(a: b, b: a) }
    return try AffineImage.of(self, scale: scale, shift: shift)
  }
}

extension PCG64 {
  /// A draw from the beta distribution: NumPy's `beta(a, b)`. Both must be greater than 0.
  public mutating func beta(_ a: Double, _ b: Double) -> Double {
    BetaSampler(a, b).draw(using: &self)
  }

  /// Fills the buffer with what as many calls of `beta(a, b)` would draw.
  public mutating func fillBeta(_ buffer: UnsafeMutableBufferPointer<Double>, _ a: Double, _ b: Double) {
    BetaSampler(a, b).fill(buffer, using: &self)
  }
}

/// Draws from the beta distribution as NumPy's `beta` does.
private enum BetaSampler {
  /// Both parameters so small that each draw is 0 or 1, 1 with a probability of `a / (a + b)`.
  case tiny(a: Double, b: Double)
  case powers(BetaRejection)
  /// The fraction of one gamma draw in the sum of two.
  case gammas(GammaSampler, GammaSampler)

  /// Both parameters must be greater than 0.
  @inline(__always) init(_ a: Double, _ b: Double) {
    precondition(a > 0 && b > 0, "there is no beta distribution of parameters \(a) and \(b)")
    if a < 3e-103, b < 3e-103 {
      self = .tiny(a: a, b: b)
    } else if a <= 1, b <= 1 {
      self = .powers(BetaRejection(a, b))
    } else {
      self = .gammas(GammaSampler(shape: a), GammaSampler(shape: b))
    }
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    switch self {
    case .tiny(let a, let b):
      return (a + b) * generator.nextUniform() < a ? 1 : 0
    case .powers(let rejection):
      return rejection.draw(using: &generator)
    case .gammas(let first, let second):
      let x = first.draw(using: &generator)
      let y = second.draw(using: &generator)
      return x / (x + y)
    }
  }

  /// Fills the buffer with what as many calls of `draw` would give.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) {
    switch self {
    case .tiny: generator.fill(buffer) { draw(using: &$0) }
    case .powers(let rejection): generator.fillByTrials(buffer) { rejection.fill($1, using: &$0) }
    case .gammas(let first, let second):
      generator.fillByTrials(buffer) { Self.fill($1, first, second, using: &$0) }
    }
  }

  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<Double>, _ first: GammaSampler, _ second: GammaSampler,
    using generator: inout PCG64
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: buffer.count) { others in
      var local = generator
      for index in buffer.indices {
        buffer[index] = first.begin(using: &local)
        others[index] = second.begin(using: &local)
      }
      generator = local
      first.finish(buffer)
      second.finish(others)
      for index in buffer.indices { buffer[index] = buffer[index] / (buffer[index] + others[index]) }
      return buffer.count
    }
  }
}

/// Draws from the beta distribution of parameters up to 1: powers of two uniform draws, whose sum must be at most 1
/// (Jöhnk 1964).
private struct BetaRejection {
  private let a: Double
  private let b: Double
  private let first: FixedPower
  private let second: FixedPower

  @inline(__always) init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
    first = FixedPower(1 / a)
    second = FixedPower(1 / b)
  }

  @inline(__always) func draw(using generator: inout PCG64) -> Double {
    while true {
      let u = generator.nextUniform()
      let v = generator.nextUniform()
      let x = first(u)
      let y = second(v)
      if isAccepted(u, v, x, y) { return ratio(u, v, x, y) }
    }
  }

  /// As many trials as the buffer holds; what they accept comes first, and its count is returned.
  func fill(_ buffer: UnsafeMutableBufferPointer<Double>, using generator: inout PCG64) -> Int {
    let count = buffer.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * count) { scratch in
      let u = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
      let v = UnsafeMutableBufferPointer(rebasing: scratch[count..<2 * count])
      let x = UnsafeMutableBufferPointer(rebasing: scratch[(2 * count)..<(3 * count)])
      let y = UnsafeMutableBufferPointer(rebasing: scratch[(3 * count)...])
      generator.fillUniformPairs(u, v)
      first(UnsafeBufferPointer(u), into: x)
      second(UnsafeBufferPointer(v), into: y)
      var accepted = 0
      for index in 0..<count {
        buffer[accepted] = ratio(u[index], v[index], x[index], y[index])
        accepted += isAccepted(u[index], v[index], x[index], y[index]) ? 1 : 0
      }
      return accepted
    }
  }

  @inline(__always) private func isAccepted(_ u: Double, _ v: Double, _ x: Double, _ y: Double) -> Bool {
    x + y <= 1 && u + v > 0
  }

  @inline(__always) private func ratio(_ u: Double, _ v: Double, _ x: Double, _ y: Double) -> Double {
    x > 0 && y > 0 ? x / (x + y) : shareByLogarithms(u, v)
  }

  /// The ratio where a power has underflowed.
  ///
  /// The logarithms are large, and a place of theirs is many of the result's.
  @inline(never) private func shareByLogarithms(_ u: Double, _ v: Double) -> Double {
    let difference = nearestLog(u) / a - nearestLog(v) / b
    return difference > 0
      ? exp(-log1p(exp(-difference))) : exp(difference - log1p(exp(difference)))
  }
}
