import Language
import Networks
import Vocabulary

/// A walk downhill of a learner's function: what its numbers belong to.
struct FunctionDescent: Object {
  let function: any Function
  let names: [String]
  /// The arguments to begin with; those of all points have their shapes.
  let start: [Value]
  let descent: Descent

  var name: String { function.name }
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

  var properties: [Property] {
    let path = path
    var columns: [Property] = []
    for (index, name) in names.enumerated() {
      var row = Row()
      for point in path { row.append(point[index]) }
      columns.append(Property(name, (try? row.value()) ?? .nothing))
    }
    return columns + [Property("values", .vector(values)), Property("verdict", .text(descent.verdict.word))]
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
