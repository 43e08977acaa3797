/// Separate values with the probability of each.
public struct Masses: Sendable, Equatable {
  public var label: String?
  /// In rising order.
  public var values: [Double]
  public var probabilities: [Double]

  public init(_ label: String? = nil, values: [Double], probabilities: [Double]) {
    self.label = label
    self.values = values
    self.probabilities = probabilities
  }

  /// Where each bar begins and the last ends: halfway between the values.
  fileprivate var edges: [Double] {
    guard let first = values.first, let last = values.last else { return [] }
    let middles = zip(values, values.dropFirst()).map { $0 / 2 + $1 / 2 }
    let (before, after) = (middles.first.map { $0 - first } ?? 0.5, middles.last.map { last - $0 } ?? 0.5)
    return [first - before] + middles + [last + after]
  }

  /// The values that have a probability.
  fileprivate var withoutZeros: Masses {
    let places = values.indices.filter { probabilities[$0] > 0 }
    return Masses(label, values: places.map { values[$0] }, probabilities: places.map { probabilities[$0] })
  }

  /// The distribution function as steps: level from each value to the next.
  public var steps: Curve {
    guard let first = values.first, let last = values.last else { return Curve(label, x: [], y: []) }
    let edges = self.edges
    var (x, y) = ([edges[0]], [0.0])
    var sum = 0.0
    for (value, probability) in zip(values, probabilities) {
      x += [value, value]
      y += [sum, sum + probability]
      sum += probability
    }
    return Curve(label, x: x + [last + (last - first) / 20 + (edges[edges.count - 1] - last)], y: y + [sum])
  }
}

/// A distribution by its density, or by the probabilities of its values.
public enum Law: Sendable, Equatable {
  case density(Curve)
  case masses(Masses)
}

extension Figure {
  /// Densities as curves and probabilities as signs on upright lines, which are not of one unit.
  public static func laws(_ laws: [Law], x: Axis = Axis()) -> Figure {
    var marks: [any Mark] = []
    for (number, law) in laws.enumerated() {
      let ink = Ink.series(number)
      switch law {
      case .density(let curve):
        marks.append(LineMark(x: curve.x, y: curve.y, label: curve.label, pen: Pen(ink)))
      case .masses(let all):
        let masses = all.withoutZeros
        let feet = masses.values.map { _ in 0.0 }
        marks.append(ErrorMark(at: masses.values, low: feet, high: masses.probabilities, ink: ink))
        marks.append(PointMark(x: masses.values, y: masses.probabilities, label: masses.label, ink: ink))
      }
    }
    return Figure(
      x: x, y: Axis("density, or probability of a value", measures: .distribution), marks: marks,
      notes: ["lines: densities; signs: probabilities of single values"])
  }

  /// Bars of the probabilities of one distribution; of several, points at their heights.
  public static func masses(_ masses: [Masses], x: Axis = Axis()) -> Figure {
    let y = Axis.probability
    guard masses.count != 1 else {
      let bars = BarMark(
        edges: masses[0].edges, values: masses[0].probabilities, direction: .up, captions: [], label: nil, inks: [],
        gap: 0.25)
      return Figure(masses[0].label, x: x, y: y, marks: [bars])
    }
    var marks: [any Mark] = []
    for (number, mass) in masses.enumerated() {
      marks.append(LineMark(x: mass.values, y: mass.probabilities, pen: Pen(.series(number), weight: .thin)))
      marks.append(PointMark(x: mass.values, y: mass.probabilities, label: mass.label, ink: .series(number)))
    }
    return Figure(x: x, y: y, marks: marks)
  }

  /// Bars of how many numbers fall into each bin; with a density over them, of their fraction over the bin's width.
  public static func histogram(_ bins: Bins, label: String? = nil, density: Curve? = nil, x: Axis = Axis()) -> Figure {
    var notes: [String] = []
    if bins.notFinite > 0 {
      notes.append(
        "left out: \(bins.notFinite == 1 ? "1 number that is" : "\(bins.notFinite) numbers that are") not finite")
    }
    if bins.notPositive > 0 {
      notes.append(
        "left out: \(bins.notPositive == 1 ? "1 number that is" : "\(bins.notPositive) numbers that are") not positive")
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

  /// An activation over the distribution of what comes in, with the stretches marked on which it is saturated.
  public static func saturation(
    _ activation: Curve, input: Curve, below low: Double?, above high: Double?, domain: ClosedRange<Double>,
    title: String
  ) -> Figure {
    let x = Axis(domain: domain)
    func stretches(_ label: String?) -> [any Mark] {
      var marks: [any Mark] = []
      if let low, low > domain.lowerBound { marks.append(RangeMark(.x(Bounds(domain.lowerBound, low)), label: label)) }
      if let high, high < domain.upperBound {
        marks.append(RangeMark(.x(Bounds(high, domain.upperBound)), label: label))
      }
      return marks
    }
    return Figure(
      title,
      panels: [
        Panel(
          x: x, y: Axis(activation.label), marks: stretches("saturated") + [LineMark(x: activation.x, y: activation.y)]),
        Panel(
          x: x, y: Axis("density of \(input.label ?? "the input")"),
          marks: stretches(nil) + [AreaMark(x: input.x, under: input.y), LineMark(x: input.x, y: input.y)]),
      ], across: 1)
  }
}
