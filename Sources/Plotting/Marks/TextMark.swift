import Vocabulary

/// Words at a point.
public struct TextMark: Mark {
  public var text: String
  public var x: Double
  public var y: Double
  public var alignment: TextAlignment
  public var ink: Ink

  public init(_ text: String, x: Double, y: Double, _ alignment: TextAlignment = .leading, ink: Ink = .foreground) {
    self.text = text
    self.x = x
    self.y = y
    self.alignment = alignment
    self.ink = ink
  }

  public var kind: String { "text" }

  public func extent(on scales: Scales) -> Extent {
    var extent = Extent()
    extent.include(x: [x], y: [y], on: scales)
    return extent
  }

  public func draw(on surface: any Surface) { surface.write(text, x: x, y: y, alignment, with: ink) }

  public var summary: String { "the words '\(text)'" }

  public var properties: [Property] {
    [Property("text", .text(text)), Property("x", .number(x)), Property("y", .number(y))]
  }
}
