import Language
import Vocabulary
import Workbench

extension Builtin {
  static let correlation = Builtin(
    "correlation", "How nearly two vectors lie on one rising line (1) or falling line (-1).",
    Parameter("x", .vector, "a vector"), Parameter("y", .vector, "a vector of the same length"),
    documentation: Documentation(
      formula: "correlation(x, y) = mean((x - mean(x)) × (y - mean(y))) / (std(x) × std(y))",
      source: "Pearson 1895",
      examples: [Example("correlation([1, 2, 3], [2, 4, 7])", gives: "0.993399")],
      seeAlso: ["std"],
      aliases: [ForeignName("corrcoef", write: "correlation(v, w)")]),
    derivative: .formula("mean((x - mean(x)) × (y - mean(y))) / (std(x) × std(y))")
  ) { (session: inout Session, x, y) throws(Failure) in
    guard x.count == y.count else {
      throw Failure(.argument, "x and y must be of one length, not \(x.count) and \(y.count)", about: .argument("x"))
    }
    try session.context.step(by: x.count)
    let (first, second) = (Moments(of: x), Moments(of: y))
    var products = CompensatedSum()
    for (a, b) in zip(x, y) { products.add((a - first.mean) * (b - second.mean)) }
    let covariance = products.value / Double(x.count)
    return .number(covariance / (first.standardDeviation * second.standardDeviation))
  }
}
