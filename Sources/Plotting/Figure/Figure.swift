import Vocabulary

/// A picture as data: what is to be seen, not yet how.
///
/// Renderers turn it into text or SVG. It can be made of anything: numbers that cannot be shown are left out and counted
/// in a note below.
public struct Figure: Sendable, Equatable {
  /// The least width that can be asked for, in columns of text.
  public static let leastWidth = 10
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

/// A name and the sign that it explains.
public struct LegendEntry: Sendable, Hashable {
  public enum Sign: Sendable, Hashable {
    case line(Pen)
    /// An area.
    case patch(Ink)
    case bar(Ink)
    case point(Shape, Ink)
    /// Contour lines; in text the shades between them, from low to high.
    case heights(Pen)
    /// The ground of a class.
    case ground(Int)
    /// The same with the sign of its points.
    case region(Int, Shape, Ink)
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

extension Figure: Object {
  public var kind: String { "figure" }

  /// The figure as text, its numbers written in the style asked for.
  public var display: Display { Display(self) }

  public var properties: [Property] {
    (title.map { [Property("title", .text($0))] } ?? [])
      + [Property("description", .text(summary)), Property("panels", .list(panels.map { .object($0) }))]
  }

  /// What is to be seen, in a sentence or two.
  public var summary: String {
    let parts = panels.map { panel in
      let seen = panel.marks.map(\.summary).filter { !$0.isEmpty }
      let axes = panel.showsAxes ? [panel.x.words("horizontal"), panel.y.words("vertical")].compactMap(\.self) : []
      return (panel.title.map { "\($0): " } ?? "") + (seen.isEmpty ? "nothing drawn" : seen.joined(separator: "; "))
        + (axes.isEmpty ? "" : "; " + axes.joined(separator: ", "))
    }
    return parts.joined(separator: ". ") + "."
  }
}

extension Figure: Layout {
  public func printed(in style: NumberStyle) -> Printed {
    var printed = Printed()
    printed.append(TextRenderer(style: style).text(self))
    return printed
  }
}

extension Axis {
  fileprivate func words(_ direction: String) -> String? {
    let kind = scale == .logarithmic ? ", logarithmic" : ""
    return label.map { "\(direction) axis: \($0)\(kind)" }
  }

  fileprivate var properties: [Property] {
    Wording.property("label", label) + [Property("scale", .text(scale.rawValue))]
      + (categories.map { [Property("categories", .list($0.map { .text($0) }))] } ?? [])
  }
}

extension Panel: Object {
  public var kind: String { "panel" }
  public var display: Display { Figure(panels: [self]).display }

  public var properties: [Property] {
    Wording.property("title", title) + [
      Property("x", .object(Part("axis", x.properties))), Property("y", .object(Part("axis", y.properties))),
      Property("marks", .list(marks.map { .object(Part($0.kind, $0.properties)) })),
    ]
  }
}

/// A part of a figure in machine-readable output.
private struct Part: Object {
  let kind: String
  let properties: [Property]

  init(_ kind: String, _ properties: [Property]) {
    self.kind = kind
    self.properties = properties
  }

  var display: Display { Display(kind) }
}
