import Language
import Vocabulary
import Workbench

extension Builtin {
  static let linspace = Builtin(
    "linspace", "Numbers at equal distances, both ends included.",
    Parameter("start", .value, "the first number"), Parameter("stop", .value, "the last number"),
    Parameter("n", .count, "how many", default: 50, aliases: ["num"]),
    documentation: Documentation(
      examples: [Example("linspace(0, 1, 5)", gives: "[0, 0.25, 0.5, 0.75, 1]")]),
    derivative: .formula("[start + (stop - start) × place / (n - 1) for place in 0..n - 1]")
  ) { (session: inout Session, start, stop, n) throws(Failure) in
    guard let first = start.number, let last = stop.number else {
      throw Failure(
        .argument, "start and stop must be numbers, not \(start.brief) and \(stop.brief)", about: .argument("start"))
    }
    try session.context.limits.reserve(numbers: Double(n))
    try session.context.step(by: n)
    let gaps = Double(max(1, n - 1))
    let isWide = !(last - first).isFinite && first.isFinite && last.isFinite
    let step = isWide ? last / gaps - first / gaps : (last - first) / gaps
    let interruption = session.interruption
    let numbers = [Double](unsafeUninitializedCapacity: n) { numbers, filled in
      while filled < n, !interruption.isRequested {
        for index in filled..<min(n, filled + 1 << 16) {
          // Of ends whose distance is no number each half begins at its own.
          numbers[index] =
            n > 1 && index == n - 1
            ? last
            : isWide && 2 * index > n - 1 ? last - step * Double(n - 1 - index) : first + step * Double(index)
          filled = index + 1
        }
      }
    }
    try interruption.check()
    return .vector(numbers)
  }

  static let transpose = Builtin(
    "transpose", "Rows and columns exchanged.", Parameter("x", .numbers, "a matrix", aliases: ["m"]),
    documentation: Documentation(
      examples: [Example("shape(transpose([[1, 2, 3], [4, 5, 6]]))", gives: "[3, 2]")]), derivative: .linear
  ) { (session: inout Session, m) in
    if case .matrix(let matrix) = m { .matrix(matrix.transposed) } else { m }
  }

  static let flatten = Builtin(
    "flatten", "The numbers of a matrix as one vector, row after row.",
    Parameter("x", .numbers, "a matrix", aliases: ["m"]),
    documentation: Documentation(
      examples: [Example("flatten([[1, 2], [3, 4]])", gives: "[1, 2, 3, 4]")],
      seeAlso: ["reshape"],
      aliases: ["ravel"]),
    derivative: .linear
  ) { (session: inout Session, m) in .vector(m.elements) }

  static let reshape = Builtin(
    "reshape", "The numbers in another shape, row after row.", Parameter("x", .numbers, "a vector or a matrix"),
    Parameter("shape", .numbers, "such as [2, 3]; one of the two may be -1, which stands for as many as are needed"),
    documentation: Documentation(
      examples: [
        Example(
          "reshape(1..6, [2, 3])",
          gives: """
            [[1, 2, 3],
             [4, 5, 6]]
            """),
        Example("shape(reshape(1..12, [4, -1]))", gives: "[4, 3]"),
      ],
      seeAlso: ["flatten", "concatenate"],
      aliases: ["view"]), derivative: .linear
  ) { (session: inout Session, x, shape) throws(Failure) in
    let elements = x.elements
    let wanted = shape.elements
    var sizes = wanted.compactMap { Int(exactly: $0) }
    let known = sizes.filter { $0 != -1 }
    if sizes.count - known.count == 1, sizes.count == wanted.count, let part = known.first ?? Optional(1), part > 0,
      elements.count % part == 0
    {
      sizes = sizes.map { $0 == -1 ? elements.count / part : $0 }
    }
    if sizes.count == 2, sizes.allSatisfy({ $0 >= 0 }) {
      try session.context.limits.reserve(rows: sizes[0], columns: sizes[1])
    }
    let fits =
      sizes.count == wanted.count && sizes.allSatisfy { $0 >= 0 }
      && sizes.reduce(1.0) { $0 * Double($1) } == Double(elements.count)
    guard fits, (1...2).contains(sizes.count) else {
      throw Failure(
        .argument,
        "\(counted(elements.count, "number")) cannot be put into the shape \(shape.display.printed().text)",
        about: .argument("shape"))
    }
    return sizes.count == 1
      ? .vector(elements) : .matrix(Matrix(rows: sizes[0], columns: sizes[1], elements: elements))
  }
}
