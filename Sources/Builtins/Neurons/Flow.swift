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
            layer   predicted   measured   predicted_delta   measured_delta
                1     1.41421      1.394                 1           0.9733
                2     1.41421      1.336                 1           0.9906
                3     1.41421      1.339                 1            1.005
              predicted and measured = std of z, predicted_delta and measured_delta = ∂L/∂z
            healthy: forward ×1, backward ×1 over 3 layers
            """),
        Example(
          "flow sequential(input(2), dense(50, tanh), dense(50, tanh), dense(1), seed=1) circles(20, seed=1)",
          gives: """
              layer   units      predicted   measured   predicted_delta   measured_delta
                  1   50 tanh       0.1768     0.1768            0.2764           0.3172
                  2   50 tanh       0.1714     0.1535            0.2849           0.2871
                  3   1 linear      0.2348     0.1999              1.47             1.47
              predicted and measured = std of z, predicted_delta and measured_delta = ∂L/∂z
            healthy: forward ×1.131, backward ×0.215825 over 3 layers
            """),
      ],
      seeAlso: ["push", "inspect", "chain"]),
    yields: SignalFlow.self
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
    try session.context.limits.reserve(numbers: Double(points) * Double(units))
    let interruption = session.interruption
    return .object(
      try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
        try VarianceFlow(
          initializer, activation, layers: layers, units: units, points: points, interruption, using: &generator)
      })
  }
}
