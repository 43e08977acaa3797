import Probability
import Vocabulary

/// Orthogonal weights, each layer's then divided by the standard deviation of its sums until that is 1.
struct LayerSequentialUnitVariance: Start {
  let tolerance: Double
  let iterations: Int
  let initializer: any Initializer

  static let declaration = Declaration<any Start>(
    "lsuv",
    "Layer-sequential unit variance: orthogonal weights, each layer scaled until its sums on data have variance 1.",
    Parameter(
      "tolerance", .number("a number > 0", in: 0...1) { $0 > 0 }, "how far from 1 the variance may be",
      default: 0.1, aliases: ["tol", "tol_var", "margin", "std_tol"]),
    Parameter(
      "iterations", .integer(1...1000), "how often a layer is scaled at most", default: 10,
      aliases: ["max_iter", "t_max", "max_attempts"]),
    Parameter("initializer", .initializer, "where the weights come from before", default: orthogonalInitializer),
    documentation: Documentation(
      formula: "while |var(z) - 1| ≥ tolerance: weights = weights / √var(z)",
      source: "D. Mishkin, J. Matas, All you need is a good init, 2016, algorithm 1",
      notes:
        "z are the sums of all units and points before the activation, of the layers from the first to the last. A layer "
        + "whose variance is within the tolerance stays as it was drawn: tolerance=0.000001 scales every one. Biases stay, "
        + "so that one step is enough where they are 0.",
      examples: [
        Example(
          """
          data = circles(200, seed=1); net = sequential(input(2), repeat(3, dense(20, tanh)), dense(1, sigmoid), seed=1); \
          initialize net data lsuv seed=1
          """,
          gives: """
            circles: 200 points × 2 features, 2 classes
            sequential: 2 → 3 × 20 tanh → 1 sigmoid, 921 parameters
              layer   units       mean_drawn   std_drawn   changes   mean_z   std_z
                  1   20 tanh                0         0.202         1        0       1
                  2   20 tanh                0         0.567         1        0       1
                  3   20 tanh                0         0.645         1        0       1
                  4   1 sigmoid              0         0.594         1        0       1
            """)
      ],
      seeAlso: ["initialize", "within_layer", "orthogonal", "inspect"],
      aliases: ["LSUV", "LSUVinit", "layer_sequential_unit_variance"])
  ) { tolerance, iterations, initializer in
    LayerSequentialUnitVariance(tolerance: tolerance, iterations: iterations, initializer: initializer)
  }

  var name: String { "lsuv" }
  var display: Display {
    "lsuv(tolerance=" + Display(tolerance) + ", iterations=\(iterations), initializer=" + initializer.display + ")"
  }

  /// Rounding keeps variances from coming nearer to 1 than this.
  private static let rounding = 1e-12

  func settle(_ layer: Int, of pass: inout PreActivationPass) throws(Failure) -> Int {
    let built = pass.architecture.layers[layer]
    for iteration in 0..<iterations {
      let deviation = try pass.moments(ofLayer: layer).standardDeviation
      guard (deviation * deviation - 1).magnitude >= max(tolerance, Self.rounding), deviation > 0, deviation.isFinite
      else {
        return iteration
      }
      pass.update(built) { parameters in
        for index in parameters.indices.prefix(built.kernelCount) { parameters[index] /= deviation }
      }
    }
    return iterations
  }
}
