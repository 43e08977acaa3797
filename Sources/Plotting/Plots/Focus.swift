import Vocabulary

/// The stretch of an axis that is worth being shown where a few numbers lie far beyond all others, as beside a pole.
public struct Focus: Sendable, Equatable {
  public let domain: ClosedRange<Double>
  /// What lies beyond, in a sentence.
  public let note: String

  /// How far beyond the middle nine tenths of the numbers an outlier lies, in widths of those.
  private static let reach = 4.0

  /// Nil where all numbers can be shown together, or where they are too few to tell.
  public init?(on numbers: [Double]) {
    let finite = numbers.filter(\.isFinite).sorted()
    guard finite.count >= 40, let least = finite.first, let most = finite.last else { return nil }
    let (low, high) = (finite[finite.count / 20], finite[finite.count - 1 - finite.count / 20])
    let width = high - low
    guard width > 0, width.isFinite else { return nil }
    let (cutsBelow, cutsAbove) = (least < low - Self.reach * width, most > high + Self.reach * width)
    guard cutsBelow || cutsAbove else { return nil }
    let bottom = cutsBelow ? low - width / 2 : least
    let top = cutsAbove ? high + width / 2 : most
    guard bottom < top else { return nil }
    domain = bottom...top
    let style = NumberStyle(digits: 3)
    let ends = [
      cutsBelow ? "below \(style.text(bottom)), down to \(style.text(least))" : nil,
      cutsAbove ? "above \(style.text(top)), up to \(style.text(most))" : nil,
    ]
    note = "not shown: what lies " + ends.compactMap(\.self).joined(separator: ", and ")
  }
}
