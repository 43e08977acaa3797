/// Points of one class.
public struct PointGroup: Sendable, Equatable {
  public var label: String?
  public var x: [Double]
  public var y: [Double]

  public init(_ label: String? = nil, x: [Double] = [], y: [Double] = []) {
    self.label = label
    self.x = x
    self.y = y
  }
}
