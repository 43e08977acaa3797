import Language
import Vocabulary
import Workbench

/// Something to be drawn, with the words that it was written in.
struct Plotted: Sendable {
  let value: Value
  /// Nil where it was not written, or at length.
  let name: String?

  /// More characters than this are no name.
  private static let longestName = 32

  init(_ value: Value, written source: String? = nil) {
    self.value = value
    name = source.flatMap { $0 != "_" && $0.count <= Self.longestName ? $0 : nil }
  }

  /// The name, or what the value prints, as long as that is short.
  var label: String? {
    if let name { return name }
    let text = value.display.printed().text
    return text.count <= Self.longestName && !text.contains("\n") ? text : nil
  }
}

extension Kind where Output == Value {
  /// What is to be drawn: an expression as it is written, or a value.
  static let plotted = Kind("something that can be drawn", .any, passing: .expression) { $0 }
}

extension Session {
  /// The value of what is to be drawn.
  mutating func evaluate(plotted value: Value) throws(Failure) -> Plotted {
    guard case .object(let quotation as Quotation) = value else { return Plotted(value) }
    var frame = quotation.frame
    return Plotted(try evaluate(quotation.expression, &frame), written: quotation.expression.source)
  }
}
