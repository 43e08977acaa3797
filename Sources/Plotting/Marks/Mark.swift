import Vocabulary

/// Something drawn in a panel: a line, bars, points.
///
/// A mark says what the axes must show and draws itself with the few strokes that every surface has; so a new one is one
/// file, and no renderer needs to know of it.
public protocol Mark: Sendable, Equatable {
  /// The word for this sort of mark: `line`.
  var kind: String { get }

  /// The names that explain the mark, none where it speaks for itself.
  var legend: [LegendEntry] { get }

  /// Words that stand to the right of what is drawn, for which the panel leaves room.
  var trailingWords: [String] { get }

  /// What the axes must show, and how many numbers they cannot.
  func extent(on scales: Scales) -> Extent

  func draw(on surface: any Surface)

  /// What is to be seen, for those who cannot see it: `a line from 1 to 0.1`.
  var summary: String { get }

  /// The numbers, for machine-readable output.
  var properties: [Property] { get }
}

extension Mark {
  public var legend: [LegendEntry] { [] }
  public var trailingWords: [String] { [] }

  func equals(_ other: any Mark) -> Bool { (other as? Self) == self }
}
