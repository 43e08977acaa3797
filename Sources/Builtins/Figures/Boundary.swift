import Networks
import Plotting
import Vocabulary
import Workbench

extension Builtin {
  static let boundary = Builtin(
    "boundary", "The regions of the plane that a network decides for, with the points.",
    Parameter("network", .network, "a network with 2 inputs; of one with 1 its output is drawn over it"),
    Parameter("data", .dataset, "the points"),
    .lossOfTraining,
    documentation: Documentation(
      notes:
        "With one output a point belongs to the second class where the output lies beyond the loss's boundary: 0.5, of "
        + "hinge 0. Of quantities the output itself is drawn.",
      examples: [
        Example(
          "boundary sequential(input(2), dense(1, sigmoid), seed=1) circles(20, seed=1) width=40 height=12",
          gives: """
            • class 0   × class 1
            feature 2
             1 ┤░░░░●×░×●░░░░
               │░░●░░░░░░░●░░
               │░●░░░░░░░░░░░
             0 ┤  ×       ×●
               │  ●       ●
            -1 ┤    ●× ×●
               └─┬────┬────┬─
                 -1   0    1
                    feature 1
            ground: what the network decides for
            """)
      ],
      seeAlso: ["plot", "evaluate", "train"])
  ) { (session: inout Session, network, data, loss) throws(Failure) in
    .object(
      try DecisionMap(
        network.architecture, session.networks[network].weights, data, loss: session.loss(loss, for: network),
        interruption: session.interruption
      ).figure)
  }.drawn
}
