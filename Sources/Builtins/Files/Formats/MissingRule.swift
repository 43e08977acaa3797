import Vocabulary

/// What becomes of cells in which nothing stands.
enum MissingRule: Sendable, Equatable {
  /// They are reported.
  case error
  /// Their rows are left out.
  case skip
  /// They get the mean of their column.
  case mean
  /// They get a number.
  case number(Double)

  /// The numbers with this rule applied to those that are nan, and which rows are left.
  ///
  /// Throws a failure of kind `argument` for a column without a number to take the mean of.
  func applied(to matrix: Matrix, column name: (Int) -> String) throws(Failure) -> (matrix: Matrix, rows: [Int]) {
    switch self {
    case .error: return (matrix, Array(0..<matrix.rows))
    case .skip:
      let rows = (0..<matrix.rows).filter { row in
        (0..<matrix.columns).allSatisfy { !matrix[row, $0].isNaN }
      }
      return (Matrix(rows: rows.count, columns: matrix.columns, elements: rows.flatMap { matrix.row($0) }), rows)
    case .mean:
      var filled = matrix
      for column in 0..<matrix.columns {
        let numbers = matrix.column(column).filter { !$0.isNaN }
        guard numbers.count < matrix.rows else { continue }
        guard !numbers.isEmpty else {
          throw Failure(
            .argument, "all cells of \(name(column)) are missing, so that there is no mean", about: .argument("missing")
          )
        }
        let mean = Moments(of: numbers).mean
        for row in 0..<matrix.rows where matrix[row, column].isNaN { filled[row, column] = mean }
      }
      return (filled, Array(0..<matrix.rows))
    case .number(let number):
      let elements = matrix.elements.map { $0.isNaN ? number : $0 }
      return (Matrix(rows: matrix.rows, columns: matrix.columns, elements: elements), Array(0..<matrix.rows))
    }
  }
}

extension Kind where Output == MissingRule {
  static let missing = Kind(
    "\"skip\", \"mean\", \"error\" or a number", .either([.text, .number(-.infinity ... .infinity)]),
    completion: .words(["\"skip\"", "\"mean\"", "\"error\""])
  ) { value in
    switch value {
    case .text("error"): .error
    case .text("skip"): .skip
    case .text("mean"): .mean
    case .function(let function) where function.name == "mean": .mean
    case .number(let number) where number.isFinite: .number(number)
    default: nil
    }
  }
}
