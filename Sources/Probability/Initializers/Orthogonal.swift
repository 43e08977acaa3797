import Vocabulary

/// A random matrix whose rows or columns, whichever are fewer, are orthonormal.
struct Orthogonal: Initializer {
  let gain: Double

  static let declaration = Declaration<any Initializer>(
    "orthogonal", "A random rotation: it keeps the length of every signal that passes.",
    Parameter("gain", .finite, "what all weights are multiplied by, such as gain(relu)", default: 1),
    documentation: Documentation(
      formula: "transpose(w) @ w = gain² × identity",
      source: "A. M. Saxe, J. L. McClelland, S. Ganguli, Exact solutions to the nonlinear dynamics of learning, 2013",
      notes:
        "A standard normal matrix with the longer side down is taken apart by Householder's QR; columns of Q change sign "
        + "where R's diagonal is negative, so that all rotations are equally likely; then it is transposed where it must be.",
      examples: [
        Example(
          "w = sample(orthogonal, [3, 2], seed=1); norm(w[:, 0])",
          gives: """
            [[0.337531,  0.465094],
             [0.322737, -0.873892],
             [0.884259,  0.141422]]
            1
            """)
      ],
      seeAlso: ["identity", "gain"],
      aliases: ["orthogonal_", "Orthogonal", "OrthogonalInitializer"])
  ) { gain in Orthogonal(gain: gain) }

  var name: String { "orthogonal" }
  var python: PythonInitializer {
    PythonInitializer(keras: "keras.initializers.Orthogonal(gain=\(gain.python))") { [gain] tensor in
      "nn.init.orthogonal_(\(tensor), gain=\(gain.python))"
    }
  }
  var properties: [Property] { gain == 1 ? [] : [Property("gain", .number(gain))] }
  var profile: InitializerProfile {
    InitializerProfile(
      standardDeviation: "\(gain == 1 ? "" : NumberStyle.standard.text(gain) + " × ")√(1 / max(fan_in, fan_out))",
      suits: "deep linear and tanh nets, recurrent nets", keras: "Orthogonal", torch: "orthogonal_")
  }

  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution { throw hasNoDistribution() }

  func weights(_ shape: KernelShape, using generator: inout PCG64) throws(Failure) -> [Double] {
    let (tall, narrow) = (max(shape.rows, shape.columns), min(shape.rows, shape.columns))
    guard Double(tall) * Double(narrow) * Double(narrow) <= 2e10 else {
      throw Failure(.limit, "an orthogonal matrix of \(shape.rows) × \(shape.columns) would take minutes")
    }
    var elements = [Double](repeating: 0, count: tall * narrow)
    elements.withUnsafeMutableBufferPointer { generator.fillNormal($0) }
    let matrix = OrthonormalColumns.of(Matrix(rows: tall, columns: narrow, elements: elements))
    let kernel = shape.rows >= shape.columns ? matrix : matrix.transposed
    return kernel.elements.map { gain * $0 }
  }
}
