import ElementaryFunctions
import Vocabulary

/// One of several numbered classes.
public struct Categorical: CountingDistribution {
  /// They sum to 1 but for rounding.
  public let probabilities: [Double]
  /// For every k the probability of a class ≤ k.
  private let cumulated: [Double]
  private let choice: CumulativeWeights
  /// For every k the probability of a class > k.
  private let remaining: [Double]

  /// As many probabilities as there are classes, at least one.
  init(probabilities: [Double]) {
    self.probabilities = probabilities
    choice = CumulativeWeights(of: probabilities)
    var sum = 0.0
    let sums = probabilities.map { p in
      sum += p
      return sum
    }
    cumulated = sums.map { $0 / sum }
    var rest = 0.0
    remaining = probabilities.reversed().map { p in
      defer { rest += p }
      return rest / sum
    }.reversed()
  }

  public static let declaration = Declaration<any Distribution>(
    "categorical", "One of the classes 0, 1, 2, …, each with a probability of its own.",
    Parameter("p", .probabilities, "the probability of each class"),
    documentation: Documentation(
      formula: "P(X == k) = p[k]",
      notes: "A draw is NumPy's choice(len(p), p=p).",
      examples: [Example("P(categorical([0.2, 0.5, 0.3]) ≥ 1)", gives: "0.8")],
      seeAlso: ["bernoulli", "mixture"])
  ) { p in Categorical(probabilities: p) }

  public var name: String { "categorical" }
  public var properties: [Property] { [Property("p", .vector(probabilities))] }

  private func moment(_ order: Int, around centre: Double) -> Double {
    var sum = CompensatedSum()
    for (k, p) in probabilities.enumerated() {
      let distance = Double(k) - centre
      sum.add(p * (1..<max(1, order)).reduce(order > 0 ? distance : 1) { power, _ in power * distance })
    }
    return sum.value
  }

  public var mean: Double { moment(1, around: 0) }
  public var variance: Double { moment(2, around: mean) }
  public var skewness: Double {
    let variance = variance
    return variance > 0 ? moment(3, around: mean) / (variance * variance.squareRoot()) : .nan
  }
  public var kurtosis: Double {
    let variance = variance
    return variance > 0 ? moment(4, around: mean) / (variance * variance) - 3 : .nan
  }
  public var mode: Double? { probabilities.firstIndex(of: probabilities.max() ?? 0).map { Double($0) } }
  public var entropy: Double? {
    CompensatedSum.of(probabilities.map { $0 > 0 ? -$0 * log($0) : 0 })
  }
  /// From the first class that occurs to the last.
  public var support: ClosedRange<Double> {
    let first = probabilities.firstIndex(where: { $0 > 0 }) ?? 0
    return Double(first)...Double(probabilities.lastIndex(where: { $0 > 0 }) ?? first)
  }

  func mass(_ k: Double) -> Double { probabilities[Int(k)] }
  func atMost(_ k: Double) -> Double { cumulated[Int(k)] }
  func beyond(_ k: Double) -> Double { remaining[Int(k)] }

  /// One drawn class.
  func index(using generator: inout PCG64) -> Int { choice.index(at: generator.nextUniform()) }

  public func sample(using generator: inout PCG64) -> Double { Double(index(using: &generator)) }
}

extension Kind where Output == [Double] {
  /// Probabilities with sum 1, up to the rounding of what was typed.
  static let probabilities: Kind<[Double]> = Kind("a vector of numbers ≥ 0 with sum 1", .vector) {
    (value) throws(Failure) in
    guard case .vector(let p) = value, !p.isEmpty else { return nil }
    let text = NumberStyle.standard.text
    if let odd = p.first(where: { !($0 >= 0 && $0 <= 1) }) {
      throw Failure(.argument, "p must be probabilities from 0 to 1, not \(text(odd))", about: .argument("p"))
    }
    let sum = CompensatedSum.of(p)
    guard (sum - 1).magnitude <= 1e-8 else {
      throw Failure(
        .argument, "p must be probabilities with sum 1, not \(text(sum))", about: .argument("p"),
        hint: "divide them by their sum: v / sum(v)")
    }
    return p
  }
}
