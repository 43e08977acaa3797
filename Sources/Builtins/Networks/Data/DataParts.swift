import Language
import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let features = Builtin(
    "features", "The features of a data set, a point in each row; or some of its columns, by their names.",
    Parameter("data", .dataset, "the points"),
    .optional("columns", .columns, "the name of a column, which is then a vector, or a list of names"),
    documentation: Documentation(
      notes: "By its name a target can be had too: of classes its numbers.",
      examples: [
        Example("features(line(3))", gives: "[[-1],\n [ 0],\n [ 1]]"),
        Example(
          "iris = load(\"data/iris.csv\", target=\"species\"); "
            + "correlation(features(iris, \"petal_width\"), features(iris, \"petal_length\"))",
          gives: """
            iris: 150 points × 4 features, 3 classes: setosa, versicolor, virginica
            features: sepal_length, sepal_width, petal_length, petal_width
            0.962865
            """),
      ],
      seeAlso: ["targets", "predict", "load"])
  ) { (session: inout Session, data, names) throws(Failure) in
    guard let names else { return .matrix(data.features) }
    try session.context.limits.reserve(rows: data.count, columns: names.count)
    var columns: [[Double]] = []
    for name in names {
      guard let column = data.column(name) else {
        let known = data.names.features + data.names.targets
        throw Failure(
          .argument, "\(data.name) has no column called '\(name)'", about: .argument("columns"),
          hint: known.isEmpty
            ? "its columns have no names: features(data)[:, 0] is the first"
            : Suggestion.hint(for: name, among: known) ?? "its columns are \(known.prefix(8).joined(separator: ", "))")
      }
      columns.append(column)
    }
    if columns.count == 1 { return .vector(columns[0]) }
    let matrix = Matrix(rows: columns.count, columns: data.count, elements: columns.flatMap { $0 })
    return .matrix(matrix.transposed)
  }

  static let targets = Builtin(
    "targets", "What is to be learnt of a data set, a point in each row.",
    Parameter("data", .dataset, "the points"),
    documentation: Documentation(
      notes: "Of classes these are their numbers, counted from 0; after one_hot a column for each class.",
      examples: [Example("targets(line(3))", gives: "[[-1],\n [ 1],\n [ 3]]")],
      seeAlso: ["features", "one_hot"],
      aliases: ["labels"])
  ) { (session: inout Session, data) in .matrix(data.targets) }

  static let split = Builtin(
    "split", "A data set in two at random: a list of the points to train with and those to test with.",
    Parameter("data", .dataset, "the points"),
    Parameter(
      "test", .number("a number between 0 and 1", in: 0...1, where: { $0 > 0 && $0 < 1 }),
      "the share of points to test with",
      default: 0.2, aliases: ["test_size"]),
    .seed,
    documentation: Documentation(
      source: "shared out as by scikit-learn's train_test_split",
      notes: "In NumPy: order = np.random.default_rng(seed).permutation(n); k = int(np.ceil(test * n)); "
        + "train = points[order[k:]]; test = points[order[:k]].",
      examples: [
        Example(
          "parts = split(circles(100, seed=1), test=0.3, seed=1); parts[1]",
          gives: """
            [circles train: 70 points × 2 features, 2 classes, circles test: 30 points × 2 features, 2 classes]
            circles test: 30 points × 2 features, 2 classes
            """)
      ],
      seeAlso: ["standardize", "train"],
      aliases: ["train_test_split"])
  ) { (session: inout Session, data, share, seed) throws(Failure) in
    try session.context.limits.reserve(
      numbers: Double(data.count) * Double(data.features.columns + data.targets.columns + 1))
    let interruption = session.interruption
    let parts = try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
      try data.split(test: share, using: &generator, interruption)
    }
    return .list([.object(parts.train), .object(parts.test)])
  }

  static let standardize = Builtin(
    "standardize", "Each feature brought to mean 0 and standard deviation 1.",
    Parameter("data", .points, "a data set, a matrix with a point in each row, or a vector"),
    .optional("like", .points, "what gives the means and deviations, where not the data themselves"),
    documentation: Documentation(
      formula: "(x - mean) / std",
      source: "as scikit-learn's StandardScaler",
      notes:
        "Points to test with are standardized like those to train with: standardize(test, like=train). The standard "
        + "deviation is the population's; a feature that is the same everywhere becomes 0. In NumPy: "
        + "(points - train.mean(axis=0)) / train.std(axis=0).",
      examples: [Example("standardize([1, 2, 3])", gives: "[-1.22474, 0, 1.22474]")],
      seeAlso: ["split"],
      aliases: ["StandardScaler", "Normalization"])
  ) { (session: inout Session, data, like) throws(Failure) in
    try session.context.limits.reserve(numbers: 2 * Double(data.matrix.elements.count))
    let standardized = try Standardization(of: (like ?? data).matrix)(data.matrix)
    switch data {
    case .dataset(let dataset): return .object(dataset.with(features: standardized))
    case .matrix: return .matrix(standardized)
    case .vector: return .vector(standardized.elements)
    }
  }

  static let oneHot = Builtin(
    "one_hot", "Numbers of classes as rows, 1 at the class and 0 elsewhere.",
    Parameter("data", .value, "a data set of classes, or a vector of class numbers from 0 on"),
    .optional(
      "classes", .positiveCount, "how many classes, where not one more than the largest number",
      aliases: ["num_classes"]),
    documentation: Documentation(
      examples: [Example("one_hot([0, 2, 1])", gives: "[[1, 0, 0],\n [0, 0, 1],\n [0, 1, 0]]")],
      seeAlso: ["targets", "categorical_crossentropy"],
      aliases: ["to_categorical"])
  ) { (session: inout Session, data, classes) throws(Failure) in
    switch data.countingTruths {
    case .object(let dataset as Dataset):
      guard let known = dataset.classes else {
        throw Failure(.argument, "the targets of \(dataset.name) are quantities, not classes")
      }
      guard known > 1 else {
        throw Failure(
          .argument, "all points are of one class: there is nothing to tell apart", about: .argument("data"))
      }
      guard classes ?? known == known else {
        throw Failure(
          .argument, "classes must be \(known), as many as the data have", about: .argument("classes"))
      }
      guard classes ?? known == known else {
        throw Failure(.argument, "classes must be \(known), as many as the data have", about: .argument("classes"))
      }
      try session.context.limits.reserve(numbers: Double(dataset.count) * Double(known))
      return .object(dataset.withTargetPerClass)
    case .vector(let numbers):
      let counted = try Kind<Int>.positiveCount.read(.number((numbers.max() ?? 0) + 1))
      guard let count = classes ?? counted else {
        throw Failure(.argument, "data must hold whole numbers from 0 on", about: .argument("data"))
      }
      try session.context.limits.reserve(numbers: Double(numbers.count) * Double(count))
      guard let rows = numbers.oneHot(classes: count) else {
        throw Failure(.argument, "data must hold whole numbers from 0 to \(count - 1)", about: .argument("data"))
      }
      return .matrix(rows)
    default:
      throw Failure(.argument, "data must be a data set or a vector, not \(data.brief)", about: .argument("data"))
    }
  }

  static let dataset = Builtin(
    "dataset", "A data set of points that are already in the session.",
    Parameter("features", .points, "a matrix with a point in each row, or a vector of single features"),
    Parameter("targets", .points, "what is to be learnt of each point: a vector, or a matrix with a row for each"),
    .optional("classes", .positiveCount, "how many classes, where the targets are numbers of classes from 0 on"),
    documentation: Documentation(
      examples: [
        Example("dataset([[0, 0], [0, 1]], [0, 1], classes=2)", gives: "data: 2 points × 2 features, 2 classes"),
        Example("dataset(1..3, [2, 4, 6])", gives: "data: 3 points × 1 feature, 1 target"),
      ],
      seeAlso: ["features", "targets", "load"],
      aliases: ["TensorDataset"]),
    yields: Dataset.self
  ) { (session: inout Session, features, targets, classes) throws(Failure) in
    let (features, targets) = (features.matrix, targets.matrix)
    guard features.rows == targets.rows else {
      throw Failure(
        .argument, "targets must be as many as the points: \(features.rows), not \(targets.rows)",
        about: .argument("targets"))
    }
    guard features.rows > 0, features.columns > 0, targets.columns > 0 else {
      throw Failure(.argument, "features must hold a point at least", about: .argument("features"))
    }
    try Dataset(name: "data", features: features, targets: targets, classes: nil).checkFinite()
    if let classes {
      guard targets.columns == 1, let odd = targets.elements.first(where: { !$0.isClass(below: classes) }) else {
        if targets.columns == 1 {
          return .object(Dataset(name: "data", features: features, targets: targets, classes: classes))
        }
        throw Failure(.argument, "targets must be one number of a class for each point", about: .argument("targets"))
      }
      throw Failure(
        .argument, "targets must be whole numbers from 0 to \(classes - 1), not \(NumberStyle.standard.text(odd))",
        about: .argument("targets"))
    }
    return .object(Dataset(name: "data", features: features, targets: targets, classes: nil))
  }
}

extension Double {
  fileprivate func isClass(below count: Int) -> Bool { Int(exactly: self).map { (0..<count).contains($0) } ?? false }
}

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
