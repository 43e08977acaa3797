/// A name and the sign that it explains.
public struct LegendEntry: Sendable, Hashable {
  public enum Sign: Sendable, Hashable {
    case line(Pen)
    case patch(Ink)
    case point(Shape, Ink)
  }

  public let label: String
  public let sign: Sign

  public init(_ label: String, _ sign: Sign) {
    self.label = label
    self.sign = sign
  }
}
