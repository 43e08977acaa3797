import Vocabulary

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
