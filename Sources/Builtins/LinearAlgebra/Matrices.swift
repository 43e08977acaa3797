import Language
import LinearAlgebra
import Vocabulary
import Workbench

extension Kind where Output == Matrix {
  /// A matrix without nan and ∞.
  static let matrix = Kind("a matrix", .matrix, value: { .matrix($0) }) { (value) throws(Failure) in
    guard case .matrix(let matrix) = value else { return nil }
    return try matrix.finite()
  }

  /// A matrix without nan and ∞ that has as many rows as columns.
  static let square = Kind("a square matrix", .matrix, value: { .matrix($0) }) { (value) throws(Failure) in
    guard case .matrix(let matrix) = value, matrix.rows == matrix.columns else { return nil }
    return try matrix.finite()
  }
}

extension Matrix {
  /// The matrix itself. Throws a failure of kind `argument` that says where a number is nan or infinite.
  func finite() throws(Failure) -> Matrix {
    guard let place = elements.firstIndex(where: { !$0.isFinite }) else { return self }
    let number = NumberStyle.standard.text(elements[place])
    throw Failure(
      .argument, "the matrix has \(number) in row \(place / columns), column \(place % columns)",
      hint: "all its numbers must be finite")
  }
}

extension Builtin {
  /// Matrices as wholes: what they do to space, not to single numbers.
  static let linearAlgebra: [Builtin] = [
    identityMatrix, diagonal, outer, trace, solve, leastSquares, inverse, determinant, qr, eigenvalues, eigenvectors,
    singularValues, spectralNorm, conditionNumber, rank,
  ]

  private static let identityMatrix = Builtin(
    "identity_matrix", "Ones on the diagonal, zeros elsewhere: the matrix that changes nothing.",
    Parameter("n", .count, "how many rows and columns"),
    documentation: Documentation(
      examples: [
        Example(
          "turn = [[0, -1], [1, 0]]; transpose(turn) @ turn - identity_matrix(2)",
          gives: """
            [[0, -1],
             [1,  0]]
            [[0, 0],
             [0, 0]]
            """)
      ],
      seeAlso: ["identity", "diagonal"],
      aliases: ["eye"])
  ) { (session: inout Session, n) throws(Failure) in
    try session.context.limits.reserve(rows: n, columns: n)
    return .matrix(.identity(n))
  }

  private static let diagonal = Builtin(
    "diagonal", "A vector's numbers on the diagonal of a matrix, or the numbers on a matrix's diagonal.",
    Parameter("x", .numbers, "a vector, or a matrix"),
    documentation: Documentation(
      examples: [
        Example(
          "diagonal([2, 3]) @ [1, 1]; diagonal([[1, 2], [3, 4]])",
          gives: """
            [2, 3]
            [1, 4]
            """)
      ],
      seeAlso: ["identity_matrix", "trace"],
      aliases: ["diag"]),
    derivative: .linear
  ) { (session: inout Session, x) throws(Failure) in
    if case .matrix(let matrix) = x {
      return .vector((0..<min(matrix.rows, matrix.columns)).map { matrix[$0, $0] })
    }
    let size = x.elements.count
    try session.context.limits.reserve(rows: size, columns: size)
    return .matrix(.diagonal(x.elements))
  }

  private static let outer = Builtin(
    "outer", "Every number of a vector times every number of another: a row for each of the first.",
    Parameter("v", .vector, "a vector"), Parameter("w", .vector, "a vector"),
    documentation: Documentation(
      formula: "outer(v, w)[i, j] = v[i] × w[j]",
      notes: "The gradient of a dense layer's weights for one point is such a product: of its inputs with ∂L/∂z.",
      examples: [
        Example(
          "outer([1, 2], [3, 4, 5])",
          gives: """
            [[3, 4,  5],
             [6, 8, 10]]
            """)
      ],
      seeAlso: ["diagonal"]),
    derivative: .formula("transpose([v]) @ [w]")
  ) { (session: inout Session, v, w) throws(Failure) in
    try session.context.limits.reserve(rows: v.count, columns: w.count)
    try session.context.step(by: v.count * w.count)
    return .matrix(Matrix(rows: v.count, columns: w.count, elements: v.flatMap { a in w.map { a * $0 } }))
  }

  private static let trace = Builtin(
    "trace", "The sum of the numbers on a matrix's diagonal, which is the sum of its eigenvalues.",
    Parameter("m", .numbers, "a matrix"),
    documentation: Documentation(
      examples: [Example("trace([[2, 1], [1, 2]]); sum(eigenvalues([[2, 1], [1, 2]]))", gives: "4\n4")],
      seeAlso: ["diagonal", "determinant", "eigenvalues"]),
    derivative: .linear
  ) { (session: inout Session, m) throws(Failure) in
    guard case .matrix(let matrix) = m else {
      throw Failure(.argument, "m must be a matrix, not \(m.brief)", about: .argument("m"))
    }
    return .number(CompensatedSum.of((0..<min(matrix.rows, matrix.columns)).map { matrix[$0, $0] }))
  }

  private static let qr = Builtin(
    "qr", "A matrix as a product of orthonormal columns and an upper triangle.",
    Parameter("m", .matrix, "a matrix"),
    documentation: Documentation(
      formula: "m = q @ r, transpose(q) @ q = identity_matrix(n)",
      source: "A. S. Householder, Unitary triangularization of a nonsymmetric matrix, 1958",
      notes:
        "q has as many columns as m, or as rows where those are fewer. The signs are NumPy's; the diagonal of r may be "
        + "negative.",
      examples: [
        Example(
          "qr([[3, 1], [4, 2]])",
          gives: """
            q = [[-0.6, -0.8],
                 [-0.8,  0.6]]
            r = [[-5, -2.2],
                 [ 0,  0.4]]
            """)
      ],
      seeAlso: ["orthogonal", "least_squares"],
      aliases: ["linalg.qr"]),
    yields: QRFactors.self
  ) { (session: inout Session, m) throws(Failure) in
    try session.context.limits.reserve(numbers: 4 * Double(m.elements.count))
    try session.context.step(by: m.elements.count)
    return .object(try QRFactors(QRFactorization(m, session.interruption)))
  }
}

/// What `qr` yields.
private struct QRFactors: Record {
  let factors: QRFactorization

  init(_ factors: QRFactorization) { self.factors = factors }

  static let fields: [Field<QRFactors>] = [
    Field("q", "orthonormal columns") { $0.factors.q },
    Field("r", "an upper triangle") { $0.factors.r },
  ]

  var kind: String { "QR factorization" }
  var numberCount: Int { factors.q.elements.count + factors.r.elements.count }
  var display: Display {
    Self.fields.map { field in
      Display("\(field.name) = ") + (field.value(of: self)?.display ?? "").indented(by: 4)
    }.joined(separator: "\n")
  }
}
