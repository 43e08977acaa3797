import Probability
import Vocabulary

/// The spread of signals and gradients through layers of one kind.
///
/// Predicted as if every z were normal with mean 0: forward var(z) = units × mean(w²) × mean(a²) of the layer before,
/// backward the mean square of ∂L/∂z grows by units × mean(w²) × mean(activation′(z)²) from a layer to the one before
/// (X. Glorot, Y. Bengio 2010; K. He et al. 2015; B. Poole et al., Exponential expressivity in deep neural networks,
/// 2016). Measured on one network of such layers without biases, with inputs and gradients at its output drawn from
/// normal(0, 1).
public struct VarianceFlow: Sendable {
  /// Root mean squares of one layer.
  public struct Layer: Sendable {
    /// Of z, the weighted sums.
    public internal(set) var predictedSignal = 0.0
    public internal(set) var signal = 0.0
    /// Of ∂L/∂z, where it is 1 in the last layer.
    public internal(set) var predictedGradient = 0.0
    public internal(set) var gradient = 0.0
  }

  /// From the first to the last.
  public private(set) var layers: [Layer]

  /// Draws the inputs, then the weights layer by layer, then the gradients.
  ///
  /// Throws where the initializer makes no such weights, and when it is interrupted.
  public init(
    _ initializer: any Initializer, _ activation: any Activation, layers count: Int, units: Int, points: Int,
    _ interruption: Interruption = Interruption(), using generator: inout PCG64
  ) throws(Failure) {
    layers = [Layer](repeating: Layer(), count: count)
    let shape = KernelShape(rows: units, columns: units)
    var kernels: [Matrix] = []
    var slopes: [[Double]] = []
    var incoming = [Double](repeating: 0, count: points * units)
    incoming.withUnsafeMutableBufferPointer { generator.fillNormal($0) }
    var predictedSquare = 1.0
    var slopeGains: [Double] = []
    var weightGains: [Double] = []
    for layer in 0..<count {
      let kernel = Matrix(rows: units, columns: units, elements: try initializer.weights(shape, using: &generator))
      let meanSquare = try Self.meanSquare(of: initializer, kernel)
      let variance = Double(units) * meanSquare * predictedSquare
      let distribution = Normal(mean: 0, stddev: variance.squareRoot())
      predictedSquare = distribution.expectation { activation.value($0) * activation.value($0) }
      weightGains.append(Double(units) * meanSquare)
      slopeGains.append(
        distribution.expectation { Self.square(activation.derivative(at: $0, value: activation.value($0))) })
      let z = try Matrix(rows: points, columns: units, elements: incoming).product(kernel, interruption).elements
      layers[layer].predictedSignal = variance.squareRoot()
      layers[layer].signal = Self.rootMeanSquare(z)
      incoming = z.map { activation.value($0) }
      slopes.append(zip(z, incoming).map { activation.derivative(at: $0, value: $1) })
      kernels.append(kernel)
    }
    let gains = zip(weightGains.dropFirst() + [1], slopeGains).map { $0 * $1 }
    try passBack(through: kernels, slopes, gains, points: points, units: units, interruption, using: &generator)
  }

  /// The gains are those from the layer above to each layer: its weights', times this one's slopes'.
  private mutating func passBack(
    through kernels: [Matrix], _ slopes: [[Double]], _ gains: [Double], points: Int, units: Int,
    _ interruption: Interruption, using generator: inout PCG64
  ) throws(Failure) {
    var gradient = [Double](repeating: 0, count: points * units)
    gradient.withUnsafeMutableBufferPointer { generator.fillNormal($0) }
    var predicted = 1.0
    for layer in layers.indices.reversed() {
      if layer < layers.count - 1 {
        let back = try Matrix(rows: points, columns: units, elements: gradient)
          .product(kernels[layer + 1].transposed, interruption)
        gradient = zip(back.elements, slopes[layer]).map { $0 * $1 }
        predicted *= gains[layer]
      }
      layers[layer].predictedGradient = predicted.squareRoot()
      layers[layer].gradient = Self.rootMeanSquare(gradient)
    }
  }

  private static func meanSquare(of initializer: any Initializer, _ kernel: Matrix) throws(Failure) -> Double {
    guard let distribution = try? initializer.distribution(fanIn: kernel.rows, fanOut: kernel.columns) else {
      return kernel.elements.reduce(0) { $0 + $1 * $1 } / Double(kernel.elements.count)
    }
    return distribution.variance + distribution.mean * distribution.mean
  }

  private static func square(_ x: Double) -> Double { x * x }

  private static func rootMeanSquare(_ numbers: [Double]) -> Double {
    (numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)).squareRoot()
  }

  /// By what is predicted.
  public var predicted: Passage {
    Passage(signals: layers.map(\.predictedSignal), gradients: layers.map(\.predictedGradient))
  }

  /// By what is measured.
  public var measured: Passage { Passage(signals: layers.map(\.signal), gradients: layers.map(\.gradient)) }
}
