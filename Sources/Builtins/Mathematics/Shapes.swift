import Language
import Vocabulary
import Workbench

extension Builtin {
  static let linspace = Builtin(
    "linspace", "Numbers at equal distances, both ends included.",
    Parameter("start", .value, "the first number"), Parameter("stop", .value, "the last number"),
    Parameter("n", .count, "how many", default: 50),
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
    let step = (last - first) / Double(max(1, n - 1))
    let interruption = session.interruption
    let numbers = [Double](unsafeUninitializedCapacity: n) { numbers, filled in
      while filled < n, !interruption.isRequested {
        for index in filled..<min(n, filled + 1 << 16) {
          numbers[index] = n > 1 && index == n - 1 ? last : first + step * Double(index)
          filled = index + 1
        }
      }
    }
    try interruption.check()
    return .vector(numbers)
  }

  static let transpose = Builtin(
    "transpose", "Rows and columns exchanged.", Parameter("m", .numbers, "a matrix"),
    documentation: Documentation(
      examples: [Example("shape(transpose([[1, 2, 3], [4, 5, 6]]))", gives: "[3, 2]")]), derivative: .linear
  ) { (session: inout Session, m) in
    if case .matrix(let matrix) = m { .matrix(matrix.transposed) } else { m }
  }

  static let flatten = Builtin(
    "flatten", "The numbers of a matrix as one vector, row after row.", Parameter("m", .numbers, "a matrix"),
    documentation: Documentation(
      examples: [Example("flatten([[1, 2], [3, 4]])", gives: "[1, 2, 3, 4]")],
      seeAlso: ["reshape"],
      aliases: ["ravel"]),
    derivative: .linear
  ) { (session: inout Session, m) in .vector(m.elements) }

  static let reshape = Builtin(
    "reshape", "The numbers in another shape, row after row.", Parameter("x", .numbers, "a vector or a matrix"),
    Parameter("shape", .vector, "such as [2, 3]"),
    documentation: Documentation(
      examples: [
        Example(
          "reshape(1..6, [2, 3])",
          gives: """
            [[1, 2, 3],
             [4, 5, 6]]
            """)
      ],
      seeAlso: ["flatten"],
      aliases: ["view"]), derivative: .linear
  ) { (session: inout Session, x, shape) throws(Failure) in
    let elements = x.elements
    if shape.count == 2, let rows = Int(exactly: shape[0]), let columns = Int(exactly: shape[1]), rows >= 0,
      columns >= 0
    {
      try session.context.limits.reserve(rows: rows, columns: columns)
    }
    let sizes = shape.compactMap { Int(exactly: $0) }
    let fits =
      sizes.count == shape.count && sizes.allSatisfy { $0 >= 0 }
      && sizes.reduce(1.0) { $0 * Double($1) } == Double(elements.count)
    guard fits, (1...2).contains(sizes.count) else {
      throw Failure(
        .argument,
        "\(counted(elements.count, "number")) cannot be put into the shape \(Value.vector(shape).display.printed().text)"
      )
    }
    return sizes.count == 1
      ? .vector(elements) : .matrix(Matrix(rows: sizes[0], columns: sizes[1], elements: elements))
  }

  static let concatenate = Builtin(
    "concatenate", "Vectors one after the other, or matrices one below the other.",
    .rest("parts", .numbers, "numbers, vectors, or matrices of equal width", atLeast: 1),
    documentation: Documentation(
      examples: [Example("concatenate([1, 2], 3, [4])", gives: "[1, 2, 3, 4]")],
      aliases: [
        "vstack", "cat",
        ForeignName(
          "hstack", instead: "side by side by way of the transposes",
          write: "transpose(concatenate(transpose(m), transpose(m)))"),
      ])
  ) { (session: inout Session, parts) throws(Failure) in
    let elements = parts.flatMap(\.elements)
    try session.context.limits.reserve(numbers: Double(elements.count))
    let widths = parts.compactMap { part -> Int? in if case .matrix(let matrix) = part { matrix.columns } else { nil } }
    guard let width = widths.first else { return .vector(elements) }
    for part in parts {
      if case .matrix(let matrix) = part, matrix.columns == width { continue }
      if case .vector(let row) = part, row.count == width { continue }
      throw Failure(.argument, "\(part.noun) does not fit below a matrix with \(counted(width, "column"))")
    }
    return .matrix(Matrix(rows: width == 0 ? 0 : elements.count / width, columns: width, elements: elements))
  }
}
