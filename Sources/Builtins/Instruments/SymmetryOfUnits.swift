import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let symmetry = Builtin(
    "symmetry", "How many distinct units each layer has, by the weights that come in and those that lead on.",
    Parameter("network", .network, "the network"),
    documentation: Documentation(
      notes:
        "Units with the same weights on both sides get the same gradients, so that training never parts them: the layer "
        + "works as if it had only its distinct units. Incoming counts the bias, and what a batch normalization behind the "
        + "layer does with the unit.",
      examples: [
        Example(
          "symmetry sequential(input(2), dense(3, tanh), dense(1), initializer=constant(0.5))",
          gives: """
              layer   units      incoming   outgoing   distinct
                  1   3 tanh            1          1          1
                  2   1 linear          1                     1
            symmetric: layer 1 has 1 distinct unit of 3, which training never parts
            """)
      ],
      seeAlso: ["inspect", "weights", "train"])
  ) { (session: inout Session, network) throws(Failure) in
    .object(
      try network.architecture.symmetry(session.networks[network].weights, interruption: session.interruption))
  }
}
