import Language
import Probability
import Vocabulary
import Workbench

extension Builtin {
  /// Draws that put things into an order or choose among them, as NumPy's `Generator` does.
  static let choices: [Builtin] = [.permutation, .shuffle, .choice, .integers]

  private static let permutation = Builtin(
    "permutation", "The whole numbers from 0 to n - 1 in a random order.",
    Parameter("n", .integer(0...100_000_000), "how many"), .seed,
    documentation: Documentation(
      notes: "With seed= it is default_rng(seed).permutation(n).",
      examples: [Example("permutation(6, seed=1)", gives: "[4, 0, 2, 1, 5, 3]")],
      seeAlso: ["shuffle", "choice"],
      aliases: ["randperm"])
  ) { (session: inout Session, count, seed) throws(Failure) in
    // The order in whole numbers, and then as a vector.
    try session.context.limits.reserve(numbers: 2 * Double(count))
    let interruption = session.interruption
    let order = try session.draw(seed: seed) { (generator: inout PCG64) in generator.permutation(count, interruption) }
    try interruption.check()
    return .vector(order.map(Double.init))
  }

  private static let shuffle = Builtin(
    "shuffle", "The elements in a random order; of a matrix, its rows.",
    Parameter("x", .value, "a vector, a matrix or a list"), .seed,
    documentation: Documentation(
      notes: "With seed= it is default_rng(seed).permutation(x).",
      examples: [Example("shuffle([10, 20, 30, 40], seed=2)", gives: "[40, 30, 10, 20]")],
      seeAlso: ["permutation"])
  ) { (session: inout Session, x, seed) throws(Failure) in
    guard let count = Row.count(of: x) else {
      throw Failure(.argument, "x must be a vector, a matrix or a list, not \(x.brief)", about: .argument("x"))
    }
    try session.context.limits.reserve(numbers: Double(count))
    let interruption = session.interruption
    let order = try session.draw(seed: seed) { (generator: inout PCG64) in generator.permutation(count, interruption) }
    try interruption.check()
    return try session.elements(order, of: x)
  }

  private static let integers = Builtin(
    "integers", "Whole numbers from low up to, but not including, high, all equally likely.",
    Parameter("low", .integer, "the least"), Parameter("high", .integer, "one more than the largest"),
    .optional("size", .size, "how many, or a shape such as [2, 3]; else a single one"), .seed,
    documentation: Documentation(
      notes: "With seed= it is default_rng(seed).integers(low, high, size).",
      examples: [Example("integers(0, 10, 8, seed=42)", gives: "[0, 7, 6, 4, 4, 8, 0, 6]")],
      seeAlso: ["choice"],
      aliases: ["randint"])
  ) { (session: inout Session, low, high, size, seed) throws(Failure) in
    let size = size ?? .one
    guard low < high, high >= -Kind<Int>.largestInteger, low >= -Kind<Int>.largestInteger else {
      throw Failure(
        .argument, "high must be a whole number > low, not \(high) with low=\(low)", about: .argument("high"))
    }
    try size.reserve(in: session.context.limits)
    try session.context.step(by: Int(size.count))
    let interruption = session.interruption
    let numbers = try session.draw(seed: seed) { (generator: inout PCG64) in
      var numbers: [Double] = []
      numbers.reserveCapacity(Int(size.count))
      while numbers.count < Int(size.count), !interruption.isRequested {
        for _ in numbers.count..<min(numbers.count + 0x10000, Int(size.count)) {
          numbers.append(Double(generator.integer(low, high)))
        }
      }
      return numbers
    }
    try interruption.check()
    return size.value(of: numbers)
  }

  private static let choice = Builtin(
    "choice", "Elements chosen at random, all equally likely or by given probabilities.",
    Parameter("from", .value, "a vector or a list, or a count: 5 stands for 0 to 4"),
    Parameter("size", .integer(0...100_000_000), "how many are chosen", default: 1, aliases: ["n"]),
    Parameter("replace", .truth, "whether an element can be chosen again", default: true),
    .optional("p", .vector, "the probability of each element; they add up to 1"), .seed,
    documentation: Documentation(
      notes: "With seed= it is default_rng(seed).choice(from, n, replace=…, p=…).",
      examples: [Example("choice([10, 20, 30], 5, seed=1)", gives: "[20, 20, 30, 30, 10]")],
      seeAlso: ["shuffle", "integers"])
  ) { (session: inout Session, from, count, replaces, probabilities, seed) throws(Failure) in
    let population = try Kind<Int>.positiveCount.read(from)
    guard let available = population ?? Row.count(of: from), available > 0 else {
      throw Failure(
        .argument, "from must be a vector, a list or a count ≥ 1, not \(from.brief)", about: .argument("from"))
    }
    guard replaces || count <= available else {
      throw Failure(
        .argument, "n must be at most \(available) without replacement, not \(count)", about: .argument("n"))
    }
    // Without replacement all that there is to choose from may have to be put into an order.
    try session.context.limits.reserve(numbers: replaces ? 2 * Double(count) : Double(available) + Double(count))
    if let probabilities {
      guard probabilities.count == available else {
        throw Failure(
          .argument, "p must have \(counted(available, "number")), not \(probabilities.count)", about: .argument("p"))
      }
      let sum = CompensatedSum.of(probabilities)
      guard probabilities.allSatisfy({ $0 >= 0 }), (sum - 1).magnitude <= 1e-8 else {
        throw Failure(
          .argument, "p must be probabilities that add up to 1, not to \(NumberStyle.standard.text(sum))",
          about: .argument("p"))
      }
      guard replaces || probabilities.count(where: { $0 > 0 }) >= count else {
        throw Failure(
          .argument, "p must have at least \(count) numbers > 0 to choose \(count) without replacement",
          about: .argument("p"))
      }
    }
    let interruption = session.interruption
    let indices = try session.draw(seed: seed) { (generator: inout PCG64) in
      probabilities.map { generator.choice(count, probabilities: $0, replacing: replaces, interruption) }
        ?? generator.choice(count, of: available, replacing: replaces, interruption)
    }
    try interruption.check()
    return population == nil ? try session.elements(indices, of: from) : .vector(indices.map(Double.init))
  }
}

extension Size {
  /// So many numbers in this shape.
  fileprivate func value(of numbers: [Double]) -> Value {
    switch self {
    case .one: .number(numbers[0])
    case .vector: .vector(numbers)
    case .matrix(let rows, let columns): .matrix(Matrix(rows: rows, columns: columns, elements: numbers))
    }
  }
}
