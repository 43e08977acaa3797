import Vocabulary

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
