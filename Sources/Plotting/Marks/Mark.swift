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

  /// How many lines of text it needs on a panel without axes that is so many columns wide; nil for the usual.
  func lines(columns: Int) -> Int?

  /// In fewer columns of text its words are cut.
  var leastColumns: Int { get }

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
  public func lines(columns: Int) -> Int? { nil }
  public var leastColumns: Int { 0 }

  func equals(_ other: any Mark) -> Bool { (other as? Self) == self }
}

/// Words and properties that several marks use.
enum Wording {
  /// A number as a sentence quotes it.
  static func number(_ number: Double) -> String { NumberStyle(digits: 3).text(number) }

  /// `, with a high of 3 and a low of -1 between` where the numbers leave the stretch between first and last.
  static func turn(_ numbers: [Double], _ first: Double, _ last: Double) -> String {
    var bounds = Bounds(first, last)
    for number in numbers where number.isFinite { bounds.include(number) }
    var parts: [String] = []
    if bounds.high > max(first, last) { parts.append("a high of \(Self.number(bounds.high))") }
    if bounds.low < min(first, last) { parts.append("a low of \(Self.number(bounds.low))") }
    return parts.isEmpty ? "" : ", with " + parts.joined(separator: " and ") + " between"
  }

  static func range(_ bounds: Bounds) -> String { "from \(number(bounds.low)) to \(number(bounds.high))" }

  static func property(_ name: String, _ text: String?) -> [Property] {
    text.map { [Property(name, .text($0))] } ?? []
  }

  /// The bounds of the finite ones.
  static func bounds(_ numbers: [Double]) -> Bounds? {
    var bounds: Bounds?
    for number in numbers where number.isFinite {
      if bounds == nil { bounds = Bounds(number) } else { bounds?.include(number) }
    }
    return bounds
  }
}
