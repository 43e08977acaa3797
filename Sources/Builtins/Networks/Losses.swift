import Language
import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  /// Every loss is a function of predictions and targets; without them it is the loss itself.
  static let lossWords: [Builtin] = losses.declarations.map(lossWord)

  private static func lossWord(_ declaration: Declaration<any Loss>) -> Builtin {
    let prediction = Parameter<Value?>.optional(
      "prediction", .value, "a number, a vector, or a matrix with a row for each point; without it the loss itself",
      aliases: ["p", "y_pred", "output", "input"])
    let target = Parameter<Value?>.optional(
      "target", .value, "what it should be, in the same shape", aliases: ["t", "y", "y_true"])
    let own = declaration.signature.parameters
    var signature = Signature(
      declaration.name, declaration.signature.summary, [prediction.description, target.description] + own,
      declaration.signature.documentation)
    signature.derivative = (try? declaration.makeDefault())?.formula.map { .formula($0) }
    return Builtin(signature) { (arguments, session) throws(Failure) in
      let predicted = try prediction.take(from: &arguments)
      let wanted = try target.take(from: &arguments)
      guard let predicted else { return .object(try declaration.make(taking: &arguments)) }
      guard let wanted else {
        // A loss with a parameter was once written huber(0.5).
        if case .number = predicted, let first = own.first, arguments.groups[2].isEmpty {
          let groups = own.map { $0.name == first.name ? [Argument(predicted)] : [] }
          return .object(try declaration.make(Arguments(groups, for: declaration.signature)))
        }
        throw Failure(
          .argument, "\(declaration.name) needs target: what the prediction should be",
          at: arguments.callee, hint: "write \(declaration.name)(p, t); that of a network is loss(net, data)")
      }
      let loss = try declaration.make(taking: &arguments)
      let pair = try PredictionPair(predicted, wanted, loss)
      try session.context.step(by: pair.count)
      return .number(pair.mean(of: loss))
    }
  }
}

/// Predictions and targets side by side.
private struct PredictionPair {
  private let predictions: [Double]
  private let targets: [Double]
  /// How many points there are: the rows of a matrix, else one.
  private let points: Int

  /// A number stands for as many as the other has. Throws a failure of kind `argument` where the shapes differ, or where
  /// the loss takes no such target.
  init(_ prediction: Value, _ target: Value, _ loss: any Loss) throws(Failure) {
    let (left, right) = (try Self.numbers(prediction, "prediction"), try Self.numbers(target, "target"))
    let shape = left.shape.isEmpty ? right.shape : left.shape
    guard left.shape.isEmpty || right.shape.isEmpty || left.shape == right.shape else {
      let isFlat = left.elements.count == right.elements.count
      let longer = left.shape.count > right.shape.count ? "prediction" : "target"
      throw Failure(
        .argument, "prediction is \(prediction.noun), target \(target.noun): they must have the same shape",
        about: .argument("target"), hint: isFlat ? "flatten(…) makes a vector of the \(longer)" : nil)
    }
    let count = max(left.elements.count, right.elements.count)
    guard count > 0, !left.elements.isEmpty, !right.elements.isEmpty else {
      throw Failure(.argument, "there are no predictions to judge", about: .argument("prediction"))
    }
    predictions = left.shape.isEmpty ? Array(repeating: left.elements[0], count: count) : left.elements
    targets = right.shape.isEmpty ? Array(repeating: right.elements[0], count: count) : right.elements
    points = shape.count == 2 ? shape[0] : 1
    if let odd = targets.first(where: { !loss.accepts(target: $0) }), let wanted = loss.wantedTargets {
      throw Failure(
        .argument, "\(loss.name) needs \(wanted), not \(NumberStyle.standard.text(odd))", about: .argument("target"),
        hint: loss.isSummed ? "one_hot(…) makes such rows of classes" : nil)
    }
  }

  var count: Int { predictions.count }

  /// Over all numbers, or over the points where a point's loss is the sum over its outputs.
  func mean(of loss: any Loss) -> Double {
    let sum = CompensatedSum.of(zip(predictions, targets).map { loss.value($0, $1) })
    return sum / Double(loss.isSummed ? points : count)
  }

  private static func numbers(_ value: Value, _ name: String) throws(Failure) -> (elements: [Double], shape: [Int]) {
    switch value {
    case .number(let number): return ([number], [])
    case .vector(let elements): return (elements, [elements.count])
    case .matrix(let matrix): return (matrix.elements, [matrix.rows, matrix.columns])
    case .object(let object) where object.kind == "network":
      throw Failure(
        .argument, "\(name) must be numbers, not a network", about: .argument(name),
        hint: "the loss of a network on data is loss(net, data)")
    default:
      throw Failure(
        .argument, "\(name) must be a number, a vector or a matrix, not \(value.brief)", about: .argument(name))
    }
  }
}
