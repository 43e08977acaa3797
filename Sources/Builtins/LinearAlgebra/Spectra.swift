import Language
import LinearAlgebra
import Vocabulary
import Workbench

/// How matrices stretch and turn.
extension Builtin {
  static let eigenvalues = Builtin(
    "eigenvalues", "The factors by which a square matrix stretches the directions that it does not turn.",
    Parameter("m", .square, "a square matrix"),
    documentation: Documentation(
      formula: "m @ v = λ × v",
      source:
        "symmetric: tridiagonal QL; else Francis's double QR steps: G. Golub, C. Van Loan, Matrix Computations, 8.3 and 7.5",
      notes:
        "Real ones are a vector, the smallest first. Where some are complex the result is a matrix with a row for each, "
        + "[real part, imaginary part], by real, then by imaginary parts: a rotation has no direction that it does not turn. "
        + "A signal that goes through the same layer again and again grows as the largest |λ| to the power of the passes.",
      examples: [
        Example("eigenvalues([[2, 1], [1, 2]])", gives: "[1, 3]"),
        Example(
          "eigenvalues([[0, -1], [1, 0]])",
          gives: """
            [[0, -1],
             [0,  1]]
            """),
      ],
      seeAlso: ["eigenvectors", "singular_values", "trace", "determinant"],
      aliases: ["eig", "eigvals", "eigvalsh", "linalg.eigvals"])
  ) { (session: inout Session, m) throws(Failure) in
    try session.context.limits.reserve(numbers: 2 * Double(m.elements.count))
    try session.context.step(by: m.elements.count)
    if m.isSymmetric {
      return .vector(try SymmetricEigenvalues(of: m, withVectors: false, session.interruption).values)
    }
    let values = try GeneralEigenvalues.of(m, session.interruption)
    if values.allSatisfy({ $0.imaginary == 0 }) { return .vector(values.map(\.real)) }
    return .matrix(
      Matrix(rows: values.count, columns: 2, elements: values.flatMap { [$0.real, $0.imaginary] }))
  }

  static let eigenvectors = Builtin(
    "eigenvectors", "The directions that a symmetric matrix only stretches, in the columns of a matrix.",
    Parameter("m", .square, "a symmetric matrix"),
    documentation: Documentation(
      formula: "m @ v = v @ diagonal(eigenvalues(m))",
      source: "G. Golub, C. Van Loan, Matrix Computations, 8.3",
      notes:
        "They stand in the order of eigenvalues(m), are at right angles to each other and have length 1; the largest number of "
        + "each is positive. Of equal eigenvalues any directions in their plane do.",
      examples: [
        Example(
          "eigenvectors([[2, 1], [1, 2]])",
          gives: """
            [[ 0.707107, 0.707107],
             [-0.707107, 0.707107]]
            """)
      ],
      seeAlso: ["eigenvalues"],
      aliases: ["eigh", "PCA"])
  ) { (session: inout Session, m) throws(Failure) in
    guard m.isSymmetric else {
      throw Failure(
        .argument, "m must be symmetric, its numbers on both sides of the diagonal the same", about: .argument("m"),
        hint: "of others gradus has eigenvalues and singular_values only")
    }
    try session.context.limits.reserve(numbers: 3 * Double(m.elements.count))
    try session.context.step(by: m.elements.count)
    let eigenvalues = try SymmetricEigenvalues(of: m, withVectors: true, session.interruption)
    return .matrix(eigenvalues.vectors ?? m)
  }

  static let singularValues = Builtin(
    "singular_values", "How far a matrix stretches: the half axes of what it makes of the unit ball, longest first.",
    Parameter("m", .matrix, "a matrix"),
    documentation: Documentation(
      formula: "singular_values(m)² = eigenvalues(transpose(m) @ m)",
      source: "G. Golub, W. Kahan, Calculating the singular values and pseudo-inverse of a matrix, 1965",
      notes:
        "Of an orthogonal start all are 1, so that signals keep their length; the spread of others' is what makes the "
        + "gradients of deep linear nets shrink or grow.",
      examples: [
        Example("singular_values(sample(orthogonal, [4, 4], seed=1))", gives: "[1, 1, 1, 1]"),
        Example("singular_values([[3, 0], [4, 5]])", gives: "[6.7082, 2.23607]"),
      ],
      seeAlso: ["spectral_norm", "condition_number", "rank", "orthogonal"],
      aliases: ["svd", "svdvals", "linalg.svd"])
  ) { (session: inout Session, m) throws(Failure) in
    .vector(try session.singularValues(of: m))
  }

  static let spectralNorm = Builtin(
    "spectral_norm", "The most by which a matrix lengthens a vector: its largest singular value.",
    Parameter("m", .matrix, "a matrix"),
    documentation: Documentation(
      examples: [Example("spectral_norm([[3, 0], [4, 5]]); norm([[3, 0], [4, 5]])", gives: "6.7082\n7.07107")],
      seeAlso: ["norm", "singular_values"],
      aliases: [ForeignName("matrix_norm", in: .torch)])
  ) { (session: inout Session, m) throws(Failure) in
    .number(try session.singularValues(of: m).first ?? 0)
  }

  static let conditionNumber = Builtin(
    "condition_number", "How many times a relative error may grow where a matrix is undone; ∞ of a singular one.",
    Parameter("m", .matrix, "a matrix"),
    documentation: Documentation(
      formula: "max(singular_values(m)) / min(singular_values(m))",
      notes: "On a loss whose second derivatives have it, plain gradient descent takes about as many steps.",
      examples: [
        Example("condition_number([[1 / (i + j) for i in 1..5] for j in 0..4])", gives: "476607"),
        Example("condition_number([[1, 2], [2, 4]]) > 1e15", gives: "true"),
      ],
      seeAlso: ["singular_values", "solve"],
      aliases: [ForeignName("cond", in: .numpy), ForeignName("kappa", in: .r)])
  ) { (session: inout Session, m) throws(Failure) in
    let values = try session.singularValues(of: m)
    guard let largest = values.first, let smallest = values.last else {
      throw Failure(.argument, "m must have numbers; an empty matrix has no condition number", about: .argument("m"))
    }
    return .number(smallest > 0 ? largest / smallest : .infinity)
  }

  static let rank = Builtin(
    "rank", "How many of a matrix's columns, or rows, are independent of each other.",
    Parameter("m", .matrix, "a matrix"),
    .optional("tolerance", .nonnegative, "singular values up to this count as 0; else rounding errors' size"),
    documentation: Documentation(
      notes: "As NumPy has it, a singular value counts as 0 up to the largest × max(rows, columns) × 2⁻⁵².",
      examples: [Example("rank([[1, 2], [2, 4]])", gives: "1")],
      seeAlso: ["singular_values", "determinant"],
      aliases: ["matrix_rank"])
  ) { (session: inout Session, m, tolerance) throws(Failure) in
    let values = try session.singularValues(of: m)
    let bound = tolerance ?? (values.first ?? 0) * (Double(max(m.rows, m.columns)) * 0x1p-52)
    return .number(Double(values.count { $0 > bound }))
  }
}

extension Session {
  fileprivate mutating func singularValues(of matrix: Matrix) throws(Failure) -> [Double] {
    try context.limits.reserve(numbers: 2 * Double(matrix.elements.count))
    try context.step(by: matrix.elements.count)
    return try SingularValues.of(matrix, interruption)
  }
}
