import Language
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let sample = Builtin(
    "sample", "Draws values from a distribution or an initializer.",
    Parameter("source", .source, "a distribution, or an initializer with a shape for the size"),
    .optional(
      "size", .size, "how many values, or a shape such as [250, 100]; else a single one", aliases: ["n", "shape"]),
    .seed,
    documentation: Documentation(
      notes:
        "With seed= the values are those of NumPy's default_rng(seed). Without, they depend on the session's seed and "
        + "on the command's own text, so a line put in before changes nothing.",
      examples: [
        Example("sample normal(0, 1) 5 seed=42", gives: "[0.304717, -1.03998, 0.750451, 0.940565, -1.95104]")
      ],
      seeAlso: ["seed", "describe"],
      aliases: [
        ForeignName("randn", write: "sample normal(0, 1) n"),
        ForeignName("standard_normal", write: "sample normal(0, 1) n"),
        ForeignName("rand", write: "sample uniform(0, 1) n"), ForeignName("rvs", write: "sample d n"),
        ForeignName("default_rng", write: "sample d n seed=7"), ForeignName("manual_seed", write: "seed 7"),
      ])
  ) { (session: inout Session, source, size, seed) throws(Failure) in
    let size = size ?? .one
    try size.reserve(in: session.context.limits)
    if case .initializer(let initializer) = source, case .matrix(let rows, let columns) = size {
      let elements = try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
        try initializer.weights(KernelShape(rows: rows, columns: columns), using: &generator)
      }
      return .matrix(Matrix(rows: rows, columns: columns, elements: elements))
    }
    let distribution = try source.distribution
    let interruption = session.interruption
    let numbers = try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
      let count = Int(size.count)
      let numbers = [Double](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count, !interruption.isRequested {
          let end = min(filled + 0x10000, count)
          distribution.fill(.init(rebasing: buffer[filled..<end]), using: &generator)
          filled = end
        }
      }
      try interruption.check()
      return numbers
    }
    switch size {
    case .one: return .number(numbers[0])
    case .vector: return .vector(numbers)
    case .matrix(let rows, let columns): return .matrix(Matrix(rows: rows, columns: columns, elements: numbers))
    }
  }
}

/// How many values are drawn, and in which shape.
enum Size: Sendable {
  case one
  case vector(Int)
  case matrix(Int, Int)

  /// Throws a failure of kind `limit` where so many numbers would not fit.
  func reserve(in limits: Limits) throws(Failure) {
    switch self {
    case .one: return
    case .vector(let count): try limits.reserve(numbers: Double(count))
    case .matrix(let rows, let columns): try limits.reserve(rows: rows, columns: columns)
    }
  }

  /// As a double, since it may be more than fits anywhere.
  var count: Double {
    switch self {
    case .one: 1
    case .vector(let count): Double(count)
    case .matrix(let rows, let columns): Double(rows) * Double(columns)
    }
  }
}

extension Kind where Output == Size {
  /// `5`, `[5]` or `[250, 100]`.
  static let size = Kind("a count or a shape such as [250, 100]", .either([.count, .vector])) { (value) -> Size? in
    func whole(_ number: Double) -> Int? {
      (0...0x1p53).contains(number) ? Int(exactly: number) : nil
    }
    switch value {
    case .number(let number): return whole(number).map { .vector($0) }
    case .vector(let shape):
      let sizes = shape.compactMap(whole)
      guard sizes.count == shape.count else { return nil }
      return sizes.count == 1 ? .vector(sizes[0]) : sizes.count == 2 ? .matrix(sizes[0], sizes[1]) : nil
    default: return nil
    }
  }
}

/// What values can be drawn from.
enum Source: Sendable {
  case distribution(any Distribution)
  case initializer(any Initializer)

  /// Throws for an initializer, which needs a shape that gives its fans.
  var distribution: any Distribution {
    get throws(Failure) {
      switch self {
      case .distribution(let distribution): return distribution
      case .initializer(let initializer):
        throw Failure(
          .argument, "\(initializer.name) needs a shape [fan_in, fan_out] to draw from",
          hint: "write sample \(initializer.name) [250, 100]")
      }
    }
  }
}

extension Kind where Output == Source {
  /// A distribution or an initializer.
  static let source = Kind(
    "a distribution or an initializer", .either([.object("distribution"), .object("initializer")]),
    completion: .words(distributions.names + initializers.names)
  ) { (value) throws(Failure) in
    if let distribution = try Kind<any Distribution>.distribution.read(value) { return .distribution(distribution) }
    return try Kind<any Initializer>.initializer.read(value).map { .initializer($0) }
  }
}
