import Networks
import Vocabulary
import Workbench

/// What may stand for points: a data set, a matrix with a point in each row, or a vector of single numbers.
enum Points: Sendable {
  case dataset(Dataset)
  case matrix(Matrix)
  case vector([Double])

  /// The features, a point in each row.
  var matrix: Matrix {
    switch self {
    case .dataset(let data): data.features
    case .matrix(let matrix): matrix
    case .vector(let numbers): Matrix(rows: numbers.count, columns: 1, elements: numbers)
    }
  }
}

extension Kind where Output == Points {
  static let points = Kind("a data set, a matrix or a vector", .either([.object("dataset"), .matrix, .vector])) {
    value in
    switch value {
    case .object(let data as Dataset): .dataset(data)
    case .matrix(let matrix): .matrix(matrix)
    case .vector(let numbers): .vector(numbers)
    default: nil
    }
  }
}
