import Vocabulary

/// A walk downhill by an optimizer, as training walks, of any function of numbers: of plain gradient descent
/// x ← x - learning_rate × f′(x) (Cauchy 1847).
public struct Descent: Sendable {
  /// Where the walk leads.
  public enum Verdict: Sendable, Equatable {
    /// The last step was at most 10⁻⁸ of where it is, or of 1 where that is nearer to 0.
    case converged
    /// None of the others, yet.
    case stillMoving
    /// The steps go to and fro without becoming shorter.
    case oscillating
    /// The steps become longer and the function grows, or something is not finite any more; the increases of the function
    /// grow by this factor a step, nan where too few of its values are finite.
    case diverging(growth: Double)
  }

  /// The points, the start included; each has the numbers of all variables one after another.
  public let path: [[Double]]
  /// The function's value at each of them.
  public let values: [Double]

  /// Takes so many steps, or fewer where the function is not finite any more.
  ///
  /// The gradient has as many numbers as the point, in the same order. Throws what the two functions throw.
  ///
  /// - Parameter groups: the numbers that belong to one variable, whose gradients an optimizer clips together; nil: each
  ///   number is a variable.
  public init(
    from start: [Double], optimizer: any Optimizer, steps: Int, groups: [Range<Int>]? = nil,
    value: ([Double]) throws(Failure) -> Double, gradient: ([Double]) throws(Failure) -> [Double]
  ) throws(Failure) {
    let updater = Updater(
      optimizer, count: start.count, trained: [start.indices], groups: groups ?? start.indices.map { $0..<$0 + 1 },
      from: nil)
    var point = start
    var path = [start]
    var values = [try value(start)]
    while path.count <= steps, values[values.count - 1].isFinite {
      updater.step(&point, against: try gradient(point))
      path.append(point)
      values.append(try value(point))
    }
    (self.path, self.values) = (path, values)
  }

  /// By the last three steps.
  public var verdict: Verdict {
    let points = path.suffix(4)
    let moves = zip(points.dropFirst(), points).map { next, before in zip(next, before).map { $0 - $1 } }
    guard let last = moves.last, let end = points.last else { return .stillMoving }
    guard values[values.count - 1].isFinite, end.allSatisfy(\.isFinite) else { return .diverging(growth: growth) }
    let lengths = moves.map { Self.length($0) }
    if lengths[lengths.count - 1] <= 1e-8 * max(1, Self.length(end)) { return .converged }
    guard moves.count >= 2 else { return .stillMoving }
    let ratio = lengths[lengths.count - 1] / lengths[lengths.count - 2]
    let isRising = values[values.count - 1] > values[values.count - 2]
    if ratio > 1 + 1e-6, isRising { return .diverging(growth: growth) }
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
