import ElementaryFunctions

/// A distribution as weighted points: its quantile levels in panels that halve towards both ends, each with the
/// Gauss–Legendre rule.
enum QuantileNodes {
  struct Node {
    let position: Double
    let weight: Double
  }

  /// Panels are cut so that no angle up to the highest frequency turns too far within one.
  static func nodes(of distribution: any Distribution, highest: Double) -> [Node] {
    let kinks = distribution.kinks.map { distribution.cumulative($0) }.filter { $0 > 0 && $0 < 1 }
    var nodes: [Node] = []
    for isUpper in [false, true] {
      func position(_ probability: Double) -> Double {
        isUpper ? distribution.upperQuantile(probability) : distribution.quantile(probability)
      }
      var end = 0.5
      for _ in 0..<50 {
        let start = end / 2
        let inner = kinks.map { isUpper ? 1 - $0 : $0 }.filter { start < $0 && $0 < end }
        let cuts = [start] + inner.sorted() + [end]
        for (first, last) in zip(cuts, cuts.dropFirst()) {
          let turn = (position(last) - position(first)).magnitude * highest
          let panels = turn < 6 * 512 ? max(1, Int((turn / 6).rounded(.up))) : 512
          GaussLegendre.forEachNode(from: first, to: last, panels: panels) { probability, weight in
            nodes.append(Node(position: position(probability), weight: weight))
          }
        }
        end = start
      }
      nodes.append(Node(position: position(end / 2), weight: end))
    }
    return nodes
  }
}
