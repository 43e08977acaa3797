import Builtins
import Testing
import TestSupport
import Vocabulary
import Workbench

/// Derivatives at kinks and at the edges of domains are PyTorch's subgradients, and nan outside a function's domain.
@Suite struct KinkTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let function: String
    let point: String
    let slopes: [Double]
    var testDescription: String { "\(function) at \(point)" }
  }

  static let rows: [Row] = {
    let lines = ((try? References.text("differentiation/kinks.csv")) ?? "").split(separator: "\n").dropFirst()
    return lines.map { line in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let point = cells[1].split(separator: " ").joined(separator: ", ")
      return Row(
        function: cells[0], point: cells[1].contains(" ") ? "[\(point)]" : point,
        slopes: cells[2].split(separator: " ").map { Double($0) ?? .infinity })
    }
  }()

  @Test func `there are rows`() { #expect(Self.rows.count > 500) }

  @Test(arguments: rows)
  func `as PyTorch has it`(_ row: Row) throws {
    // The derivative of one variable, the gradient, and the program that a loop makes of it.
    let isNumber = row.slopes.count == 1 && !row.point.hasPrefix("[")
    let forms =
      isNumber
      ? [
        "f′(\(row.point))", "gradient(f, \(row.point))",
        "map(f′, [\(Array(repeating: row.point, count: 9).joined(separator: ", "))])[0]",
      ]
      : ["gradient(f, \(row.point))"]
    for form in forms {
      var session = Session()
      #expect(session.run("f(x) = \(row.function);").failure == nil)
      let transcript = session.run(form)
      let value = try #require(transcript.results.last?.value, "\(form): \(transcript.failure?.message ?? "")")
      let slopes: [Double] =
        switch value {
        case .number(let number): [number]
        case .vector(let numbers): numbers
        default: []
        }
      #expect(slopes.count == row.slopes.count)
      for (slope, expected) in zip(slopes, row.slopes) {
        #expect(
          slope == expected || (slope.isNaN && expected.isNaN)
            || (slope - expected).magnitude <= 1e-9 * expected.magnitude,
          "\(form) is \(slopes), PyTorch's \(row.slopes)")
      }
    }
  }
}
