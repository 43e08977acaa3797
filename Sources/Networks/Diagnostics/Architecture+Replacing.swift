import Probability

extension Architecture {
  /// The same with the weights of every dense layer drawn from another initializer; the biases keep theirs.
  public func replacing(initializer: any Initializer) -> Architecture {
    replacing { dense, _ in
      PlacedDense(
        inputs: dense.inputs, units: dense.units, offset: dense.offset, activation: dense.activation,
        initializer: initializer, bias: dense.bias)
    }
  }

  /// The same with another activation in every dense layer but the last.
  public func replacing(hiddenActivation activation: any Activation) -> Architecture {
    replacing { dense, isLast in
      PlacedDense(
        inputs: dense.inputs, units: dense.units, offset: dense.offset,
        activation: isLast ? dense.activation : activation, initializer: dense.initializer, bias: dense.bias)
    }
  }

  private func replacing(_ change: (PlacedDense, _ isLast: Bool) -> PlacedDense) -> Architecture {
    let last = layers.lastIndex { $0 is PlacedDense }
    return Architecture(
      self,
      layers: layers.enumerated().map { index, layer in
        (layer as? PlacedDense).map { change($0, index == last) } ?? layer
      })
  }
}
