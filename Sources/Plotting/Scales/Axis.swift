/// One direction of a panel: what it measures, and how.
public struct Axis: Sendable, Equatable {
  /// The sort of quantity, where it decides how the axis can be scaled.
  public enum Quantity: Sendable, Equatable {
    /// A density, a probability or a share of draws below a value: 0 outside of the support without anything being lost.
    case distribution
    /// A share, of which factors mean nothing.
    case accuracy
    case other
  }

  public var measures: Quantity
  /// What is measured, with its unit: `epoch`, `loss`.
  public var label: String?
  public var scale: Scale
  /// What is shown; nil for all that the marks hold.
  public var domain: ClosedRange<Double>?
  /// Names at 0, 1, 2 … in place of numbers.
  public var categories: [String]?
  /// The numbers that are named, where not round ones: those of a map's columns.
  public var places: [Double]?
  /// Whether only whole numbers are named: layers, epochs.
  public var isCount: Bool
  /// Whether numbers grow to the left or downwards, as the rows of a matrix do.
  public var isReversed: Bool

  public init(
    _ label: String? = nil, measures: Quantity = .other, scale: Scale = .linear, domain: ClosedRange<Double>? = nil,
    isCount: Bool = false, isReversed: Bool = false
  ) {
    self.measures = measures
    self.label = label
    self.scale = scale
    self.domain = domain
    self.isCount = isCount
    self.isReversed = isReversed
  }

  /// Names one after the other, from left to right or, with `isReversed`, from top to bottom.
  public init(_ label: String? = nil, categories: [String], isReversed: Bool = false) {
    self.init(label, domain: -0.5...max(0.5, Double(categories.count) - 0.5), isReversed: isReversed)
    self.categories = categories
  }

  /// What densities are measured by.
  public static let density = Axis("density", measures: .distribution)
  public static let probability = Axis("probability", measures: .distribution)
  public static let cumulative = Axis("P(X ≤ x)", measures: .distribution)
  public static let accuracy = Axis("accuracy", measures: .accuracy)
}
