import Vocabulary

/// Numbers over others, and how far they spread.
public struct Series: Sendable, Equatable {
  /// From where to where, for each number.
  public struct Spread: Sendable, Equatable {
    public var low: [Double]
    public var high: [Double]

    public init(low: [Double], high: [Double]) {
      self.low = low
      self.high = high
    }
  }

  public var label: String?
  public var x: [Double]
  public var y: [Double]
  /// Shaded.
  public var band: Spread?
  /// Drawn as bars.
  public var errors: Spread?

  public init(_ label: String? = nil, x: [Double], y: [Double], band: Spread? = nil, errors: Spread? = nil) {
    self.label = label
    self.x = x
    self.y = y
    self.band = band
    self.errors = errors
  }
}

extension Figure {
  /// Signs are drawn at so few numbers with error bars.
  private static let mostSigns = 60

  /// Lines, each with a band or error bars where it has them; one line alone names the figure.
  public static func series(_ all: [Series], x: Axis = Axis(), y: Axis = Axis()) -> Figure {
    var (areas, bars, lines): ([any Mark], [any Mark], [any Mark]) = ([], [], [])
    for (number, series) in all.enumerated() {
      let ink = Ink.series(number)
      let label = all.count > 1 ? series.label : nil
      if let band = series.band { areas.append(AreaMark(x: series.x, low: band.low, high: band.high, ink: ink)) }
      guard let errors = series.errors else {
        lines.append(LineMark(x: series.x, y: series.y, label: label, pen: Pen(ink)))
        continue
      }
      bars.append(ErrorMark(at: series.x, low: errors.low, high: errors.high, ink: ink))
      let hasSigns = series.y.count <= mostSigns
      lines.append(
        LineMark(x: series.x, y: series.y, label: hasSigns ? nil : label, pen: Pen(ink, weight: .thin)))
      if hasSigns { lines.append(PointMark(x: series.x, y: series.y, label: label, ink: ink)) }
    }
    return Figure(all.count == 1 ? all[0].label : nil, x: x, y: y, marks: areas + bars + lines)
  }
}
