import Language
import LinearAlgebra
import Vocabulary
import Workbench

/// Systems of linear equations, and what is told by solving them.
extension Builtin {
  static let solve = Builtin(
    "solve", "The x with a @ x = b: a system of linear equations, a row of a for each.",
    Parameter("a", .square, "a square matrix"),
    Parameter("b", .numbers, "the right side: a vector, or a matrix with a right side in each column"),
    documentation: Documentation(
      source: "Gaussian elimination with partial pivoting: G. Golub, C. Van Loan, Matrix Computations, 3.4",
      notes:
        "A matrix that is singular, or so nearly that no digit of x would be right, is an error: its condition number is "
        + "beyond 10¹⁶. Each power of ten of it costs a digit of x. With more equations than unknowns: least_squares.",
      examples: [Example("solve([[2, 1], [1, 3]], [3, 5])", gives: "[0.8, 1.4]")],
      seeAlso: ["inverse", "least_squares", "condition_number"],
      aliases: ["linalg.solve"]),
    derivative: .formula("inverse(a) @ b")
  ) { (session: inout Session, a, b) throws(Failure) in
    let right = try b.columns(of: a, "b")
    return b.shaped(try session.solve(a, right, "a", "solution"))
  }

  static let leastSquares = Builtin(
    "least_squares", "The x that makes the sum of the squares of a @ x - b smallest: linear regression.",
    Parameter("a", .matrix, "a matrix with a row for each equation, at least as many as columns"),
    Parameter("b", .numbers, "the right side: a vector, or a matrix with a right side in each column"),
    documentation: Documentation(
      source: "by Householder's QR: G. Golub, C. Van Loan, Matrix Computations, 5.3",
      notes: "Columns that depend on each other are an error, as then many x do equally well.",
      examples: [
        Example(
          "x = [0, 1, 2, 3]; least_squares([[1, t] for t in x], [1, 3, 5, 7.4])",
          gives: """
            [0, 1, 2, 3]
            [0.92, 2.12]
            """)
      ],
      seeAlso: ["solve", "qr"],
      aliases: ["lstsq", "polyfit", "LinearRegression", ForeignName("lm", in: .r)]),
    derivative: .formula("inverse(transpose(a) @ a) @ transpose(a) @ b")
  ) { (session: inout Session, a, b) throws(Failure) in
    let right = try b.columns(of: a, "b")
    guard a.rows >= a.columns else {
      throw Failure(
        .argument, "a must have at least as many rows as columns, not \(a.rows) and \(a.columns)",
        about: .argument("a"), hint: "with fewer equations than unknowns there are many solutions")
    }
    try session.context.limits.reserve(numbers: 4 * Double(a.elements.count))
    let factors = try QRFactorization(a, session.interruption)
    let solution = try factors.leastSquares(right, session.interruption) { (triangle, projected) throws(Failure) in
      try session.solve(triangle, projected, "a", "solution")
    }
    return b.shaped(solution)
  }

  static let inverse = Builtin(
    "inverse", "The matrix that undoes another: inverse(m) @ m is the identity.",
    Parameter("m", .value, "a square matrix"),
    documentation: Documentation(
      notes:
        "solve(m, b) is as near as inverse(m) @ b, or nearer, and quicker. A matrix that is singular, or so nearly that no "
        + "digit would be right, is an error. 1 / m takes the reciprocal of each number.",
      examples: [
        Example(
          "inverse([[2, 1], [1, 1]])",
          gives: """
            [[ 1, -1],
             [-1,  2]]
            """)
      ],
      seeAlso: ["solve", "determinant"],
      aliases: ["inv", "linalg.inv"]),
    derivative: .own
  ) { (session: inout Session, m) throws(Failure) in
    let matrix = try m.square("m")
    let start = Value.matrix(try session.solve(matrix, .identity(matrix.rows), "m", "inverse"))
    return try session.refine(start, inverseOf: m)
  }

  static let determinant = Builtin(
    "determinant", "How many times a matrix enlarges volumes, negative where it mirrors; 0 of a singular one.",
    Parameter("m", .value, "a square matrix"),
    documentation: Documentation(
      examples: [Example("determinant([[2, 0], [0, 3]]); determinant([[0, 1], [1, 0]])", gives: "6\n-1")],
      seeAlso: ["inverse", "eigenvalues"],
      aliases: ["det", "linalg.det"]),
    derivative: .own
  ) { (session: inout Session, m) throws(Failure) in
    let matrix = try m.square("m")
    guard m.level == 0 else { return try session.eliminatedDeterminant(of: m, matrix) }
    try session.context.limits.reserve(numbers: 2 * Double(matrix.elements.count))
    try session.context.step(by: matrix.elements.count)
    return .number(try LUFactorization(matrix, session.interruption).determinant)
  }
}

extension Session {
  /// The solutions, or a failure of kind `argument` that says how near to singular the matrix is.
  fileprivate mutating func solve(
    _ matrix: Matrix, _ right: Matrix, _ name: String, _ what: String
  ) throws(Failure) -> Matrix {
    try context.limits.reserve(numbers: 2 * Double(matrix.elements.count + right.elements.count))
    try context.step(by: matrix.elements.count + right.elements.count)
    let factors = try LUFactorization(matrix, interruption)
    guard !factors.isSingular else {
      let condition = 1 / factors.reciprocalCondition
      throw Failure(
        .argument,
        condition.isFinite
          ? "\(name) is as good as singular: its condition number is about "
            + "\(Display(condition, digits: 2).printed().text), so that no digit of the \(what) would be right"
          : "\(name) is singular: some of its columns depend on others, so that there is no "
            + (what == "inverse" ? "inverse" : "single solution"),
        about: .argument(name), hint: "rank tells how many of them are independent")
    }
    return try factors.solve(right, interruption)
  }

  /// The inverse with its derivatives, from the inverse without them.
  ///
  /// Newton's step X (2 I - M X) squares the error I - M X (G. Schulz, 1933). The error is made of derivatives alone, whose
  /// products vanish beyond their level, so that a few steps are exact.
  fileprivate func refine(_ inverse: Value, inverseOf matrix: Value) throws(Failure) -> Value {
    guard matrix.level > 0, case .matrix(let start) = inverse else { return inverse }
    let limits = context.limits
    let twice = Value.matrix(.diagonal([Double](repeating: 2, count: start.rows)))
    var result = inverse
    var orders = 1
    while orders <= matrix.level {
      let product = try Arithmetic.apply(.matrixProduct, matrix, result, limits: limits)
      let rest = try Arithmetic.apply(.subtract, twice, product, limits: limits)
      result = try Arithmetic.apply(.matrixProduct, result, rest, limits: limits)
      orders *= 2
    }
    return result
  }

  /// The determinant of a matrix that carries derivatives: the product of the pivots, the largest number of all that are
  /// left being the next.
  fileprivate mutating func eliminatedDeterminant(of value: Value, _ matrix: Matrix) throws(Failure) -> Value {
    let limits = context.limits
    var rows = (0..<matrix.rows).map { Row.element($0, of: value) }
    var columns = Array(0..<matrix.rows)
    var pivots: [Value] = []
    var isMirrored = false
    while !rows.isEmpty {
      try context.step(by: rows.count * columns.count)
      var best = (row: 0, column: 0, size: -1.0)
      for (row, line) in rows.enumerated() {
        let numbers = line.primal.elements
        for (column, place) in columns.enumerated() where numbers[place].magnitude > best.size {
          best = (row, column, numbers[place].magnitude)
        }
      }
      guard best.size > 0 || rows.count == 1 else {
        // What is left is made of derivatives alone: a product of as many as there are rows.
        if value.level < rows.count { return .number(0) }
        throw Failure(
          .type, "gradus cannot differentiate determinant so often where the rank is \(columns.count) too low")
      }
      let top = rows.remove(at: best.row)
      let column = columns.remove(at: best.column)
      let pivot = Row.element(column, of: top)
      pivots.append(pivot)
      if (best.row + best.column) % 2 == 1 { isMirrored.toggle() }
      for (row, line) in rows.enumerated() {
        let factor = try Arithmetic.apply(.divide, Row.element(column, of: line), pivot, limits: limits)
        let share = try Arithmetic.apply(.multiply, factor, top, limits: limits)
        rows[row] = try Arithmetic.apply(.subtract, line, share, limits: limits)
      }
    }
    // They fall in size: large and small ones by turns, so that the product leaves the range of numbers only in the end.
    var product = Value.number(isMirrored ? -1 : 1)
    while !pivots.isEmpty {
      let isLarge = product.primal.elements.contains { $0.magnitude > 1 }
      product = try Arithmetic.apply(
        .multiply, product, isLarge ? pivots.removeLast() : pivots.removeFirst(), limits: limits)
    }
    return product
  }
}

extension Value {
  /// The square matrix without its derivatives. Throws a failure of kind `argument` where it is none.
  fileprivate func square(_ name: String) throws(Failure) -> Matrix {
    do {
      if let matrix = try Kind<Matrix>.square.read(primal) { return matrix }
    } catch {
      throw Failure(error.kind, error.message, about: .argument(name), hint: error.hint)
    }
    throw Failure(.argument, "\(name) must be a square matrix, not \(brief)", about: .argument(name))
  }

  /// Right sides as columns, as many numbers in each as the matrix has rows.
  fileprivate func columns(of matrix: Matrix, _ name: String) throws(Failure) -> Matrix {
    let right: Matrix
    switch self {
    case .matrix(let columns): right = columns
    default: right = Matrix(rows: elements.count, columns: 1, elements: elements)
    }
    guard right.rows == matrix.rows else {
      let part = if case .matrix = self { "row" } else { "number" }
      throw Failure(
        .argument, "\(name) must have a \(part) for each of the \(counted(matrix.rows, "row")) of a, not \(right.rows)",
        about: .argument(name))
    }
    if let odd = right.elements.first(where: { !$0.isFinite }) {
      throw Failure(
        .argument, "\(name) must have finite numbers only, not \(NumberStyle.standard.text(odd))",
        about: .argument(name))
    }
    return right
  }

  /// Solutions in the form of the right side: a vector of a vector.
  fileprivate func shaped(_ solutions: Matrix) -> Value {
    switch self {
    case .matrix: .matrix(solutions)
    case .number where solutions.elements.count == 1: .number(solutions.elements[0])
    default: .vector(solutions.elements)
    }
  }
}
