import ElementaryFunctions
import Language
import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let flow = Builtin(
    "flow", "How the spread of signals and gradients changes from layer to layer, predicted and measured.",
    Parameter("initializer", .flowSource, "where the weights come from; or a network as it stands"),
    Parameter("activation", .flowTarget, "what each unit does; of a network the data to send through"),
    Parameter("layers", .integer(1...1000), "how many layers", default: 10),
    Parameter("units", .integer(1...4096), "units in each layer, and inputs", default: 100),
    Parameter(
      "points", .integer(1...10_000), "how many inputs, drawn from normal(0, 1), are sent through", default: 100),
    .seed,
    documentation: Documentation(
      formula: "var(z) = units × mean(w²) × mean(a²); backward × units × mean(w²) × mean(activation′(z)²)",
      source:
        "X. Glorot, Y. Bengio 2010; K. He et al. 2015; B. Poole et al., Exponential expressivity in deep neural networks, 2016",
      notes:
        "Predicted: as if every z were normal with mean 0. Measured: one network of such layers without biases, with "
        + "gradients drawn from normal(0, 1) at its output; ∂L/∂z is their root mean square. Of a network with data: predicted "
        + "from the mean squares of its weights and of the data, and back from ∂L/∂z at the last layer; the loss is that of "
        + "its last training, else mse; the other arguments do not matter.",
      examples: [
        Example(
          "flow(he_normal, relu, layers=3, seed=1)",
          gives: """
            layer     std of z   measured   ∂L/∂z      measured
                1    1.41421      1.394       1     0.9733
                2    1.41421      1.336       1     0.9906
                3    1.41421      1.339       1      1.005
            healthy: forward ×1, backward ×1 over 3 layers
            """),
        Example(
          "flow sequential(input(2), dense(50, tanh), dense(50, tanh), dense(1), seed=1) circles(20, seed=1)",
          gives: """
              layer   units      std of z   measured    ∂L/∂z   measured
                  1   50 tanh      0.1768     0.1768   0.2764     0.3172
                  2   50 tanh      0.1714     0.1535   0.2849     0.2871
                  3   1 linear     0.2348     0.1999     1.47       1.47
            healthy: forward ×1.131, backward ×0.215825 over 3 layers
            """),
      ],
      seeAlso: ["push", "inspect", "chain"])
  ) { (session: inout Session, source, target, layers, units, points, seed) throws(Failure) in
    let (initializer, activation): (any Initializer, any Activation)
    switch (source, target) {
    case (.initializer(let first), .activation(let second)): (initializer, activation) = (first, second)
    case (.network(let network), .data(let data)):
      return .object(
        try network.architecture.flow(
          session.networks[network].weights, on: data,
          loss: session.loss(nil, for: network), interruption: session.interruption))
    case (.network, .activation):
      throw Failure(
        .argument, "activation must be data where a network is given", about: .argument("activation"),
        hint: "write flow net data")
    case (.initializer, .data):
      throw Failure(
        .argument, "activation must be an activation where an initializer is given", about: .argument("activation"),
        hint: "write flow(he_normal, relu)"
      )
    }
    let work = Double(layers) * Double(units) * Double(units) * (Double(points) + 1)
    guard work <= 2e11 else {
      throw Failure(
        .limit, "this would take more than 10\(Superscript.text(Int(log10(work)))) multiplications",
        hint: "ask for less")
    }
    let limits = session.context.limits
    return .object(
      try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
        try VarianceFlow(
          initializer, activation, layers: layers, units: units, points: points, limits, using: &generator)
      })
  }
}

/// The spread of signals and gradients through layers of one kind.
struct VarianceFlow: Object {
  /// Root mean squares of one layer.
  struct Layer: Sendable {
    var predictedSignal = 0.0
    var signal = 0.0
    var predictedGradient = 0.0
    var gradient = 0.0
  }

  private(set) var layers: [Layer]

  init(
    _ initializer: any Initializer, _ activation: any Activation, layers count: Int, units: Int, points: Int,
    _ limits: Limits, using generator: inout PCG64
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
      let signals = try Arithmetic.apply(
        .matrixProduct, .matrix(Matrix(rows: points, columns: units, elements: incoming)), .matrix(kernel),
        limits: limits)
      let z = signals.elements
      layers[layer].predictedSignal = variance.squareRoot()
      layers[layer].signal = Self.rootMeanSquare(z)
      incoming = z.map { activation.value($0) }
      slopes.append(zip(z, incoming).map { activation.derivative(at: $0, value: $1) })
      kernels.append(kernel)
    }
    let gains = zip(weightGains.dropFirst() + [1], slopeGains).map { $0 * $1 }
    try passBack(through: kernels, slopes, gains, points: points, units: units, limits, using: &generator)
  }

  /// The gains are those from the layer above to each layer: its weights', times this one's slopes'.
  private mutating func passBack(
    through kernels: [Matrix], _ slopes: [[Double]], _ gains: [Double], points: Int, units: Int, _ limits: Limits,
    using generator: inout PCG64
  ) throws(Failure) {
    var gradient = [Double](repeating: 0, count: points * units)
    gradient.withUnsafeMutableBufferPointer { generator.fillNormal($0) }
    var predicted = 1.0
    for layer in layers.indices.reversed() {
      if layer < layers.count - 1 {
        let back = try Arithmetic.apply(
          .matrixProduct, .matrix(Matrix(rows: points, columns: units, elements: gradient)),
          .matrix(kernels[layer + 1].transposed), limits: limits)
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

  var kind: String { "flow" }

  var display: Display {
    var table = Table([
      Table.Column("layer"), Table.Column("std of z"), Table.Column("measured"), Table.Column("∂L/∂z"),
      Table.Column("measured"),
    ])
    for (number, layer) in layers.enumerated() where layers.count <= 40 || number < 10 || number >= layers.count - 10 {
      if layers.count > 40, number == layers.count - 10 { table.add(["…"]) }
      table.add([
        Display(Double(number + 1)), Display(layer.predictedSignal), Display(layer.signal, digits: 4),
        Display(layer.predictedGradient), Display(layer.gradient, digits: 4),
      ])
    }
    return Display(table) + "\n" + verdict
  }

  /// By what is predicted, and where what is measured says something else, by that too: in narrow layers chance
  /// decides.
  private var verdict: Display {
    let predicted = Passage(layers, \.predictedSignal, \.predictedGradient)
    let measured = Passage(layers, \.signal, \.gradient)
    let line = predicted.display + " over \(counted(layers.count, "layer"))"
    return predicted.word == measured.word ? line : line + "\nmeasured, it is " + measured.display
  }

  /// What the layers make of signals on their way forward and of gradients on their way back.
  private struct Passage {
    let forward: Double
    let backward: Double
    let steps: Int

    init(_ layers: [Layer], _ signal: (Layer) -> Double, _ gradient: (Layer) -> Double) {
      func ratio(_ end: Double, _ start: Double) -> Double { start == 0 ? 0 : end / start }
      let (first, last) = (layers[0], layers[layers.count - 1])
      steps = layers.count - 1
      forward = ratio(signal(last), signal(first))
      backward = ratio(gradient(first), gradient(last))
    }

    var word: String { Trend(forward: forward, backward: backward, over: steps).rawValue }

    var display: Display {
      "\(word): forward " + Display(factor: forward) + ", backward " + Display(factor: backward)
    }
  }

  var properties: [Property] {
    [
      Property("predicted_signal", .vector(layers.map(\.predictedSignal))),
      Property("signal", .vector(layers.map(\.signal))),
      Property("predicted_gradient", .vector(layers.map(\.predictedGradient))),
      Property("gradient", .vector(layers.map(\.gradient))),
    ]
  }
}
