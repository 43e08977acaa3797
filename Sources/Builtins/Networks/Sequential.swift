import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let sequential = Builtin(
    "sequential", "A network of layers, each feeding the next, with weights drawn.",
    .rest("layers", .layer, "input(n), then layers such as dense(5, tanh)", atLeast: 1),
    Parameter(
      "initializer", .initializer, "where the weights of layers without one of their own come from",
      default: VarianceScaling.standard),
    .seed,
    documentation: Documentation(
      notes:
        "One generator draws all weights, layer by layer; of a layer first the kernel, [inputs, units] row by row, then "
        + "the biases. With seed=1 the first kernel of a glorot_uniform layer is rng = np.random.default_rng(1); "
        + "rng.uniform(-limit, limit, (inputs, units)).",
      examples: [
        Example(
          "sequential(input(2), dense(5, tanh), dense(1, sigmoid), seed=1)",
          gives: "sequential: 2 → 5 tanh → 1 sigmoid, 21 parameters")
      ],
      seeAlso: ["dense", "train", "inspect"],
      aliases: ["Sequential", "Model"])
  ) { (session: inout Session, layers, initializer, seed) throws(Failure) in
    let memory = session.context.limits.memory
    let architecture = try Architecture(layers, initializer: initializer, memory: memory)
    let weights = try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
      try architecture.drawWeights(using: &generator)
    }
    return .object(session.networks.add(architecture, weights: weights))
  }
}
