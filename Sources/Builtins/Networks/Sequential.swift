import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let sequential = Builtin(
    "sequential", "A network of layers, each feeding the next, with weights drawn.",
    .rest("layers", .layers, "input(n), then layers such as dense(5, tanh), or lists of them", atLeast: 1),
    Parameter(
      "initializer", .initializer, "where the weights of layers without one of their own come from",
      default: VarianceScaling.standard),
    .seed,
    documentation: Documentation(
      notes:
        "Layers may come in lists, as [dense(n, tanh) for n in [5, 4]]. One generator draws all weights, layer by layer; of a layer first the kernel, [inputs, units] row by row, then "
        + "the biases. With seed=1 the first kernel of a glorot_uniform layer is rng = np.random.default_rng(1); "
        + "rng.uniform(-limit, limit, (inputs, units)).",
      examples: [
        Example(
          "sequential(input(2), dense(5, tanh), dense(1, sigmoid), seed=1)",
          gives: "sequential: 2 → 5 tanh → 1 sigmoid, 21 parameters"),
        Example(
          "sequential(input(2), [dense(n, tanh) for n in [8, 5, 3]], dense(1), seed=1)",
          gives: "sequential: 2 → 8 tanh → 5 tanh → 3 tanh → 1 linear, 91 parameters"),
      ],
      seeAlso: ["dense", "train", "inspect"],
      aliases: ["Sequential", "Model"]),
    yields: NetworkContents.self
  ) { (session: inout Session, layers, initializer, seed) throws(Failure) in
    let memory = session.context.limits.memory
    let architecture: Architecture
    do throws(Failure) {
      architecture = try Architecture(layers.flatMap(\.self), initializer: initializer, memory: memory)
    } catch {
      throw error.counted(inGroupsOf: layers.map(\.count))
    }
    let weights = try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
      try architecture.drawWeights(using: &generator)
    }
    return .object(session.networks.add(architecture, weights: weights))
  }
}

extension Failure {
  /// The same about the argument in which an element stands, where arguments are lists of elements.
  fileprivate func counted(inGroupsOf counts: [Int]) -> Failure {
    guard case .element(let name, var index) = subject else { return self }
    var copy = self
    for (argument, count) in counts.enumerated() {
      copy.subject = .element(of: name, argument)
      if index < count { break }
      index -= count
    }
    return copy
  }
}
