import Language
import Vocabulary
import Workbench

extension Builtin {
  static let concatenate = Builtin(
    "concatenate", "Vectors one after the other, or matrices one below the other or side by side.",
    .rest("parts", .value, "numbers, vectors, or matrices that fit", atLeast: 1),
    .optional("axis", .axis, "of matrices: 0, which is the default, puts them below each other, 1 side by side"),
    documentation: Documentation(
      notes:
        "Among matrices a vector is a row, with axis=1 a column; with axis=1 vectors alone are columns too. Numbers join "
        + "vectors only.",
      examples: [
        Example("concatenate([1, 2], 3, [4])", gives: "[1, 2, 3, 4]"),
        Example(
          "x = [0.5, 2]; concatenate([1, 1], x, x², axis=1)",
          gives: """
            [0.5, 2]
            [[1, 0.5, 0.25],
             [1,   2,    4]]
            """),
      ],
      seeAlso: ["reshape", "transpose"],
      aliases: [
        "vstack", "cat", "rbind",
        ForeignName("hstack", instead: "side by side", write: "concatenate(m, m, axis=1)"),
        ForeignName("column_stack", instead: "side by side", write: "concatenate(v, w, axis=1)"),
        ForeignName("cbind", in: .r, instead: "side by side", write: "concatenate(v, w, axis=1)"),
      ]),
    derivative: .own
  ) { (session: inout Session, parts, axis) throws(Failure) in
    let parts = parts.map(\.countingTruths)
    for part in parts {
      if try Kind<Value>.numbers.read(part.primal) != nil { continue }
      throw Failure(
        .argument, "parts must be numbers, vectors or matrices, not \(part.brief)", about: .argument("parts"))
    }
    if parts.count == 1, case .matrix(let matrix) = parts[0].primal {
      throw Failure(
        .argument, "there is nothing to join to \(Value.matrix(matrix).noun)", about: .argument("parts"),
        hint: "the parts are arguments of their own, as in concatenate(v, w)")
    }
    try session.context.limits.reserve(numbers: parts.reduce(0) { $0 + Double($1.primal.elements.count) })
    return axis == 1 ? try Joining.besideEachOther(parts) : try Joining.belowEachOther(parts)
  }
}

/// How vectors and matrices are put together; they may carry derivatives.
private enum Joining {
  /// Vectors in a row, or matrices and rows below each other.
  static func belowEachOther(_ parts: [Value]) throws(Failure) -> Value {
    let width = parts.lazy.compactMap { matrix(in: $0)?.columns }.first
    if let width {
      for part in parts {
        switch part.primal {
        case .matrix(let matrix) where matrix.columns == width: continue
        case .vector(let row) where row.count == width: continue
        default:
          throw Failure(
            .argument, "\(part.noun) does not fit below a matrix with \(counted(width, "column"))",
            hint: "side by side they are joined with axis=1")
        }
      }
    }
    if parts.allSatisfy({ $0.level == 0 }) {
      let elements = parts.flatMap(\.elements)
      guard let width else { return .vector(elements) }
      let rows = parts.reduce(0) { $0 + (matrix(in: $1)?.rows ?? 1) }
      return .matrix(Matrix(rows: rows, columns: width, elements: elements))
    }
    var row = Row()
    for part in parts {
      if case .vector = part.primal, width != nil {
        row.append(part)
      } else if let count = Row.count(of: part) {
        for index in 0..<count { row.append(Row.element(index, of: part)) }
      } else {
        row.append(part)
      }
    }
    return try row.value()
  }

  /// Matrices and columns side by side.
  static func besideEachOther(_ parts: [Value]) throws(Failure) -> Value {
    guard let height = parts.lazy.compactMap({ Row.count(of: $0) }).first else {
      return try belowEachOther(parts)
    }
    for part in parts where Row.count(of: part) != height {
      throw Failure(
        .argument, "\(part.noun) does not fit beside \(counted(height, "row"))",
        hint: "a vector is a column here and needs as many numbers")
    }
    if parts.allSatisfy({ $0.level == 0 }) {
      let width = parts.reduce(0) { $0 + (matrix(in: $1)?.columns ?? 1) }
      var elements: [Double] = []
      elements.reserveCapacity(height * width)
      for index in 0..<height {
        for part in parts {
          if case .matrix(let matrix) = part {
            elements += matrix.row(index)
          } else {
            elements.append(part.elements[index])
          }
        }
      }
      return .matrix(Matrix(rows: height, columns: width, elements: elements))
    }
    var rows = Row()
    for index in 0..<height {
      rows.append(try belowEachOther(parts.map { Row.element(index, of: $0) }))
    }
    return try rows.value()
  }

  private static func matrix(in value: Value) -> Matrix? {
    if case .matrix(let matrix) = value.primal { matrix } else { nil }
  }
}
