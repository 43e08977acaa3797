import Vocabulary

/// Brings each column to mean 0 and standard deviation 1.
public struct Standardization: Sendable {
  private let columns: [Moments]

  /// The columns' means and population standard deviations.
  ///
  /// Throws a failure of kind `argument` where there is no row or a number that is not finite.
  public init(of matrix: Matrix) throws(Failure) {
    guard matrix.rows > 0 else { throw Failure(.argument, "there are no points to take a mean of") }
    if let index = matrix.elements.firstIndex(where: { !$0.isFinite }) {
      throw Failure(
        .argument,
        "row \(index / matrix.columns), column \(index % matrix.columns) is "
          + "\(NumberStyle.standard.text(matrix.elements[index])), so there is no mean",
        hint: "rows and columns are counted from 0")
    }
    columns = (0..<matrix.columns).map { Moments(of: matrix.column($0)) }
  }

  /// `(x - mean) / std` in each column; a column that is the same everywhere becomes 0.
  ///
  /// Throws a failure of kind `argument` where the number of columns is another one.
  public func callAsFunction(_ matrix: Matrix) throws(Failure) -> Matrix {
    guard matrix.columns == columns.count else {
      throw Failure(
        .argument,
        "like has \(counted(columns.count, "feature")), but what is to be standardized \(matrix.columns)",
        about: .argument("like"))
    }
    var result = matrix
    for (column, moments) in columns.enumerated() {
      let divisor = moments.isConstant ? 1 : moments.standardDeviation
      for row in 0..<matrix.rows { result[row, column] = (matrix[row, column] - moments.mean) / divisor }
    }
    return result
  }
}

extension Moments {
  /// Whether all numbers are the same but for the rounding of their mean, as scikit-learn's `StandardScaler` asks.
  fileprivate var isConstant: Bool {
    // variance ≤ n ε variance + (n ε mean)², of numbers of any size.
    let error = Double(count) * Double.ulpOfOne
    return standardDeviation * max(0, 1 - error).squareRoot() <= error * mean.magnitude
  }
}

extension Dataset {
  /// The data with other features of the same names.
  public func with(features: Matrix) -> Dataset {
    Dataset(name: name, features: features, targets: targets, classes: classes, names: names)
  }
}
