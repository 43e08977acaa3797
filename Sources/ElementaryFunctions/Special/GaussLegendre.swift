/// Numerical integration by the Gauss–Legendre rule of 16 points, exact for polynomials up to degree 31.
package enum GaussLegendre {
  /// The integral of a smooth function between two finite bounds, cut into panels of equal width.
  package static func integral(
    from start: Double, to end: Double, panels: Int = 1, _ function: (Double) -> Double
  ) -> Double {
    let half = (end - start) / Double(2 * panels)
    var sum = 0.0
    for panel in 0..<panels {
      let middle = start + Double(2 * panel + 1) * half
      for (node, weight) in zip(nodes, weights) {
        sum += weight * (function(middle - half * node) + function(middle + half * node))
      }
    }
    return half * sum
  }

  /// The places and weights of the rule, panel by panel.
  package static func forEachNode(
    from start: Double, to end: Double, panels: Int, _ body: (Double, Double) -> Void
  ) {
    let half = (end - start) / Double(2 * panels)
    for panel in 0..<panels {
      let middle = start + Double(2 * panel + 1) * half
      for (node, weight) in zip(nodes, weights) {
        body(middle - half * node, half * weight)
        body(middle + half * node, half * weight)
      }
    }
  }

  /// The positive zeros of the Legendre polynomial of degree 16.
  private static let nodes = [
    0.095012509837637440185, 0.28160355077925891323, 0.45801677765722738634, 0.61787624440264374845,
    0.7554044083550030339, 0.86563120238783174388, 0.94457502307323257608, 0.9894009349916499326,
  ]

  private static let weights = [
    0.18945061045506849629, 0.18260341504492358887, 0.16915651939500253819, 0.14959598881657673208,
    0.12462897125553387205, 0.09515851168249278481, 0.062253523938647892863, 0.027152459411754094852,
  ]
}
