import Vocabulary
import Workbench

/// How two quantities go together.
extension Builtin {
  static let covariance = Builtin(
    "cov", "The covariance: the mean product of how far two quantities are from their means.",
    Parameter("x", .numbers, "a vector, or a matrix with a point in each row"),
    .optional("y", .vector, "a vector of the same length"),
    Parameter(
      "ddof", .number("a number ≥ 0", in: 0 ... .infinity), "what is taken off the count that is divided by",
      default: 0, aliases: ["correction"]),
    documentation: Documentation(
      formula: "cov(x, y) = mean((x - mean(x)) × (y - mean(y)))",
      notes:
        "Of a matrix it is that of every two columns, as a matrix with the variances on its diagonal; data have their points "
        + "in rows, where NumPy's cov has them in columns (rowvar). Like var it divides by the count; NumPy's cov by one less: "
        + "ddof=1.",
      examples: [
        Example("cov([1, 2, 3], [2, 4, 6])", gives: "1.33333"),
        Example(
          "cov([[1, 2], [2, 4], [3, 6]], ddof=1)",
          gives: """
            [[1, 2],
             [2, 4]]
            """),
      ],
      seeAlso: ["correlation", "var"],
      aliases: ["covariance"])
  ) { (session: inout Session, x, y, ddof) throws(Failure) in
    try session.context.step(by: x.elements.count)
    let (columns, isPair) = try Columns.of(x, y)
    let divisor = max(0, Double(columns[0].count) - ddof)
    let deviations = columns.map { Deviations(of: $0) }
    return try session.table(of: columns, isPair) { a, b in
      let product = Columns.product(deviations[a].numbers, deviations[b].numbers)
      return (product / divisor).timesTwo(to: deviations[a].exponent + deviations[b].exponent)
    }
  }

  static let correlation = Builtin(
    "correlation", "How nearly two vectors lie on one rising line (1) or falling line (-1).",
    Parameter("x", .numbers, "a vector, or a matrix with a point in each row"),
    .optional("y", .vector, "a vector of the same length"),
    documentation: Documentation(
      formula: "correlation(x, y) = mean((x - mean(x)) × (y - mean(y))) / (std(x) × std(y))",
      source: "Pearson 1895",
      notes: "Of a matrix it is that of every two columns, as a matrix; of a column that never changes it is nan.",
      examples: [Example("correlation([1, 2, 3], [2, 4, 7])", gives: "0.993399")],
      seeAlso: ["cov", "std"],
      aliases: [
        ForeignName("corrcoef", write: "correlation(v, w)"), ForeignName("corr", write: "correlation(v, w)"),
        ForeignName("cor", in: .r, write: "correlation(v, w)"), .scipy("pearsonr"),
      ]),
    derivative: .formula("mean((x - mean(x)) / std(x) × ((y - mean(y)) / std(y)))")
  ) { (session: inout Session, x, y) throws(Failure) in
    try session.context.step(by: x.elements.count)
    let (columns, isPair) = try Columns.of(x, y)
    let deviations = columns.map { Deviations(of: $0).numbers }
    let lengths = deviations.map { Columns.product($0, $0).squareRoot() }
    return try session.table(of: columns, isPair) { a, b in
      let share = Columns.product(deviations[a], deviations[b]) / (lengths[a] * lengths[b])
      // Rounding leads beyond the ends now and then.
      return share.magnitude > 1 ? share.sign == .minus ? -1 : 1 : share
    }
  }
}

extension Session {
  /// What a function makes of the places of two columns; if they are no pair, of every two, the same both ways.
  fileprivate mutating func table(
    of columns: [[Double]], _ isPair: Bool, _ body: (Int, Int) -> Double
  ) throws(Failure) -> Value {
    if isPair { return .number(body(0, 1)) }
    let size = columns.count
    try context.limits.reserve(rows: size, columns: size)
    var table = Matrix(rows: size, columns: size, elements: [Double](repeating: 0, count: size * size))
    for row in 0..<size {
      try context.step(by: columns[row].count * (row + 1))
      for column in 0...row {
        table[row, column] = body(row, column)
        table[column, row] = table[row, column]
      }
    }
    return .matrix(table)
  }
}

/// Quantities with a number for each of some points.
private enum Columns {
  /// Two vectors, or the columns of a matrix. Throws a failure of kind `argument` where they do not fit.
  static func of(_ x: Value, _ y: [Double]?) throws(Failure) -> (columns: [[Double]], isPair: Bool) {
    switch (x, y) {
    case (.vector(let x), .some(let y)):
      guard x.count == y.count else {
        throw Failure(.argument, "x and y must be of one length, not \(x.count) and \(y.count)", about: .argument("x"))
      }
      return ([x, y], true)
    case (.matrix(let matrix), nil):
      guard matrix.columns > 0 else {
        throw Failure(.argument, "x must have columns, not \(x.brief)", about: .argument("x"))
      }
      return ((0..<matrix.columns).map { matrix.column($0) }, false)
    case (.vector, nil):
      throw Failure(.argument, "a vector needs another to go with it", about: .argument("x"), hint: "give y too")
    default:
      throw Failure(
        .argument, "x must be a vector beside y, or a matrix alone, not \(x.brief)", about: .argument("x"))
    }
  }

  static func product(_ a: [Double], _ b: [Double]) -> Double { CompensatedSum.of(zip(a, b).map { $0 * $1 }) }
}
