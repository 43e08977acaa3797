import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let landscape = Builtin(
    "landscape", "The loss along one or two directions from a network's weights.",
    Parameter("network", .network, "the network"),
    Parameter("data", .dataset, "the points whose loss is meant"),
    .lossOfTraining,
    Parameter(
      "direction", .direction, "of the first: random, or the one in which the loss falls most", default: .random),
    Parameter("directions", .integer(1...2), "how many; a second one is random", default: 1),
    Parameter("span", .positive, "how far it goes, in lengths of the weights", default: 1),
    .optional("positions", .integer(1...1000), "at how many places; else 21, or 9 along each of two directions"),
    .seed,
    documentation: Documentation(
      source: "H. Li and others, Visualizing the loss landscape of neural nets, 2018",
      notes:
        "A random direction is filter-normalized: the part that leads into a unit is as long as the unit's weights, "
        + "biases and batch normalization stay. So nets of different sizes of weights can be compared. The gradient's is as "
        + "long as all weights together. 0 is where the network stands; of two directions the first goes across.",
      examples: [
        Example(
          "landscape(sequential(input(2), dense(3, tanh), dense(1), seed=1), circles(8, seed=1), positions=5, seed=1)",
          gives: """
              step      loss
                -1     2.538   ████████████████████████████████████████
              -0.5    1.3299   ████████████████
                 0   0.71999   █████
               0.5   0.53731   █
                 1   0.57975   ██
            lowest at 0.5: 0.537308; highest: 2.538
            """)
      ],
      seeAlso: ["gradient_check", "inspect", "descend"]),
    yields: Landscape.self
  ) { (session: inout Session, network, data, loss, direction, directions, span, positions, seed) throws(Failure) in
    let loss = session.loss(loss, for: network)
    let weights = session.networks[network].weights
    let (interruption, progress) = (session.interruption, session.progress)
    return .object(
      try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
        try network.architecture.landscape(
          weights, on: data, loss: loss, along: direction, directions: directions,
          positions: positions ?? (directions == 1 ? 21 : 9), span: span, using: &generator,
          interruption: interruption, progress: progress)
      })
  }
}
