import Language
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let sum = Builtin(
    "sum", "The sum of a vector's elements, or of n independent draws from a distribution.",
    Parameter("x", .numbersOrDistribution, "what is added up"),
    .optional("n", .count, "how many independent draws are added; of numbers the axis, 0 or 1"), .axis,
    documentation: Documentation(
      notes:
        "sum(N, 250) adds 250 new, independent draws; 250 × N is one draw, scaled, as N + N is 2 × N. Their variances "
        + "differ. Where the sum has no closed form its mean, variance and draws are exact, its pdf and cdf are computed "
        + "to 10⁻⁹, and its tails end at about 10⁻¹⁶.",
      examples: [Example("sum(normal(0, 1), 250)", gives: "normal(mean=0, stddev=15.8114)")],
      seeAlso: ["mean", "var"]),
    derivative: .linear
  ) { (session: inout Session, x, n, axis) throws(Failure) in
    if case .truths(let truths) = x, axis == nil, n == nil {
      try session.context.step(by: truths.elements.count)
      return .number(Double(truths.count))
    }
    switch try Numbers(x) {
    case .numbers(let numbers) where n == nil || (n ?? 2 < 2 && axis == nil):
      try session.context.step(by: numbers.elements.count)
      return try numbers.reduced(along: axis ?? n) { CompensatedSum.of($0) }
    case .distribution where n == 0:
      throw Failure(.argument, "n must be a whole number ≥ 1, not 0", about: .argument("n"))
    case .distribution(let distribution):
      guard let n else {
        throw Failure(
          .argument, "sum of a distribution needs n: how many draws", about: .argument("x"),
          hint: "give how many, as in sum(normal(0, 1), 12)")
      }
      return .object(RandomVariable(try distribution.sum(ofDraws: n)))
    default:
      throw Failure(
        .argument, "n belongs to the sum of a distribution, not of \(x.brief)", about: .argument("n"),
        hint: "the sums of a matrix's columns are sum(m, 0), of its rows sum(m, 1), of some numbers sum([1, 2, 3])")
    }
  }.on(numbers: .sum)

  static let prod = Builtin(
    "prod", "The product of a vector's elements.", Parameter("x", .value, "a vector or a matrix"), .axis,
    documentation: Documentation(
      examples: [Example("prod(1..5)", gives: "120")],
      seeAlso: ["sum", "chain"]), derivative: .own
  ) { (session: inout Session, x, axis) throws(Failure) in
    if let numbers = try Kind<Value>.numbers.read(x) {
      try session.context.step(by: numbers.elements.count)
      return try numbers.reduced(along: axis, by: productInRange)
    }
    guard axis == nil, let count = Row.count(of: x) else {
      throw Failure(.argument, "x must be a vector or a matrix, not \(x.brief)", about: .argument("x"))
    }
    var product = Value.number(1)
    for index in 0..<count {
      product = try Arithmetic.apply(.multiply, product, Row.element(index, of: x), limits: session.context.limits)
    }
    return product
  }

  /// In their order; neither too large nor too small on the way where the whole is not.
  private static func productInRange(of numbers: [Double]) -> Double {
    var (product, exponent) = (1.0, 0)
    for number in numbers {
      let next = product * number
      guard next.isFinite, next.magnitude < 0x1p500, next.magnitude > 0x1p-500 else {
        guard number.isFinite, number != 0, product.isFinite, product != 0 else {
          (product, exponent) = (next, 0); continue
        }
        exponent += Int(product.exponent) + Int(number.exponent)
        product = product.timesTwo(to: -Int(product.exponent)) * number.timesTwo(to: -Int(number.exponent))
        continue
      }
      product = next
    }
    return product.timesTwo(to: exponent)
  }

  static let length = Builtin(
    "length", "How many elements a vector or list has; of a matrix, how many rows.",
    Parameter("x", .value, "a vector, a matrix or a list"),
    documentation: Documentation(
      examples: [Example("length(1..10)", gives: "10")],
      seeAlso: ["shape"],
      aliases: ["len"]), derivative: .constant
  ) { (session: inout Session, x) throws(Failure) in
    guard let count = Row.count(of: x) else {
      throw Failure(.argument, "x must be a vector, a matrix or a list, not \(x.brief)", about: .argument("x"))
    }
    return .number(Double(count))
  }

  static let size = Builtin(
    "size", "How many numbers a vector or matrix has.", Parameter("x", .numbers, "a vector or a matrix"),
    documentation: Documentation(
      examples: [Example("size([[1, 2], [3, 4]])", gives: "4")],
      seeAlso: ["shape", "length"],
      aliases: ["numel"]),
    derivative: .constant
  ) { (session: inout Session, x) in .number(Double(x.elements.count)) }

  static let shape = Builtin(
    "shape", "The length of a vector, or the rows and columns of a matrix.",
    Parameter("x", .numbers, "a vector or a matrix"),
    documentation: Documentation(
      examples: [Example("shape([[1, 2, 3], [4, 5, 6]])", gives: "[2, 3]")],
      seeAlso: ["length", "size"]),
    derivative: .constant
  ) { (session: inout Session, x) in
    switch x {
    case .matrix(let matrix): .vector([Double(matrix.rows), Double(matrix.columns)])
    case .vector(let elements): .vector([Double(elements.count)])
    default: .vector([])
    }
  }
}
