/// The least and greatest of the numbers met so far.
public struct Bounds: Sendable, Equatable {
  public private(set) var low: Double
  public private(set) var high: Double

  public init(_ number: Double) { (low, high) = (number, number) }

  public init(_ low: Double, _ high: Double) { (self.low, self.high) = (min(low, high), max(low, high)) }

  public mutating func include(_ number: Double) {
    if number < low { low = number }
    if number > high { high = number }
  }

  public mutating func include(_ other: Bounds) {
    include(other.low)
    include(other.high)
  }
}
