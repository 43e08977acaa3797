import Language
import Vocabulary
import Workbench

extension Builtin {
  static let descend = Builtin(
    "descend", "Gradient descent: steps against the gradient, with a verdict on where they lead.",
    Parameter("function", .function, "what is made small; of one or several variables"),
    Parameter(
      "from", .value, "where to start: a number, or as many as there are variables: [0.5, 0.1]",
      aliases: ["x0", "start"]),
    Parameter("learning_rate", .positive, "a step is the gradient times this", default: 0.01, aliases: ["lr"]),
    Parameter("steps", .count, "how many", default: 100),
    documentation: Documentation(
      formula: "x ← x - learning_rate × f′(x)",
      source: "Cauchy 1847",
      notes:
        "Without a verdict it is still moving. Converged: the last step was below 10⁻⁸ of where it is. Oscillating: the "
        + "steps go to and fro without becoming shorter. Diverging: they become longer; the factor is that by which the "
        + "increases of the function grow.",
      examples: [
        Example(
          "f(x) = (x - 3)²; descend f from=0 learning_rate=0.1 steps=10",
          gives: "f(x) = (x - 3)²\nx = 2.67788, f(x) = 0.103763 after 10 steps"),
        Example(
          "f(x) = (x - 3)²; descend f from=0 learning_rate=1.1 steps=10",
          gives: "f(x) = (x - 3)²\nx = -15.5752, f(x) = 345.038 after 10 steps: diverging, ×1.44 a step"),
      ],
      seeAlso: ["gradient", "train"])
  ) { (session: inout Session, function, start, learningRate, steps) throws(Failure) in
    let names = (function as? UserFunction)?.parameters ?? ["x"]
    var point = try startingPoint(start, names: names)
    try session.context.limits.reserve(numbers: Double(steps) * Double(point.count))
    var path = [point]
    var values = [try session.number(function, at: point)]
    while path.count <= steps, values[values.count - 1].isFinite {
      let gradient = try session.gradient(of: function, at: point)
      for index in point.indices {
        let step = try Arithmetic.apply(.multiply, .number(learningRate), gradient[index])
        point[index] = try Arithmetic.apply(.subtract, point[index], step)
      }
      path.append(point)
      values.append(try session.number(function, at: point))
    }
    return .object(Descent(function: function, names: names, path: path, values: values))
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

/// A walk downhill.
struct Descent: Object {
  let function: any Function
  let names: [String]
  /// The points, the start included.
  let path: [[Value]]
  /// The function's value at each of them.
  let values: [Double]

  var name: String { function.name }
  var kind: String { "descent" }

  var properties: [Property] {
    var columns: [Property] = []
    for (index, name) in names.enumerated() {
      var row = Row()
      for point in path { row.append(point[index]) }
      columns.append(Property(name, (try? row.value()) ?? .nothing))
    }
    return columns + [Property("values", .vector(values)), Property("verdict", .text(verdict.word))]
  }

  var display: Display {
    let place = zip(names, path[path.count - 1]).map { "\($0) = \($1.display)" as Display }.joined(separator: ", ")
    let value: Display = "\(name)(\(names.joined(separator: ", "))) = \(values[values.count - 1])"
    let end: Display = place + ", " + value + " after \(counted(path.count - 1, "step"))"
    return verdict.display.map { end + ": " + $0 } ?? end
  }

  // MARK: The verdict

  private enum Verdict {
    case converged
    case stillMoving
    case oscillating
    /// The factor by which the increases grow.
    case diverging(Double)

    var word: String {
      switch self {
      case .converged: "converged"
      case .stillMoving: "still moving"
      case .oscillating: "oscillating"
      case .diverging: "diverging"
      }
    }

    var display: Display? {
      switch self {
      case .stillMoving: nil
      case .converged, .oscillating: Display(word)
      case .diverging(let factor): factor.isFinite ? "diverging, " + Display(factor: factor) + " a step" : "diverging"
      }
    }
  }

  private var verdict: Verdict {
    let points = path.suffix(4).map { $0.flatMap(\.elements) }
    let moves = zip(points.dropFirst(), points).map { next, before in zip(next, before).map { $0 - $1 } }
    guard let last = moves.last, let end = points.last else { return .stillMoving }
    guard values[values.count - 1].isFinite, end.allSatisfy(\.isFinite) else { return .diverging(growth) }
    let lengths = moves.map { Self.length($0) }
    if lengths[lengths.count - 1] <= 1e-8 * Swift.max(1, Self.length(end)) { return .converged }
    guard moves.count >= 2 else { return .stillMoving }
    let ratio = lengths[lengths.count - 1] / lengths[lengths.count - 2]
    let isRising = values[values.count - 1] > values[values.count - 2]
    if ratio > 1 + 1e-6, isRising { return .diverging(growth) }
    let turns = zip(last, moves[moves.count - 2]).map { $0 * $1 }.reduce(0, +) < 0
    return turns && (ratio - 1).magnitude <= 1e-3 ? .oscillating : .stillMoving
  }

  private static func length(_ move: [Double]) -> Double { move.reduce(0) { $0 + $1 * $1 }.squareRoot() }

  /// By what the last increase of the function exceeds the one before.
  private var growth: Double {
    let finite = values.filter(\.isFinite).suffix(3)
    guard finite.count == 3 else { return .nan }
    let last = Array(finite)
    return (last[2] - last[1]) / (last[1] - last[0])
  }
}
