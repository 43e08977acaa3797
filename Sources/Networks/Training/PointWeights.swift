import Vocabulary

/// How much points count in a loss: each class, or each point, as Keras's `class_weight` and `sample_weight` have it.
public enum PointWeights: Sendable {
  /// One number for each class.
  case ofClasses([Double])
  /// One number for each point.
  case ofPoints([Double])

  /// The argument that they were given as.
  private var name: String {
    switch self {
    case .ofClasses: "class_weights"
    case .ofPoints: "sample_weights"
    }
  }

  /// Nil where neither is given; throws where both are.
  public init?(classes: [Double]?, points: [Double]?) throws(Failure) {
    switch (classes, points) {
    case (nil, nil): return nil
    case (let classes?, nil): self = .ofClasses(classes)
    case (nil, let points?): self = .ofPoints(points)
    case (.some, .some):
      throw Failure(
        .argument, "points are weighted either by their classes or one by one", about: .argument("sample_weights"),
        hint: "leave class_weights or sample_weights out")
    }
  }

  /// The weight of each point of some data.
  ///
  /// Throws a failure of kind `argument` where there are not as many numbers as classes or points, or where there are no
  /// classes.
  func weights(for data: Dataset) throws(Failure) -> [Double] {
    switch self {
    case .ofPoints(let weights):
      try check(weights, count: data.count, of: "point")
      return weights
    case .ofClasses(let weights):
      guard let classes = data.classes else {
        throw Failure(
          .argument, "class_weights need classes, but the targets are quantities", about: .argument("class_weights"),
          hint: "sample_weights= weighs points one by one")
      }
      try check(weights, count: classes, of: "class")
      return (0..<data.count).map { point in data.classNumber(of: point).map { weights[$0] } ?? 1 }
    }
  }

  private func check(_ weights: [Double], count: Int, of noun: String) throws(Failure) {
    guard weights.count == count else {
      let wanted = noun == "class" ? (count == 1 ? "1 class" : "\(count) classes") : counted(count, noun)
      throw Failure(
        .argument, "\(name) has \(counted(weights.count, "number")), but the data have \(wanted)",
        about: .argument(name), hint: "give one number for each \(noun)")
    }
    guard let odd = weights.first(where: { !($0 >= 0) || $0.isInfinite }) else {
      if weights.contains(where: { $0 > 0 }) { return }
      throw Failure(.argument, "\(name) must not all be 0", about: .argument(name))
    }
    throw Failure(
      .argument, "\(name) must be finite numbers ≥ 0, not \(NumberStyle.standard.text(odd))", about: .argument(name))
  }
}

extension Dataset {
  /// The same with points that count differently.
  func weighted(by weights: PointWeights?) throws(Failure) -> Dataset {
    guard let weights else { return self }
    var data = self
    data.pointWeights = try weights.weights(for: self)
    return data
  }
}
