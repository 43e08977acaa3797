import Language
import Networks
import Vocabulary
import Workbench

/// How well a network's answers meet the targets, class by class or as quantities.
extension Builtin {
  static let confusionMatrix = Builtin(
    "confusion_matrix", "How often points of each class are put into each class.",
    Parameter("network", .value, "the network; or a vector of true classes, counted from 0"),
    Parameter("data", .value, "the points, of classes; or a vector of the classes that they were put into"),
    .lossOfTraining,
    documentation: Documentation(
      formula: "recall = right / points of the class, precision = right / points put into it",
      notes: "Rows are true classes and columns those that they were taken for, as in scikit-learn.",
      examples: [
        Example(
          "confusion_matrix([0, 0, 0, 1, 1], [0, 0, 1, 1, 1])",
          gives: """
              class   0   1   recall   precision
              0       2   1    66.7%        100%
              1       0   2     100%       66.7%
            accuracy 0.8; rows are true classes, columns what they were taken for
            """)
      ],
      seeAlso: ["accuracy", "evaluate", "predict"],
      aliases: ["classification_report", "precision_score", "recall_score", "f1_score"]),
    yields: ConfusionMatrix.self
  ) { (session: inout Session, first, second, loss) throws(Failure) in
    if let truth = try Kind<Value>.numbers.read(first.countingTruths)?.elements,
      let predicted = try Kind<Value>.numbers.read(second.countingTruths)?.elements
    {
      guard truth.count == predicted.count, !truth.isEmpty else {
        throw Failure(
          .argument, "as many classes must be predicted as there are true ones: \(truth.count), not \(predicted.count)",
          about: .argument("data"))
      }
      let (truth, predicted) = (try truth.classes("network"), try predicted.classes("data"))
      let count = 1 + max(1, truth.max() ?? 0, predicted.max() ?? 0)
      try session.context.limits.reserve(rows: count, columns: count)
      return .object(ConfusionMatrix(truth: truth, predicted: predicted, classes: count))
    }
    let (network, data) = try pair(first, second)
    try session.context.step(by: data.count)
    return .object(
      try network.architecture.confusion(
        session.networks[network].weights, on: data, loss: session.loss(loss, for: network),
        interruption: session.interruption))
  }

  static let rSquared = Builtin(
    "r_squared", "The share of the targets' variance that the answers explain: 1 for right ones, 0 for their mean.",
    Parameter("network", .value, "the network; or the targets, as a vector or a matrix"),
    Parameter("data", .value, "the points, with quantities to be learnt; or what was predicted for the targets"),
    documentation: Documentation(
      formula: "1 - sum((targets - predicted)²) / sum((targets - mean(targets))²)",
      notes:
        "It is below 0 where answers are worse than the mean. Of several targets it is of all together; scikit-learn's takes "
        + "the mean over columns.",
      examples: [Example("r_squared([1, 2, 3, 4], [1.1, 1.9, 3.2, 3.8])", gives: "0.98")],
      seeAlso: ["evaluate", "correlation", "least_squares"],
      aliases: ["r2_score", "R2", "explained_variance_score"])
  ) { (session: inout Session, first, second) throws(Failure) in
    if let targets = try Kind<Value>.numbers.read(first), let predicted = try Kind<Value>.numbers.read(second) {
      let (y, p) = (targets.elements, predicted.elements)
      guard y.count == p.count, y.count > 1 else {
        throw Failure(
          .argument, "as many must be predicted as there are targets, at least 2: \(y.count), not \(p.count)",
          about: .argument("data"))
      }
      try session.context.step(by: y.count)
      return .number(Self.explained(y, by: zip(y, p).map { $0 - $1 }))
    }
    let (network, data) = try pair(first, second)
    guard data.classes == nil else {
      throw Failure(
        .argument, "data must have quantities to be learnt, not classes", about: .argument("data"),
        hint: "accuracy(network, data) is the share put into their class")
    }
    let evaluation = try network.architecture.evaluate(
      session.networks[network].weights, on: data, loss: session.loss(nil, for: network),
      interruption: session.interruption)
    return .number(evaluation.explained ?? .nan)
  }

  /// The share of some numbers' variance that is left out of what is left, in units in which no square is too large.
  private static func explained(_ targets: [Double], by rest: [Double]) -> Double {
    let moments = Moments(of: targets)
    let sizes = rest + [moments.standardDeviation]
    let unit = sizes.allSatisfy(\.isFinite) ? sizes.largestExponent : 0
    let squares = rest.map { $0.timesTwo(to: -unit) }.map { $0 * $0 }
    return 1 - CompensatedSum.of(squares) / (Double(targets.count) * moments.variance(inUnitsOfTwoTo: unit))
  }

  private static func pair(_ first: Value, _ second: Value) throws(Failure) -> (Network, Dataset) {
    guard let network = try Kind<Network>.network.read(first) else {
      throw Failure(
        .argument, "network must be a network, or a vector beside another, not \(first.brief)",
        about: .argument("network"))
    }
    guard let data = try Kind<Dataset>.dataset.read(second) else {
      throw Failure(
        .argument, "data must be a data set, not \(second.brief)", about: .argument("data"))
    }
    return (network, data)
  }
}

extension [Double] {
  /// Numbers of classes. Throws a failure of kind `argument` for what is none.
  fileprivate func classes(_ name: String) throws(Failure) -> [Int] {
    var classes: [Int] = []
    for number in self {
      guard let place = Int(exactly: number), (0..<10_000).contains(place) else {
        throw Failure(
          .argument, "classes must be whole numbers from 0 on, not \(NumberStyle.standard.text(number))",
          about: .argument(name), hint: "of an output with one unit they are round(p)")
      }
      classes.append(place)
    }
    return classes
  }
}
