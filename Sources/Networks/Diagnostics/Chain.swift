import Vocabulary

/// A gradient on its way from the output to the first layer: a product, factor by factor.
public struct Chain: Sendable {
  /// The gradient at the output.
  public let output: Double
  /// What each layer multiplies it by, the last layer first.
  public let factors: [Double]
  /// The numbers of the layers in the same order, counted from 1: of a network those that `inspect` shows.
  public let layers: [Int]
  /// Whether the factors are those of a network on data.
  public let isMeasured: Bool
  /// What `inspect` says of the network; nil of a product alone.
  public let condition: Diagnosis.Condition?

  /// A product alone.
  public init(output: Double, factors: [Double]) {
    self.output = output
    self.factors = factors
    layers = factors.indices.map { factors.count - $0 }
    (isMeasured, condition) = (false, nil)
  }

  /// How the gradient changes from each dense layer to the one before, on the way past residual blocks: of a block, the
  /// layers that write to it. Nothing is left to be changed where it is 0.
  public init(_ inspection: Inspection) {
    let sizes = inspection.rows.reversed().filter { !$0.isOnBranch }.compactMap { row in
      row.delta.map { (layer: row.layer, size: $0) }
    }
    output = sizes.first?.size ?? 0
    factors = zip(sizes, sizes.dropFirst()).map { $0.size == 0 ? 0 : $1.size / $0.size }
    layers = sizes.dropFirst().map(\.layer)
    isMeasured = true
    condition = inspection.diagnoses.first?.condition
  }

  /// The gradients that result, beginning with that at the output.
  public var gradients: [Double] { factors.reduce(into: [output]) { $0.append(($0.last ?? 1) * $1) } }

  /// The product of the factors, without the output's gradient; 1 where there are none.
  public var total: Double { factors.reduce(1, *) }

  /// What becomes of the gradient by the factors alone; nil where their product is nan.
  public var trend: Trend? { total.isNaN ? nil : Trend(change: total, over: factors.count) }

  /// After how many layers the gradient is 0 or ∞ where the factors are repeated, and they and every product are rounded to
  /// a number format; nil where that does not happen within a million layers.
  public func layersUntilEnd(in format: FloatFormat) -> Int? {
    guard !factors.isEmpty else { return nil }
    var gradient = format.rounding(output)
    for layer in 0..<1_000_000 {
      if gradient == 0 || gradient.isInfinite { return layer }
      gradient = format.rounding(gradient * format.rounding(factors[layer % factors.count]))
    }
    return nil
  }
}
