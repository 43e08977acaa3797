/// What something is drawn with, by its meaning; each renderer has its own colours, and signs where there are none.
public enum Ink: Sendable, Hashable {
  /// One of several things told apart, counted from 0.
  case series(Int)
  case positive
  case negative
  /// What the figure wants to be noticed: a saturated part, a gradient that left the range of numbers.
  case warning
  /// What helps to read the rest: means, thresholds.
  case guide
  case foreground
}

/// How a line is broken, so that lines differ without colour.
public enum Dash: Sendable, Hashable, CaseIterable {
  case solid, dashed, dotted, dashDotted

  /// The one that belongs to an ink where nothing else is said.
  public init(for ink: Ink) {
    switch ink {
    case .series(let number): self = Self.allCases[number.magnitudeModulo(Self.allCases.count)]
    case .guide: self = .dashed
    case .positive, .negative, .warning, .foreground: self = .solid
    }
  }
}

/// The sign of a point, so that classes differ without colour.
public enum Shape: Sendable, Hashable, CaseIterable {
  case disc, cross, triangle, square, plus, diamond

  /// The one that belongs to an ink where nothing else is said.
  public init(for ink: Ink) {
    guard case .series(let number) = ink else {
      self = .disc
      return
    }
    self = Self.allCases[number.magnitudeModulo(Self.allCases.count)]
  }
}

/// An ink and how a line is drawn with it.
public struct Pen: Sendable, Hashable {
  public enum Weight: Sendable, Hashable { case thin, normal, bold }

  public var ink: Ink
  public var dash: Dash
  public var weight: Weight

  public init(_ ink: Ink, dash: Dash? = nil, weight: Weight = .normal) {
    self.ink = ink
    self.dash = dash ?? Dash(for: ink)
    self.weight = weight
  }
}

extension Int {
  func magnitudeModulo(_ count: Int) -> Int { Int(magnitude % UInt(count)) }
}
