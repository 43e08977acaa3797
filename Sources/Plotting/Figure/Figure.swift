/// A picture as data: what is to be seen, not yet how.
///
/// Renderers turn it into text or SVG. It can be made of anything: numbers that cannot be shown are left out and counted
/// in a note below.
public struct Figure: Sendable, Equatable {
  /// The least width that can be asked for, in columns of text.
  public static let leastWidth = 20
  public static let greatestWidth = 400
  public static let leastHeight = 6
  public static let greatestHeight = 200

  public var title: String?
  /// At least one; several are small multiples.
  public var panels: [Panel]
  /// How many panels stand side by side; nil for as many as fit.
  public var across: Int?
  /// Sentences below the picture.
  public var notes: [String]
  /// Columns of text all told; nil for the renderer's choice. A picture takes nine pixels for each.
  public var width: Int?
  /// Lines of text all told; nil for the renderer's choice. A picture takes twenty pixels for each.
  public var height: Int?
  /// What the text form is drawn with.
  public var symbols: SymbolSet

  public init(
    _ title: String? = nil, panels: [Panel], across: Int? = nil, notes: [String] = [], width: Int? = nil,
    height: Int? = nil, symbols: SymbolSet = .braille
  ) {
    self.title = title
    self.panels = panels
    self.across = across
    self.notes = notes
    self.width = width
    self.height = height
    self.symbols = symbols
  }

  public init(
    _ title: String? = nil, x: Axis = Axis(), y: Axis = Axis(), isEven: Bool = false, marks: [any Mark],
    notes: [String] = []
  ) {
    self.init(title, panels: [Panel(x: x, y: y, isEven: isEven, marks: marks)], notes: notes)
  }
}
