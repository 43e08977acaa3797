import Vocabulary

extension Dataset {
  /// A target for each class instead of the class's number; data that have them already stay as they are.
  public var withTargetPerClass: Dataset {
    guard let classes, targets.columns == 1, classes > 1, let rows = targets.elements.oneHot(classes: classes) else {
      return self
    }
    return Dataset(name: name, features: features, targets: rows, classes: classes, names: names)
  }
}

extension [Double] {
  /// A row for each class number, 1 at the class and 0 elsewhere; nil where a number is no class from 0 on.
  public func oneHot(classes: Int) -> Matrix? {
    var rows = Matrix(rows: count, columns: classes, elements: [Double](repeating: 0, count: count * classes))
    for (row, number) in enumerated() {
      guard let number = Int(exactly: number), (0..<classes).contains(number) else { return nil }
      rows[row, number] = 1
    }
    return rows
  }
}
