import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let summary = Builtin(
    "summary", "The layers of a network with the shapes of their weights and the number of their parameters.",
    Parameter("network", .network, "the network"),
    documentation: Documentation(
      notes:
        "Weights: inputs × units. Other: biases; of batch normalization gamma, beta and the running means and variances, "
        + "which are kept but not trained.",
      examples: [
        Example(
          "summary sequential(input(2), dense(5, tanh), batch_normalization(), dense(1, sigmoid))",
          gives: """
              layer   units                 weights   other   parameters
                      input 2
                  1   5 tanh                  2 × 5       5           15
                  2   batch norm                     20           20
                  3   1 sigmoid               5 × 1       1            6
            41 parameters, 10 of them only kept
            """)
      ],
      seeAlso: ["sequential", "weights"])
  ) { (session: inout Session, network) in .object(LayerSummary(of: network.architecture)) }
}
