/// Where a value stopped being finite.
public struct Nonfinite: Sendable, Equatable {
  /// Counted from 1.
  public let layer: Int
  /// `weights`, `activations`, `loss` or `gradients`.
  public let what: String

  public init(layer: Int, what: String) {
    self.layer = layer
    self.what = what
  }

  /// Such as `the weights of layer 2 are not finite`; the loss is that of the whole network.
  var text: String { what == "loss" ? "the loss is not finite" : "the \(what) of layer \(layer) are not finite" }
}

extension Workspace {
  /// The first value that is not finite, in the order in which they are computed; nil where all are.
  func firstNonfinite(loss: Double) -> Nonfinite? {
    if loss.isFinite, isFinite(gradients[...]) { return nil }
    for (index, layer) in architecture.layers.enumerated() {
      if !isFinite(weights[layer.offset..<layer.offset + layer.parameterCount]) {
        return Nonfinite(layer: index + 1, what: "weights")
      }
      if !values(in: activations[index + 1], units: layer.units).allSatisfy(\.isFinite) {
        return Nonfinite(layer: index + 1, what: "activations")
      }
    }
    if !loss.isFinite { return Nonfinite(layer: architecture.layers.count, what: "loss") }
    for index in architecture.layers.indices.reversed() {
      let layer = architecture.layers[index]
      if !isFinite(gradients[layer.offset..<layer.offset + layer.parameterCount]) {
        return Nonfinite(layer: index + 1, what: "gradients")
      }
    }
    return nil
  }

  private func isFinite(_ values: Slice<UnsafeMutableBufferPointer<Double>>) -> Bool {
    guard let first = UnsafeBufferPointer(rebasing: values).baseAddress else { return true }
    return kernels.table.pointee.finiteness(first, values.count) == 0
  }
}
