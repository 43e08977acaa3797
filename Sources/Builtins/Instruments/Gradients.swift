import Networks
import Vocabulary
import Workbench

/// Whose derivatives are wanted of a layer.
enum GradientPart: String, Sendable, CaseIterable {
  case weights, biases
}

extension Kind where Output == GradientPart {
  static let gradientPart = Kind.choice("weights or biases")
}

extension Builtin {
  static let gradients = Builtin(
    "gradients", "The derivatives of the loss by all weights and biases, layer by layer.",
    Parameter("network", .network, "the network"),
    Parameter("data", .dataset, "the points whose mean loss is differentiated"),
    .optional("layer", .positiveCount, "of this layer only, counted from 1: a matrix shaped as its weights"),
    Parameter("of", .gradientPart, "whose derivatives, where a layer is given", default: .weights),
    .lossOfTraining,
    documentation: Documentation(
      formula: "weights[i, j]: ∂L/∂w of the weight from input i to unit j",
      notes:
        "All points go through at once, in pieces of 1024, as in training, but dropout drops nothing. A step of plain "
        + "gradient descent is set_weights(net, layer, weights(net, layer) - rate × gradients(net, data, layer)).",
      examples: [
        Example(
          """
          net = sequential(input(2), dense(2, tanh), dense(1), seed=1); data = circles(20, seed=1); \
          before = loss(net, data); set_weights(net, 1, weights(net, 1) - 0.1 × gradients(net, data, 1)); \
          loss(net, data) < before
          """,
          gives: """
            sequential: 2 → 2 tanh → 1 linear, 9 parameters
            circles: 20 points × 2 features, 2 classes
            0.536986
            sequential: 2 → 2 tanh → 1 linear, 9 parameters
            true
            """)
      ],
      seeAlso: ["weights", "set_weights", "inspect", "gradient_check", "gradient"],
      aliases: [ForeignName("compute_gradients", write: "gradients(net, data)")]),
    yields: LayerGradients.self
  ) { (session: inout Session, network, data, number, part, loss) throws(Failure) in
    var wanted: (index: Int, array: LayerArray)?
    if let number {
      let layer = try network.anyLayer(number)
      guard let array = layer.arrays.first(where: { $0.name == part.rawValue }) else {
        throw Failure(
          .argument, "layer \(number), \(layer.outline), has no \(part.rawValue)", about: .argument("layer"))
      }
      wanted = (number - 1, array)
    }
    try session.context.step(by: network.architecture.trainingSteps(points: data.count, epochs: 1))
    let gradients = try network.architecture.gradients(
      session.networks[network].weights, on: data, loss: session.loss(loss, for: network),
      interruption: session.interruption)
    guard let wanted else { return .object(gradients) }
    return wanted.array.value(of: gradients.all, at: network.architecture.layers[wanted.index].offset)
  }
}
