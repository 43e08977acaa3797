import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let describe = Builtin(
    "describe", "What is known of a distribution or an initializer, or how the columns of data are spread.",
    Parameter("x", .describable, "a distribution, an initializer, a data set, a matrix or a vector"),
    documentation: Documentation(
      examples: [
        Example(
          "describe uniform(-1, 1)",
          gives: """
            uniform(low=-1, high=1)
              mean        0
              variance    0.333333
              std         0.57735
              support     [-1, 1]
              quartiles   [-0.5, 0, 0.5]
            """),
        Example(
          "describe load(\"data/iris.csv\", target=\"species\")",
          gives: """
            iris: 150 points × 4 features, 3 classes: setosa, versicolor, virginica
            features: sepal_length, sepal_width, petal_length, petal_width
              column          mean      std   min   max
              sepal_length   5.843   0.8253   4.3   7.9
              sepal_width    3.057   0.4344     2   4.4
              petal_length   3.758    1.759     1   6.9
              petal_width    1.199   0.7597   0.1   2.5
              class        points
              setosa           50
              versicolor       50
              virginica        50
            """),
      ],
      seeAlso: ["sample", "help", "mean"]),
    yields: Description.self
  ) { (session: inout Session, source) in
    switch source {
    case .source(.distribution(let distribution)): .object(Description(of: distribution))
    case .source(.initializer(let initializer)): .object(InitializerDescription(of: initializer))
    case .points(.dataset(let data)): .object(Survey(of: data))
    case .points(let points): .object(Survey(of: points.matrix))
    }
  }.yielding(also: InitializerDescription.self, Survey.self)
}

/// What can be described.
enum Describable: Sendable {
  case source(Source)
  case points(Points)
}

extension Kind where Output == Describable {
  /// A distribution, an initializer or data.
  static let describable = Kind(
    "a distribution, an initializer, a data set, a matrix or a vector",
    .either([Kind<Source>.source.domain, Kind<Points>.points.domain]), completion: Kind<Source>.source.completion
  ) { (value) throws(Failure) in
    if let points = try Kind<Points>.points.read(value) { return .points(points) }
    return try Kind<Source>.source.read(value).map { .source($0) }
  }
}
