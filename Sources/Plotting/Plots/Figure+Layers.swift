import Vocabulary

/// A number for each layer of a network.
public struct LayerMeasure: Sendable, Equatable {
  public var title: String
  /// Nil where a layer has none; it is then left out.
  public var values: [Double?]
  public var scale: Scale
  /// In place of all the marks fit for, what the axis shows.
  public var domain: ClosedRange<Double>?
  public var ink: Ink

  public init(
    _ title: String, _ values: [Double?], scale: Scale = .linear, domain: ClosedRange<Double>? = nil,
    ink: Ink = .series(0)
  ) {
    self.title = title
    self.values = values
    self.scale = scale
    self.domain = domain
    self.ink = ink
  }
}

extension Figure {
  /// Bars per layer, a panel for each measure, the first layer at the top.
  public static func layers(_ names: [String], _ measures: [LayerMeasure], title: String? = nil) -> Figure {
    let panels = measures.map { measure in
      let values = measure.values.compactMap(\.self)
      let named = zip(names, measure.values).compactMap { name, value in value == nil ? nil : name }
      let scale = values.contains { measure.scale.accepts($0) } ? measure.scale : .linear
      return Panel(
        measure.title, x: Axis(scale: scale, domain: measure.domain), y: Axis(categories: named, isReversed: true),
        marks: [
          BarMark(
            values, .right, captions: values.map { $0.isNaN ? "" : NumberStyle(digits: 3).text($0) },
            inks: [measure.ink])
        ])
    }
    return Figure(title, panels: panels)
  }

  /// A relative error for each name, and up to which it is small.
  public static func errors(_ errors: [Double], names: [String], tolerance: Double) -> Figure {
    let hasPlace = errors.contains { $0 > 0 && $0.isFinite }
    let limit = Wording.number(tolerance)
    return Figure(
      x: Axis("relative error", scale: hasPlace ? .logarithmic : .linear),
      y: Axis("layer", categories: names, isReversed: true),
      marks: [
        BarMark(
          errors, .right, captions: errors.map { NumberStyle(digits: 2).text($0) },
          inks: errors.map { $0 <= tolerance ? .series(0) : .warning }), RuleMark(.x(tolerance)),
      ], notes: ["upright line: \(limit), up to which both derivatives agree"])
  }

  /// A gradient on its way back: a bar for each layer, from the output on; a line where there are too many.
  public static func chain(_ gradients: [Double], layers: [String], title: String? = nil) -> Figure {
    let sizes = gradients.map(\.magnitude)
    let scale: Scale = sizes.contains { $0 > 0 && $0.isFinite } ? .logarithmic : .linear
    guard sizes.count <= 40 else {
      return Figure(
        title, x: Axis("layers back from the output", isCount: true), y: Axis("|gradient|", scale: scale),
        marks: [LineMark(sizes)])
    }
    let captions = gradients.map { NumberStyle(digits: 4).text($0) }
    return Figure(
      title, x: Axis("|gradient|", scale: scale), y: Axis("layer", categories: layers, isReversed: true),
      marks: [BarMark(sizes, .right, captions: captions)])
  }
}
