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

extension Figure {
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
}
