import Probability
import Vocabulary

extension Builtin {
  static let sum = Builtin(
    "sum", "The sum of a vector's elements, or of n independent draws from a distribution.",
    Parameter("x", .value, "a vector, a matrix or a distribution"),
    .optional("n", .positiveCount, "how many independent draws are added"),
    notes: "sum(N, 250) adds 250 independent draws; 250 × N is one draw, scaled. Their variances differ.",
    examples: [Example("sum(normal(0, 1), 250)", gives: "normal(mean=0, stddev=15.8114)")], seeAlso: ["mean", "var"]
  ) { (session: inout Session, x, n) throws(Failure) in
    switch try Numbers(x) {
    case .numbers(let elements) where n == nil:
      var sum = CompensatedSum()
      for element in elements { sum.add(element) }
      return .number(sum.value)
    case .distribution(let distribution):
      guard let n else {
        throw Failure(.argument, "sum of a distribution needs n: how many draws", hint: "write sum(d, n)")
      }
      if let sum = try distribution.sumOfIndependent(n) { return .object(sum) }
      throw Failure(
        .type, "the sum of \(n) draws from \(distribution.name) has no closed form",
        hint: "for large n it is near normal(\(n) × mean(d), √\(n) × std(d))")
    default:
      throw Failure(.argument, "n belongs to the sum of a distribution, not of \(x.brief)")
    }
  }

  static let length = Builtin(
    "length", "How many elements a vector or list has; of a matrix, how many rows.",
    Parameter("x", .value, "a vector, a matrix or a list"), examples: [Example("length(1..10)", gives: "10")]
  ) { (session: inout Session, x) throws(Failure) in
    switch x {
    case .vector(let elements): return .number(Double(elements.count))
    case .matrix(let matrix): return .number(Double(matrix.rows))
    case .list(let values): return .number(Double(values.count))
    default: throw Failure(.argument, "x must be a vector, a matrix or a list, not \(x.brief)")
    }
  }
}

/// What has a mean: numbers, or a distribution.
enum Numbers {
  case numbers([Double])
  case distribution(any Distribution)

  /// Throws a failure of kind `argument` for anything else.
  init(_ value: Value) throws(Failure) {
    switch value {
    case .number(let number): self = .numbers([number])
    case .vector(let elements): self = .numbers(elements)
    case .matrix(let matrix): self = .numbers(matrix.elements)
    default:
      guard let distribution = try Kind<any Distribution>.distribution.read(value) else {
        throw Failure(.argument, "a vector, a matrix or a distribution is wanted, not \(value.brief)")
      }
      self = .distribution(distribution)
    }
  }
}
