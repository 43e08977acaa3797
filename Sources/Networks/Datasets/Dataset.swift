import Vocabulary

/// Points with what is to be learnt of them.
public struct Dataset: Object {
  public let name: String
  /// A point in each row.
  public let features: Matrix
  /// The targets of a point in each row: of classes their numbers, counted from 0.
  public let targets: Matrix
  /// The number of classes, nil where the targets are quantities.
  public let classes: Int?

  public init(name: String, features: Matrix, targets: Matrix, classes: Int?) {
    precondition(features.rows == targets.rows)
    self.name = name
    self.features = features
    self.targets = targets
    self.classes = classes
  }

  public var count: Int { features.rows }

  public var kind: String { "dataset" }
  public var noun: String { "a data set" }
  public var display: Display {
    let shape = "\(name): \(counted(count, "point")) × \(counted(features.columns, "feature"))"
    return Display(classes.map { "\(shape), \($0) classes" } ?? shape)
  }
  public var properties: [Property] {
    [
      Property("points", .number(Double(count))), Property("features", .matrix(features)),
      Property("targets", .matrix(targets)),
    ]
  }
}

extension Kind where Output == Dataset {
  /// A data set.
  public static let dataset = Kind("a data set, such as circles(100)") {
    if case .object(let object) = $0 { object as? Dataset } else { nil }
  }
}
