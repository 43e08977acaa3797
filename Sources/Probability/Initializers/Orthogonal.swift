import Vocabulary

/// Orthogonal matrices as they are, which starts that look at data begin with.
public let orthogonalInitializer: any Initializer = Orthogonal(gain: 1)

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

/// Orthonormal columns that span those of a matrix.
private enum OrthonormalColumns {
  /// The Q of the QR decomposition in which R has no negative number on its diagonal, by Householder's reflections
  /// (G. Golub, C. Van Loan, Matrix Computations, 5.2); there must be at least as many rows as columns.
  static func of(_ matrix: Matrix) -> Matrix {
    let (rows, columns) = (matrix.rows, matrix.columns)
    // Column after column, so that a reflection reads memory in order.
    var work = (0..<columns).map { matrix.column($0) }
    var signs = [Double](repeating: 1, count: columns)
    for pivot in 0..<columns {
      let length = norm(work[pivot][pivot...])
      let head = work[pivot][pivot]
      signs[pivot] = head > 0 ? -1 : 1
      guard length > 0 else { continue }
      // The reflection's vector, of length √2, takes the place of what it makes zero.
      let first = head + (head > 0 ? length : -length)
      let scale = 1 / (length * (length + head.magnitude)).squareRoot()
      work[pivot][pivot] = first
      for row in pivot..<rows { work[pivot][row] *= scale }
      for column in pivot + 1..<max(pivot + 1, columns) { reflect(&work[column], by: work[pivot], from: pivot) }
    }
    var result = (0..<columns).map { column in (0..<rows).map { $0 == column ? signs[column] : 0 } }
    for pivot in stride(from: columns - 1, through: 0, by: -1) {
      for column in pivot..<columns { reflect(&result[column], by: work[pivot], from: pivot) }
    }
    var elements = [Double](repeating: 0, count: rows * columns)
    for column in 0..<columns { for row in 0..<rows { elements[row * columns + column] = result[column][row] } }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }

  private static func reflect(_ target: inout [Double], by vector: [Double], from start: Int) {
    var product = 0.0
    for row in start..<target.count { product += vector[row] * target[row] }
    for row in start..<target.count { target[row] -= product * vector[row] }
  }

  private static func norm(_ elements: ArraySlice<Double>) -> Double {
    var sum = 0.0
    for element in elements { sum += element * element }
    return sum.squareRoot()
  }
}
