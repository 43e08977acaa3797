import Probability
import Vocabulary

extension Dataset {
  /// The data in two parts at random, as scikit-learn's `train_test_split` shares them out: the first ⌈test × n⌉ of a
  /// permutation are the test part.
  ///
  /// Throws a failure of kind `argument` where a part would be empty.
  public func split(test share: Double, using generator: inout PCG64) throws(Failure) -> (train: Dataset, test: Dataset)
  {
    guard (0...1).contains(share) else {
      throw Failure(.argument, "test must be a number between 0 and 1", about: .argument("test"))
    }
    let tested = Int((share * Double(count)).rounded(.up))
    guard tested > 0, tested < count else {
      throw Failure(
        .argument, "of \(counted(count, "point")) \(tested) would be for testing and \(count - tested) for training",
        hint: "neither part may be empty")
    }
    let order = generator.permutation(count)
    return (part(order[tested...], named: "\(name) train"), part(order[..<tested], named: "\(name) test"))
  }

  private func part(_ rows: ArraySlice<Int>, named name: String) -> Dataset {
    Dataset(
      name: name, features: features.rows(rows), targets: targets.rows(rows), classes: classes, names: names)
  }
}

extension Matrix {
  /// Some rows, in the given order.
  fileprivate func rows(_ chosen: ArraySlice<Int>) -> Matrix {
    var elements: [Double] = []
    elements.reserveCapacity(chosen.count * columns)
    for row in chosen { elements += self.elements[row * columns..<(row + 1) * columns] }
    return Matrix(rows: chosen.count, columns: columns, elements: elements)
  }
}
