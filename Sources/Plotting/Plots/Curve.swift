/// A line through numbers, with its name.
public struct Curve: Sendable, Equatable {
  public var label: String?
  public var x: [Double]
  public var y: [Double]

  public init(_ label: String? = nil, x: [Double], y: [Double]) {
    self.label = label
    self.x = x
    self.y = y
  }

  /// Numbers at 0, 1, 2 … or from another start.
  public init(_ label: String? = nil, _ y: [Double], from start: Int = 0) {
    self.init(label, x: y.indices.map { Double(start + $0) }, y: y)
  }
}
