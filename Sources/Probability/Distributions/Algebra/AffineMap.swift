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
