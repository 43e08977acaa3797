import Probability
import TestSupport
import Testing
import Vocabulary

/// A distribution of the reference file with what others find for it.
struct DistributionCase: Sendable, CustomTestStringConvertible {
  struct Row: Sendable {
    let function: String
    let arguments: [Double]
    let result: Double
  }

  let name: String
  let parameters: [Double]
  var rows: [Row] = []

  var testDescription: String { "\(name)\(parameters)" }

  /// Made as a command would make it.
  func distribution() throws -> any Distribution {
    let declaration = try #require(distributions[name])
    let values: [Value]
    switch name {
    case "categorical": values = [.vector(parameters)]
    case "mixture":
      // Of normals: probability, mean, stddev, probability, mean, stddev …
      let parts = stride(from: 0, to: parameters.count, by: 3).map { Array(parameters[$0..<$0 + 3]) }
      values = [.list(parts.map { .object(Normal(mean: $0[1], stddev: $0[2])) }), .vector(parts.map { $0[0] })]
    default: values = parameters.map { .number($0) }
    }
    return try declaration.make(Arguments(values.map { [Argument($0)] }, for: declaration.signature))
  }

  /// Where the reference knows the cumulative distribution function.
  var points: [Double] { rows.filter { $0.function == "cdf" }.map { $0.arguments[0] } }

  static let all: [DistributionCase] = {
    var cases: [DistributionCase] = []
    for row in (try? References.rows("distributions/distributions.csv")) ?? [] {
      let parameters = numbers(row[1])
      if cases.last?.name != row[0] || cases.last?.parameters != parameters {
        cases.append(DistributionCase(name: row[0], parameters: parameters))
      }
      cases[cases.count - 1].rows.append(
        Row(function: row[2], arguments: numbers(row[3]), result: References.double(row[4])))
    }
    return cases
  }()

  private static func numbers(_ bits: String) -> [Double] {
    bits.split(separator: " ").map { References.double(String($0)) }
  }
}
