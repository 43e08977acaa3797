import Vocabulary

/// The initializers that set the variance of the weights from the fans: Keras's `VarianceScaling` and its children.
public struct FanScaled: Initializer {
  /// The fan that divides.
  enum Fan: Sendable {
    case incoming, average
  }

  /// The shape of the distribution.
  enum Shape: Sendable {
    case uniform
    /// Normal, cut at two standard deviations; widened so that the variance is right after the cut.
    case truncatedNormal
  }

  public let name: String
  let scale: Double
  let fan: Fan
  let shape: Shape
  public let profile: InitializerProfile

  /// The standard deviation of a normal distribution of standard deviation 1 cut at ±2, as Keras writes it.
  static let truncatedDeviation = 0.87962566103423978

  public func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution {
    let divisor = max(1, fan == .incoming ? Double(fanIn) : (Double(fanIn) + Double(fanOut)) / 2)
    let variance = scale / divisor
    switch shape {
    case .uniform:
      let limit = (3 * variance).squareRoot()
      return Uniform(low: -limit, high: limit)
    case .truncatedNormal:
      return try TruncatedNormal(mean: 0, stddev: variance.squareRoot() / Self.truncatedDeviation, low: -2, high: 2)
    }
  }
}
