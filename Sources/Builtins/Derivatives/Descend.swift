import Language
import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let descend = Builtin(
    "descend", "Goes downhill on a function by any optimizer, with a verdict on where it leads.",
    Parameter("function", .function, "what is made small; of one or several variables"),
    Parameter(
      "from", .value, "where to start: a number, or as many as there are variables: [0.5, 0.1]",
      aliases: ["x0", "start", "initial"]),
    .optional("learning_rate", .schedule, "the optimizer's, where not its own", aliases: ["lr", "rate"]),
    Parameter(
      "steps", .count, "how many", default: 100,
      aliases: ["n", "iterations", "epochs", "n_iter", "maxiter", "max_iter"]),
    Parameter(
      "optimizer", .optimizer, "how the gradient moves the point: sgd(momentum=0.9), adam …",
      default: StochasticGradientDescent.standard, aliases: ["method"]),
    documentation: Documentation(
      formula: "sgd: x ← x - learning_rate × f′(x); of the others help adam and so on",
      source: "Cauchy 1847",
      notes:
        "The steps are those that train takes with the same optimizer. Without a verdict it is still moving. Converged: "
        + "the last step was below 10⁻⁸ of where it is. Oscillating: the steps go to and fro without becoming shorter. "
        + "Diverging: they become longer; the factor is that by which the increases of the function grow.",
      examples: [
        Example(
          "f(x) = (x - 3)²; descend f from=0 learning_rate=0.1 steps=10",
          gives: "f(x) = (x - 3)²\nx = 2.67788, f(x) = 0.103763 after 10 steps"),
        Example(
          "f(x) = (x - 3)²; descend f from=0 learning_rate=1.1 steps=10",
          gives: "f(x) = (x - 3)²\nx = -15.5752, f(x) = 345.038 after 10 steps: diverging, ×1.44 a step"),
        Example(
          "r(x, y) = x² + 100 × y²; descend r from=[10, 1] optimizer=sgd(0.009, momentum=0.8)",
          gives: """
            r(x, y) = x² + 100 × y²
            x = -9.22954×10⁻⁶, y = 1.42725×10⁻⁵, r(x, y) = 2.04555×10⁻⁸ after 100 steps
            """),
      ],
      seeAlso: ["gradient", "train", "plot"]),
    yields: FunctionDescent.self
  ) { (session: inout Session, function, start, learningRate, steps, optimizer) throws(Failure) in
    let names = (function as? UserFunction)?.parameters ?? ["x"]
    let start = try startingPoint(start, names: names)
    try session.context.limits.reserve(numbers: Double(steps) * Double(start.count))
    var optimizer = optimizer
    optimizer.learningRate = learningRate ?? optimizer.learningRate
    var groups: [Range<Int>] = []
    for argument in start {
      let first = groups.last?.upperBound ?? 0
      groups.append(first..<first + argument.elements.count)
    }
    let descent = try Descent(
      from: start.flatMap(\.elements), optimizer: optimizer, steps: steps, groups: groups
    ) { (point) throws(Failure) in
      try session.number(function, at: FunctionDescent.arguments(point, like: start))
    } gradient: { (point) throws(Failure) in
      try session.gradient(of: function, at: FunctionDescent.arguments(point, like: start)).flatMap(\.elements)
    }
    return .object(FunctionDescent(function: function, names: names, start: start, descent: descent))
  }

  private static func startingPoint(_ start: Value, names: [String]) throws(Failure) -> [Value] {
    if names.count == 1, try Kind<Value>.numbers.read(start) != nil { return [start] }
    guard let count = Row.count(of: start), count == names.count, names.count > 1 else {
      let wanted = names.count == 1 ? "a number" : "\(names.count) numbers, for \(names.joined(separator: " and "))"
      throw Failure(.argument, "from must be \(wanted), not \(start.brief)", about: .argument("from"))
    }
    return (0..<count).map { Row.element($0, of: start) }
  }
}

extension Session {
  fileprivate mutating func number(_ function: any Function, at point: [Value]) throws(Failure) -> Double {
    let value = try call(function, with: point)
    if let number = value.number { return number }
    throw Failure(
      .argument, "\(function.name) must yield a number to be made small, not \(value.noun)",
      hint: "sum(…) or mean(…) makes a number of a vector")
  }
}
