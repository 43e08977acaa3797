import Vocabulary

/// A pair of axes and what is drawn between them.
public struct Panel: Sendable {
  public var title: String?
  public var x: Axis
  public var y: Axis
  /// Drawn in this order, later ones over earlier ones.
  public var marks: [any Mark]
  /// Whether ticks, axis lines and labels are shown; a network diagram has none.
  public var showsAxes: Bool
  /// Whether a step is as long upwards as it is across, so that circles are round.
  public var isEven: Bool

  public init(
    _ title: String? = nil, x: Axis = Axis(), y: Axis = Axis(), showsAxes: Bool = true,
    isEven: Bool = false, marks: [any Mark]
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.showsAxes = showsAxes
    self.isEven = isEven
    self.marks = marks
  }

  public var scales: Scales { Scales(x: x.scale, y: y.scale) }

  /// Whether there is an axis below: bars that carry their numbers need none.
  var hasFoot: Bool { showsAxes && marks.allSatisfy { $0.trailingWords.isEmpty } }

  /// What stands above the upright axis: its name, and that of the other where there is no axis below.
  var heading: String? {
    let names = showsAxes ? [y.label, hasFoot ? nil : x.label].compactMap(\.self) : []
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// The names of what is drawn, each once; the points and the ground of one class together.
  public var legend: [LegendEntry] {
    marks.flatMap(\.legend).reduce(into: []) { entries, entry in
      let ground = entries.firstIndex { if case .ground = $0.sign { $0.label == entry.label } else { false } }
      if case .point(let shape, let ink) = entry.sign, let ground, case .ground(let level) = entries[ground].sign {
        entries[ground] = LegendEntry(entry.label, .region(level, shape, ink))
      } else if !entries.contains(entry) {
        entries.append(entry)
      }
    }
  }
}

extension Panel: Equatable {
  public static func == (left: Panel, right: Panel) -> Bool {
    left.title == right.title && left.x == right.x && left.y == right.y && left.showsAxes == right.showsAxes
      && left.isEven == right.isEven && left.marks.count == right.marks.count
      && zip(left.marks, right.marks).allSatisfy { $0.equals($1) }
  }
}

/// A panel with its domains decided.
struct ResolvedPanel {
  let panel: Panel
  let plane: Plane
  /// Whether nothing in it has a place.
  let isEmpty: Bool
  let extent: Extent

  init(_ panel: Panel) {
    self.panel = panel
    var extent = Extent()
    for (index, mark) in panel.marks.enumerated() {
      var own = mark.extent(on: panel.scales)
      // Points on their line are counted with it.
      if own.isLacking, let points = mark as? PointMark,
        panel.marks[..<index].contains(where: { ($0 as? LineMark).map(points.areOn) ?? false })
      {
        (own.notFinite, own.notPositive) = (0, 0)
      }
      extent.include(own)
    }
    self.extent = extent
    isEmpty = extent.x == nil || extent.y == nil
    plane = Plane(
      x: Projection(
        scale: panel.x.scale, domain: Domain.of(panel.x, extent.x, firm: extent.firmX, air: 0.04),
        isReversed: panel.x.isReversed),
      y: Projection(
        scale: panel.y.scale, domain: Domain.of(panel.y, extent.y, firm: extent.firmY, air: 0.06),
        isReversed: panel.y.isReversed))
  }

  /// The width of the panel over its height where a step is to be as long in both directions.
  var evenRatio: Double? {
    guard panel.isEven, !isEmpty, panel.x.scale == panel.y.scale else { return nil }
    let (x, y) = (plane.x.domain, plane.y.domain)
    let ratio = (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound)
    return (1.0 / 8...8).contains(ratio) ? ratio : nil
  }

  /// What the axes name: numbers, or every so many-th category.
  func ticks(_ axis: Axis, _ projection: Projection, about count: Int, style: NumberStyle) -> [Tick] {
    if isEmpty { return [] }
    guard let categories = axis.categories else {
      let ticks =
        axis.places.map { Ticks(at: $0, scale: axis.scale, about: count, style: style) }
        ?? Ticks(scale: axis.scale, domain: projection.domain, about: count, isCount: axis.isCount, style: style)
      return zip(ticks.values, ticks.labels).map { Tick(place: projection($0), label: $1) }
    }
    let step = max(1, (categories.count + max(1, count) - 1) / max(1, count))
    return categories.indices.filter { $0 % step == 0 }.map {
      Tick(place: projection(Double($0)), label: categories[$0])
    }
  }

  struct Tick: Equatable {
    /// From 0 to 1 along the axis.
    let place: Double
    let label: String
  }
}

extension Figure {
  /// The sentences below the picture: those that came with it, and what could not be shown.
  func allNotes(_ panels: [ResolvedPanel]) -> [String] {
    let (notFinite, notPositive) = panels.reduce(into: (0, 0)) {
      $0.0 += $1.extent.notFinite
      $0.1 += $1.extent.notPositive
    }
    var notes = self.notes
    func values(_ count: Int) -> String { count == 1 ? "1 value is" : "\(count) values are" }
    if notFinite > 0 { notes.append(values(notFinite) + " not finite") }
    if notPositive > 0 { notes.append(values(notPositive) + " not positive, without a place on a logarithmic axis") }
    return notes
  }
}
