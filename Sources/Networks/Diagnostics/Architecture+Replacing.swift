import Probability

extension Architecture {
  /// The same with the weights of every dense layer drawn from another initializer; the biases keep theirs.
  public func replacing(initializer: any Initializer) -> Architecture {
    Architecture(self, layers: layers.map { $0.replacing(initializer: initializer) })
  }

  /// The same with another activation in every dense layer but the last.
  public func replacing(hiddenActivation activation: any Activation) -> Architecture {
    let last = layers.lastIndex { $0.kernelCount > 0 }
    return Architecture(
      self, layers: layers.enumerated().map { $0 == last ? $1 : $1.replacing(activation: activation) })
  }
}
