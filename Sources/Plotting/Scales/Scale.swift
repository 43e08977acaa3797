import ElementaryFunctions

/// How numbers are spread along an axis.
public enum Scale: String, Sendable, CaseIterable {
  case linear
  /// Equal distances are equal factors; zero and negative numbers have no place.
  case logarithmic

  /// Whether the number has a place on the axis.
  public func accepts(_ number: Double) -> Bool {
    number.isFinite && (self == .linear || number > 0)
  }

  /// The number on a ruler of even spacing.
  func ruled(_ number: Double) -> Double {
    switch self {
    case .linear: number
    case .logarithmic: log10(number)
    }
  }
}
