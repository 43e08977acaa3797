import Vocabulary

/// Draws a figure with characters.
public struct TextRenderer: Sendable {
  public var style: NumberStyle

  public init(style: NumberStyle = .standard) { self.style = style }

  public func text(_ figure: Figure) -> String { figure.summary }
}
