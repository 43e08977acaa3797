import ElementaryFunctions
import Vocabulary

/// A distribution that is scaled and shifted, and has no name of its own for that: `2 × beta(a=2, b=3) + 1`.
public struct AffineImage: Distribution {
  let origin: any Distribution
  let map: AffineMap

  /// The distribution of `scale × X + shift`: the distribution itself, a constant or an image.
  ///
  /// Throws where the map leaves the finite numbers.
  static func of(_ distribution: any Distribution, scale: Double, shift: Double) throws(Failure) -> any Distribution {
    for (name, number) in [("scale", scale), ("shift", shift)] where !number.isFinite {
      throw Failure(
        .argument, "a \(distribution.name) cannot be moved by \(name)=\(NumberStyle.standard.text(number))",
        hint: "its parameters must stay finite numbers")
    }
    if scale == 0 { return Constant(shift) }
    var (origin, map) = (distribution, AffineMap(scale: scale, shift: shift))
    if let image = distribution as? AffineImage { (origin, map) = (image.origin, map.after(image.map)) }
    guard map.scale.isFinite, map.shift.isFinite else {
      throw Failure(
        .argument, "there is no \(origin.name) with scale=\(NumberStyle.standard.text(map.scale))",
        hint: "its parameters must stay finite numbers")
    }
    return map == .identity ? origin : AffineImage(origin: origin, map: map)
  }

  public var name: String { origin.name }
  public var properties: [Property] {
    [
      Property("scale", .number(map.scale)), Property("shift", .number(map.shift)),
      Property("distribution", .object(RandomVariable(origin))),
    ]
  }

  public var display: Display {
    let (scale, shift) = (map.scale, map.shift)
    if scale == -1, shift != 0 { return "\(shift) - \(origin.display)" }
    let image = scale == 1 ? origin.display : scale == -1 ? "-" + origin.display : "\(scale) × \(origin.display)"
    if shift == 0 { return image }
    return shift > 0 ? image + " + \(shift)" : image + " - \(-shift)"
  }

  private var isRising: Bool { map.scale > 0 }
  private func back(_ x: Double) -> Double { map.inverse(x, ofWholeNumbers: origin.isDiscrete) }

  public var isDiscrete: Bool { origin.isDiscrete }
  public var mean: Double { map(origin.mean) }
  public var variance: Double { map.scale * map.scale * origin.variance }
  public var standardDeviation: Double { map.scale.magnitude * origin.standardDeviation }
  public var skewness: Double { isRising ? origin.skewness : -origin.skewness }
  public var kurtosis: Double { origin.kurtosis }
  public var mode: Double? { origin.mode.map { map($0) } }
  public var entropy: Double? {
    origin.entropy.map { origin.isDiscrete ? $0 : $0 + log(map.scale.magnitude) }
  }
  public var support: ClosedRange<Double> {
    let (first, last) = (map(origin.support.lowerBound), map(origin.support.upperBound))
    return isRising ? first...last : last...first
  }
  public var kinks: [Double] { origin.kinks.map { map($0) } }
  public var centreOfSymmetry: Double? { origin.centreOfSymmetry.map { map($0) } }
  public func requireProbabilities() throws(Failure) { try origin.requireProbabilities() }

  public func density(_ x: Double) -> Double {
    origin.isDiscrete ? origin.density(back(x)) : origin.density(back(x)) / map.scale.magnitude
  }

  public func logDensity(_ x: Double) -> Double {
    origin.isDiscrete ? origin.logDensity(back(x)) : origin.logDensity(back(x)) - log(map.scale.magnitude)
  }

  public func pointMass(_ x: Double) -> Double { origin.pointMass(back(x)) }

  public func cumulative(_ x: Double) -> Double {
    if isRising { return origin.cumulative(back(x)) }
    return min(1, origin.survival(back(x)) + origin.pointMass(back(x)))
  }

  public func survival(_ x: Double) -> Double {
    if isRising { return origin.survival(back(x)) }
    return max(0, origin.cumulative(back(x)) - origin.pointMass(back(x)))
  }

  public func probability(from lower: Double, to upper: Double) -> Double {
    if lower.isNaN || upper.isNaN { return .nan }
    if lower >= upper { return 0 }
    if isRising { return origin.probability(from: back(lower), to: back(upper)) }
    let (first, last) = (back(upper), back(lower))
    return max(
      0, origin.probability(from: first, to: last) + origin.pointMass(first) - origin.pointMass(last))
  }

  public func quantile(_ p: Double) -> Double {
    map(isRising ? origin.quantile(p) : origin.upperQuantile(p))
  }

  public func upperQuantile(_ q: Double) -> Double {
    map(isRising ? origin.upperQuantile(q) : origin.quantile(q))
  }

  public func sample(using generator: inout PCG64) -> Double { map(origin.sample(using: &generator)) }

  /// What two of one scale have in common is added, then scaled.
  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    if let other = other as? AffineImage, other.map.scale == map.scale {
      guard let sum = try origin.closedSum(with: other.origin) else { return nil }
      return try sum.affine(scale: map.scale, shift: map.shift + other.map.shift)
    }
    guard map.shift != 0 else { return nil }
    let bare = try AffineImage.of(origin, scale: map.scale, shift: 0)
    return try bare.closedSum(with: other)?.affine(scale: 1, shift: map.shift)
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    guard let sum = try origin.sumOfIndependent(n) else { return nil }
    return try sum.affine(scale: map.scale, shift: Double(n) * map.shift)
  }
}

/// `scale × x + shift`.
struct AffineMap: Sendable, Equatable {
  let scale: Double
  let shift: Double

  static let identity = AffineMap(scale: 1, shift: 0)

  func callAsFunction(_ x: Double) -> Double { scale * x + shift }

  /// Where x comes from. Of a distribution of whole numbers, rounding of the map itself is taken back.
  func inverse(_ x: Double, ofWholeNumbers isWhole: Bool) -> Double {
    let origin = (x - shift) / scale
    guard isWhole, origin.isFinite else { return origin }
    let whole = origin.rounded()
    return (origin - whole).magnitude <= 1e-14 * max(1, whole.magnitude, (shift / scale).magnitude) ? whole : origin
  }

  /// This map after another one.
  func after(_ first: AffineMap) -> AffineMap {
    AffineMap(scale: scale * first.scale, shift: scale * first.shift + shift)
  }
}
