import Probability
import Vocabulary

/// One unit whose weights are drawn independently, with the same value at every input.
public struct RandomNeuron: Sendable {
  public let inputs: Int
  public let x: Double
  public let weights: any Distribution
  public let bias: Double
  /// The law of the weighted sum x × (w₁ + w₂ + …) + bias.
  public let sum: any Distribution

  /// Throws where the law of the sum cannot be told.
  public init(inputs: Int, x: Double, weights: any Distribution, bias: Double) throws(Failure) {
    (self.inputs, self.x, self.weights, self.bias) = (inputs, x, weights, bias)
    sum = try weights.affine(scale: x, shift: 0).sum(ofDraws: inputs).affine(scale: 1, shift: bias)
  }

  /// The weighted sums of so many neurons, each with weights of its own. Throws when it is interrupted.
  public func draw(
    _ count: Int, _ interruption: Interruption = Interruption(), using generator: inout PCG64
  ) throws(Failure) -> [Double] {
    var sums: [Double] = []
    var row = [Double](repeating: 0, count: inputs)
    for _ in 0..<count {
      try interruption.check()
      row.withUnsafeMutableBufferPointer { weights.fill($0, using: &generator) }
      sums.append(x * CompensatedSum.of(row) + bias)
    }
    return sums
  }
}
