import Vocabulary

extension Dataset {
  /// The first so many points.
  public func prefix(_ count: Int) -> Dataset {
    guard count < self.count else { return self }
    func first(of matrix: Matrix) -> Matrix {
      Matrix(rows: count, columns: matrix.columns, elements: Array(matrix.elements.prefix(count * matrix.columns)))
    }
    return Dataset(name: name, features: first(of: features), targets: first(of: targets), classes: classes)
  }
}
