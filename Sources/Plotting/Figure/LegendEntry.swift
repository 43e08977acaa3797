/// A name and the sign that it explains.
public struct LegendEntry: Sendable, Hashable {
  public enum Sign: Sendable, Hashable {
    case line(Pen)
    /// An area.
    case patch(Ink)
    case bar(Ink)
    case point(Shape, Ink)
    /// The steps of a heat map, from low to high.
    case heat(HeatPalette)
  }

  public let label: String
  public let sign: Sign

  public init(_ label: String, _ sign: Sign) {
    self.label = label
    self.sign = sign
  }
}
