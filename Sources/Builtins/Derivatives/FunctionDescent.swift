import Language
import Networks
import Vocabulary

/// A walk downhill of a learner's function: what its numbers belong to.
struct FunctionDescent: Record {
  let function: any Function
  let names: [String]
  /// The arguments to begin with; those of all points have their shapes.
  let start: [Value]
  let descent: Descent

  var name: String { (function as? UserFunction)?.callee ?? function.name }
  var kind: String { "descent" }

  /// The function's value at each of the points.
  var values: [Double] { descent.values }

  /// The points, the start included.
  var path: [[Value]] { descent.path.map { Self.arguments($0, like: start) } }

  /// Numbers one after another as arguments of given shapes; what is not made of numbers stays what it is.
  static func arguments(_ numbers: [Double], like start: [Value]) -> [Value] {
    var rest = numbers[...]
    return start.map { value in
      let own = Array(rest.prefix(value.elements.count))
      rest = rest.dropFirst(own.count)
      switch value {
      case .number: return .number(own[0])
      case .vector: return .vector(own)
      case .matrix(let matrix): return .matrix(Matrix(rows: matrix.rows, columns: matrix.columns, elements: own))
      default: return value
      }
    }
  }

  static let fields: [Field<FunctionDescent>] = [
    Field("step", "the numbers of the steps, from 0 at the start") { Array($0.values.indices) },
    Field("path", "the points, the start included: a vector, or a matrix with a row for each point") { $0.points },
    Field("values", "the function's value at each of them") { $0.values },
    Field("point", "where it ends: a number, or a vector with all variables", aliases: ["x", "end"]) { $0.end },
    Field("value", "the function's value there", aliases: ["fun", "loss"]) { $0.values[$0.values.count - 1] },
    Field("steps", "how many steps were taken", aliases: ["nit"]) { $0.values.count - 1 },
    Field("verdict", "converged, still moving, oscillating or diverging") { $0.descent.verdict.word },
    Field("growth", "by what the increases of the function grow a step", only: "where it diverges") {
      if case .diverging(let growth) = $0.descent.verdict { growth } else { nil }
    },
  ]

  /// What each variable goes through.
  var ownFields: [Property] {
    let path = path
    return names.indices.map { index in
      var row = Row()
      for point in path { row.append(point[index]) }
      return Property(names[index], (try? row.value()) ?? .nothing)
    }
  }

  private var points: Value {
    descent.path[0].count == 1 ? .vector(descent.path.map { $0[0] }) : [[Double]].Element.value(of: descent.path)
  }

  private var end: Value {
    let end = descent.path[descent.path.count - 1]
    return end.count == 1 ? .number(end[0]) : .vector(end)
  }

  var display: Display {
    let last = Self.arguments(descent.path[descent.path.count - 1], like: start)
    let place = zip(names, last).map { "\($0) = \($1.display)" as Display }.joined(separator: ", ")
    let value: Display = "\(name)(\(names.joined(separator: ", "))) = \(values[values.count - 1])"
    let end: Display = place + ", " + value + " after \(counted(values.count - 1, "step"))"
    return descent.verdict.display.map { end + ": " + $0 } ?? end
  }
}

extension Descent.Verdict {
  fileprivate var word: String {
    switch self {
    case .converged: "converged"
    case .stillMoving: "still moving"
    case .oscillating: "oscillating"
    case .diverging: "diverging"
    }
  }

  /// Nil where there is nothing to say.
  fileprivate var display: Display? {
    switch self {
    case .stillMoving: nil
    case .converged, .oscillating: Display(word)
    case .diverging(let growth): growth.isFinite ? "diverging, " + Display(factor: growth) + " a step" : "diverging"
    }
  }
}
