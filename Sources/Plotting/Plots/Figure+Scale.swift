extension Figure {
  /// The same with another scale for what the figure measures: the length of its bars, the height of its lines, the
  /// numbers of its maps.
  public func scaled(_ scale: Scale) -> Figure {
    var copy = self
    copy.panels = panels.map { $0.scaled(scale) }
    return copy
  }
}

extension Figure {
  /// The same with another scale for what goes across; nil of maps, diagrams and categories, which have none to change.
  public func scaled(across scale: Scale) -> Figure? {
    var copy = self
    for index in panels.indices {
      let panel = panels[index]
      if panel.x.scale == scale { continue }
      let isFixed = panel.marks.contains { $0 is HeatMark || $0 is ContourMark }
      guard panel.showsAxes, panel.x.categories == nil, !isFixed else { return nil }
      copy.panels[index].x.scale = scale
      copy.panels[index].isEven = false
    }
    return copy
  }
}

extension Figure {
  /// The same that shows another stretch of what goes across; nil where that is no axis of numbers, or one of a map.
  public func cropped(from low: Double?, to high: Double?) -> Figure? {
    var copy = self
    for index in panels.indices {
      let panel = panels[index]
      let isMap = panel.marks.contains { $0 is HeatMark || $0 is ContourMark }
      guard panel.showsAxes, panel.x.categories == nil, !isMap else { return nil }
      let domain = ResolvedPanel(panel).plane.x.domain
      let (first, last) = (low ?? domain.lowerBound, high ?? domain.upperBound)
      guard first < last else { return nil }
      copy.panels[index].x.domain = first...last
    }
    return copy
  }
}

extension Panel {
  fileprivate func scaled(_ scale: Scale) -> Panel {
    if y.measures == .accuracy { return self }
    var copy = self
    if marks.contains(where: { ($0 as? BarMark)?.direction == .right }) {
      copy.x.scale = scale
    } else if !marks.contains(where: { $0 is HeatMark }) {
      copy.y.scale = scale
      if scale == .logarithmic {
        if y.measures == .distribution {
          copy.marks = marks.map { ($0 as? LineMark)?.withoutEmptyEnds ?? ($0 as? AreaMark)?.withoutEmptyEnds ?? $0 }
        }
        copy.y.domain = y.domain.flatMap { copy.logarithmic($0) }
      }
    } else if scale == .logarithmic {
      copy.marks = marks.map { ($0 as? HeatMark)?.logarithmic ?? $0 }
    }
    return copy
  }
}

extension Panel {
  /// A vertical domain that begins with the least positive number where it began at 0.
  fileprivate func logarithmic(_ domain: ClosedRange<Double>) -> ClosedRange<Double>? {
    if domain.lowerBound > 0 { return domain }
    let lows = marks.compactMap { $0.extent(on: scales).y?.low }
    guard let low = lows.min(), low > 0, low < domain.upperBound else { return nil }
    return low...domain.upperBound
  }
}

extension [Double] {
  /// From the first to the last that is not 0, as a density has beyond its walls.
  fileprivate var withoutEmptyEnds: Range<Int> {
    guard let first = firstIndex(where: { $0 != 0 }), let last = lastIndex(where: { $0 != 0 }) else { return indices }
    return first..<last + 1
  }
}

extension LineMark {
  fileprivate var withoutEmptyEnds: LineMark {
    let range = y.withoutEmptyEnds
    return LineMark(x: Array(x[range]), y: Array(y[range]), label: label, pen: pen)
  }
}

extension AreaMark {
  fileprivate var withoutEmptyEnds: AreaMark {
    let range = high.withoutEmptyEnds
    return AreaMark(x: Array(x[range]), low: Array(low[range]), high: Array(high[range]), label: label, ink: ink)
  }
}

extension HeatMark {
  /// The map with colours for equal factors; nil of classes.
  fileprivate var logarithmic: HeatMark? {
    guard palette != .classes else { return nil }
    var copy = self
    (copy.scale, copy.palette) = (.logarithmic, .sequential)
    return copy
  }
}
