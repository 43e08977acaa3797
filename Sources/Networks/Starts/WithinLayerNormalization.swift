import Probability
import Vocabulary

/// Random weights, each unit's then scaled and shifted so that its sums have one mean and standard deviation 1.
struct WithinLayerNormalization: Start {
  let mean: Double
  let initializer: any Initializer

  static let declaration = Declaration<any Start>(
    "within_layer",
    "Random weights, each unit scaled and shifted so that its sums on data have one mean and variance 1.",
    Parameter("mean", .finite, "the mean of each unit's sums; above 0 fewer relus begin dead", default: 0),
    Parameter(
      "initializer", .initializer, "where the weights come from before",
      default: FixedInitializer(fixed: Normal(mean: 0, stddev: 1))),
    documentation: Documentation(
      formula: "of each unit: weights = weights / std(z), bias = mean - mean(z) / std(z)",
      source: "P. Krähenbühl, C. Doersch, J. Donahue, T. Darrell, Data-dependent initializations of convolutional "
        + "neural networks, 2016, algorithm 1",
      notes:
        "z are the sums of a unit over the points before the activation, of the layers from the first to the last, without "
        + "the bias. A unit that gets the same sum for every point stays as it was drawn.",
      examples: [
        Example(
          """
          data = circles(200, seed=1); net = sequential(input(2), repeat(3, dense(20, relu)), dense(1, sigmoid), seed=1); \
          initialize net data within_layer(mean=0.5) seed=1
          """,
          gives: """
            circles: 200 points × 2 features, 2 classes
            sequential: 2 → 3 × 20 relu → 1 sigmoid, 921 parameters
              layer   units       mean_drawn   std_drawn   changes   mean_z   std_z
                  1   20 relu                0         0.842         1      0.5       1
                  2   20 relu             -1.2          4.62         1      0.5       1
                  3   20 relu            -1.03          4.88         1      0.5       1
                  4   1 sigmoid           3.42          2.65         1      0.5       1
            """)
      ],
      seeAlso: ["initialize", "lsuv", "batch_normalization"])
  ) { mean, initializer in WithinLayerNormalization(mean: mean, initializer: initializer) }

  var name: String { "within_layer" }
  var display: Display {
    "within_layer(mean=" + Display(mean) + ", initializer=" + initializer.display + ")"
  }

  func settle(_ layer: Int, of pass: inout PreActivationPass) throws(Failure) -> Int {
    let built = pass.architecture.layers[layer]
    let moments = try pass.momentsOfUnits(ofLayer: layer)
    guard moments.contains(where: Self.varies) else { return 0 }
    let (units, kernelCount) = (built.units, built.kernelCount)
    let biases = built.arrays.first { $0.keras == "bias" }?.range
    pass.update(built) { parameters in
      let start = parameters.startIndex
      for unit in 0..<units where Self.varies(moments[unit]) {
        let deviation = moments[unit].standardDeviation
        for index in stride(from: start + unit, to: start + kernelCount, by: units) { parameters[index] /= deviation }
        guard let biases else { continue }
        let place = start + biases.lowerBound + unit
        parameters[place] = mean - (moments[unit].mean - parameters[place]) / deviation
      }
    }
    return 1
  }

  /// Whether the sums differ by more than rounding.
  private static func varies(_ moments: RunningMoments) -> Bool {
    moments.standardDeviation > 1e-12 * moments.mean.magnitude && moments.standardDeviation.isFinite
  }
}
