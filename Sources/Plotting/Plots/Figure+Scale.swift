import ElementaryFunctions

extension Figure {
  /// The same with another scale for what the figure measures: the length of its bars, the height of its lines, the
  /// numbers of its maps.
  public func scaled(_ scale: Scale) -> Figure {
    var copy = self
    copy.panels = panels.map { $0.scaled(scale) }
    return copy
  }
}

extension Panel {
  fileprivate func scaled(_ scale: Scale) -> Panel {
    var copy = self
    if marks.contains(where: { ($0 as? BarMark)?.direction == .right }) {
      copy.x.scale = scale
    } else if !marks.contains(where: { $0 is HeatMark }) {
      copy.y.scale = scale
      if scale == .logarithmic, let domain = y.domain, !scale.accepts(domain.lowerBound) { copy.y.domain = nil }
    } else if scale == .logarithmic {
      copy.marks = marks.map { ($0 as? HeatMark)?.logarithmic ?? $0 }
    }
    return copy
  }
}

extension HeatMark {
  /// The map of the logarithms, of numbers that have one.
  fileprivate var logarithmic: HeatMark? {
    guard palette == .sequential else { return nil }
    var copy = self
    copy.matrix.elements = matrix.elements.map { $0 > 0 ? log10($0) : .nan }
    copy.label = "log₁₀ of " + (label ?? "the values")
    return copy
  }
}
