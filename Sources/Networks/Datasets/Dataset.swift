import Probability
import Vocabulary

/// Points with what is to be learnt of them.
public struct Dataset: Record {
  public let name: String
  /// A point in each row.
  public let features: Matrix
  /// The targets of a point in each row: of classes their numbers, counted from 0, or 1 at the class among zeros.
  public let targets: Matrix
  /// The number of classes, nil where the targets are quantities.
  public let classes: Int?
  /// What the columns and classes are called; nothing where nobody named them.
  public let names: Names
  /// How much each point counts in a loss; nil: all the same.
  var pointWeights: [Double]?
  /// What is to be said of how it came about, a line each: columns that were left out, cells that were filled.
  public let remarks: [String]

  public struct Names: Sendable, Equatable {
    /// One for each column of the features, or none.
    public var features: [String] = []
    /// One for each column of the targets, or none; of classes one.
    public var targets: [String] = []
    /// One for each class, or none.
    public var classes: [String] = []

    public init(features: [String] = [], targets: [String] = [], classes: [String] = []) {
      self.features = features
      self.targets = targets
      self.classes = classes
    }
  }

  public init(
    name: String, features: Matrix, targets: Matrix, classes: Int?, names: Names = Names(), remarks: [String] = []
  ) {
    precondition(features.rows == targets.rows)
    self.name = name
    self.features = features
    self.targets = targets
    self.classes = classes
    self.names = names
    self.remarks = remarks
  }

  public var count: Int { features.rows }

  /// One column of the features, or of targets, by its name; nil where none is called so.
  public func column(_ name: String) -> [Double]? {
    if let place = names.features.firstIndex(of: name) { return features.column(place) }
    guard let place = names.targets.firstIndex(of: name) else { return nil }
    guard hasTargetPerClass else { return targets.column(place) }
    return (0..<count).map { Double(classNumber(of: $0) ?? 0) }
  }

  /// Whether each class has a target of its own, 1 or 0.
  public var hasTargetPerClass: Bool { classes.map { $0 > 1 && $0 == targets.columns } ?? false }

  /// The number of a point's class, counted from 0; nil where the targets are quantities or no class.
  public func classNumber(of point: Int) -> Int? {
    guard let classes else { return nil }
    guard hasTargetPerClass else {
      return Int(exactly: targets[point, 0]).flatMap { (0..<classes).contains($0) ? $0 : nil }
    }
    return (0..<classes).first { targets[point, $0] == 1 }
  }

  public var kind: String { "dataset" }
  public var numberCount: Int { features.elements.count + targets.elements.count }
  public var noun: String { "a data set" }
  public var display: Display {
    let shape = "\(name): \(counted(count, "point")) × \(counted(features.columns, "feature"))"
    let shown = names.classes.prefix(5) + (names.classes.count > 5 ? ["…"] : [])
    let sorts = classes.map { $0 == 1 ? "1 class" : "\($0) classes" }
    let learnt =
      sorts.map { $0 + (shown.isEmpty ? "" : ": " + shown.joined(separator: ", ")) }
      ?? counted(targets.columns, "target")
    return Display((["\(shape), \(learnt)"] + remarks).joined(separator: "\n"))
  }

  public static let fields: [Field<Dataset>] = [
    Field("points", "a row for each point, a column for each feature", aliases: ["features", "data", "X", "x"]) {
      $0.features
    },
    Field("targets", "a row for each point: what is to be learnt of it", aliases: ["target", "labels", "y"]) {
      $0.targets
    },
    Field("count", "how many points there are", aliases: ["n", "size", "length", "rows"]) { $0.count },
    Field("classes", "how many classes there are, numbered from 0", only: "of classes") { $0.classes },
    Field("feature_names", "what the columns of the points are called", only: "of named columns") {
      $0.names.features.isEmpty ? nil : $0.names.features
    },
    Field("target_names", "what the columns of the targets are called", only: "of named columns") {
      $0.names.targets.isEmpty ? nil : $0.names.targets
    },
    Field("class_names", "what the classes are called, from class 0 on", only: "of named classes") {
      $0.names.classes.isEmpty ? nil : $0.names.classes
    },
  ]
}

extension Kind where Output == Dataset {
  /// A data set.
  public static let dataset = Kind("a data set, such as circles(100)", .object("dataset")) {
    if case .object(let object) = $0 { object as? Dataset } else { nil }
  }
}

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

extension Dataset {
  /// The data in two parts at random, as scikit-learn's `train_test_split` shares them out: the first ⌈test × n⌉ of a
  /// permutation are the test part.
  ///
  /// Throws a failure of kind `argument` where a part would be empty.
  public func split(
    test share: Double, using generator: inout PCG64, _ interruption: Interruption = Interruption()
  ) throws(Failure) -> (train: Dataset, test: Dataset) {
    guard (0...1).contains(share) else {
      throw Failure(.argument, "test must be a number between 0 and 1", about: .argument("test"))
    }
    let tested = Int((share * Double(count)).rounded(.up))
    guard tested > 0, tested < count else {
      throw Failure(
        .argument, "of \(counted(count, "point")) \(tested) would be for testing and \(count - tested) for training",
        hint: "neither part may be empty")
    }
    let order = generator.permutation(count, interruption)
    try interruption.check()
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
