extension Figure {
  /// Bars of how many numbers fall into each bin; with a density over them, of their fraction over the bin's width.
  public static func histogram(_ bins: Bins, label: String? = nil, density: Curve? = nil, x: Axis = Axis()) -> Figure {
    var notes: [String] = []
    if bins.notFinite > 0 {
      notes.append(
        "left out: \(bins.notFinite == 1 ? "1 number that is" : "\(bins.notFinite) numbers that are") not finite")
    }
    let bars = BarMark(
      edges: bins.edges, heights: density == nil ? bins.counts.map(Double.init) : bins.densities,
      label: density == nil ? nil : label)
    var marks: [any Mark] = [bars]
    if let density {
      marks.append(LineMark(x: density.x, y: density.y, label: density.label, pen: Pen(.series(1), dash: .solid)))
    }
    return Figure(
      density == nil ? label : nil, x: x, y: density == nil ? Axis("count", isCount: true) : .density, marks: marks,
      notes: notes)
  }

  /// A histogram for each of several groups of numbers, such as the layers of a network.
  public static func histograms(_ groups: [(label: String, bins: Bins)], title: String? = nil) -> Figure {
    let panels = groups.map { group in
      Panel(
        group.label, y: Axis(isCount: true),
        marks: [BarMark(edges: group.bins.edges, heights: group.bins.counts.map(Double.init))])
    }
    let lost = groups.reduce(0) { $0 + $1.bins.notFinite }
    let notes = lost == 0 ? [] : ["left out: \(lost == 1 ? "1 number that is" : "\(lost) numbers that are") not finite"]
    return Figure(title, panels: panels, notes: notes)
  }
}
