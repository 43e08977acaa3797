import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let initialize = Builtin(
    "initialize", "Draws a network's weights anew, with a look at the data where the method takes one.",
    Parameter("network", .network, "the network; its weights are changed"),
    Parameter("data", .dataset, "the points whose sums are looked at"),
    Parameter(
      "method", .start, "lsuv, within_layer, or any initializer such as he_normal, in place of those of the layers",
      aliases: ["initializer", "init"]),
    .seed,
    documentation: Documentation(
      notes:
        "The table has mean and standard deviation of each dense layer's sums z over all points: as the weights were drawn, "
        + "the layers before being done, how often they were changed then, and as they are now. The draws are those of "
        + "sequential(…, initializer=) with the same seed; biases are drawn as their layers say. What an optimizer remembers "
        + "is forgotten; rewind leads back to the weights that sequential drew.",
      examples: [
        Example(
          """
          data = circles(200, seed=1); net = sequential(input(2), repeat(3, dense(50, relu)), dense(1, sigmoid), seed=1); \
          initialize net data glorot_uniform seed=1; initialize net data he_normal seed=1
          """,
          gives: """
            circles: 200 points × 2 features, 2 classes
            sequential: 2 → 3 × 50 relu → 1 sigmoid, 5301 parameters
              layer   units        mean_z    std_z
                  1   50 relu           0    0.177
                  2   50 relu    -0.00339    0.117
                  3   50 relu    -0.00442   0.0869
                  4   1 sigmoid    0.0576     0.03
              layer   units       mean_z   std_z
                  1   50 relu          0   0.754
                  2   50 relu    -0.0476    0.74
                  3   50 relu    -0.0385   0.698
                  4   1 sigmoid    0.417   0.545
            """)
      ],
      seeAlso: ["lsuv", "within_layer", "sequential", "inspect", "compare", "rewind"],
      aliases: [ForeignName("init_weights", write: "initialize net data he_normal")]),
    yields: StartReport.self
  ) { (session: inout Session, network, data, method, seed) throws(Failure) in
    let layers = network.architecture.layers.count
    try session.context.step(by: network.architecture.trainingSteps(points: data.count, epochs: layers))
    let (interruption, progress) = (session.interruption, session.progress)
    let report = try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
      try network.architecture.start(
        method, on: data, using: &generator, interruption: interruption, progress: progress)
    }
    session.networks.replaceWeights(of: network, by: report.weights)
    return .object(report)
  }
}
