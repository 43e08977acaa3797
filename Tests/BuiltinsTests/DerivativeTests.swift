import Builtins
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Derivatives against those of PyTorch's autograd.
@Suite struct DerivativeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let parameters: [String]
    let body: String
    let point: [Double]
    let gradient: [Double]
    /// Row after row.
    let hessian: [Double]

    var testDescription: String { "f(\(parameters.joined(separator: ", "))) = \(body)" }
  }

  static let cases: [Case] = {
    let lines = (try? References.text("differentiation/derivatives.tsv"))?.split(separator: "\n").dropFirst() ?? []
    return lines.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      let numbers = cells[2...].map { $0.split(separator: " ").map { References.double(String($0)) } }
      let parameters = cells[0].split(separator: ",").map { String($0.drop { $0 == " " }) }
      return Case(
        parameters: parameters, body: cells[1], point: numbers[0], gradient: numbers[1], hessian: numbers[2])
    }
  }()

  @Test func `there are at least sixty functions`() {
    #expect(Self.cases.count >= 60)
    #expect(Set(Self.cases.map(\.parameters.count)) == [1, 2, 3, 4, 5])
  }

  @Test(arguments: cases)
  func `agrees with PyTorch`(_ test: Case) throws {
    var session = Session()
    try run("f(\(test.parameters.joined(separator: ", "))) = \(test.body)", &session)
    let point = test.point.map { "\($0)" }
    let gradient = try run("gradient(f, \(point.joined(separator: ", ")))", &session).flat
    #expect(agree(gradient, test.gradient), "∇f = \(gradient), not \(test.gradient)")
    if test.parameters.count == 1 {
      #expect(agree(try run("f′(\(point[0]))", &session).flat, test.gradient))
      #expect(agree(try run("f″(\(point[0]))", &session).flat, test.hessian))
    }
    for index in point.indices {
      var moved = point
      moved[index] = "t"
      try run("g(t) = gradient(f, \(moved.joined(separator: ", ")))", &session)
      let row = try run("g′(\(point[index]))", &session).flat
      let expected = Array(test.hessian[index * point.count..<(index + 1) * point.count])
      #expect(agree(row, expected), "row \(index + 1) of the second derivatives is \(row), not \(expected)")
    }
  }

  /// What backpropagation finds is what forward differentiation finds, and what the formula says.
  @Test(arguments: cases)
  func `backpropagation and formulas agree`(_ test: Case) throws {
    var session = Session()
    try run("f(\(test.parameters.joined(separator: ", "))) = \(test.body)", &session)
    let point = test.point.map { "\($0)" }.joined(separator: ", ")
    let nodes = try run("backprop f(\(point))", &session)
    guard case .object(let backpropagation) = nodes else { return }
    let values: [Value]
    switch backpropagation.field("gradient") {
    case .list(let list)?: values = list
    case .vector(let numbers)?: values = numbers.map { .number($0) }
    default: throw Failure(.type, "backprop has no gradient")
    }
    #expect(agree(values.prefix(test.point.count).flatMap(\.flat), test.gradient))
    guard test.parameters.count == 1, session.run("g = derivative f;").failure == nil else { return }
    #expect(agree(try run("g(\(point))", &session).flat, test.gradient))
  }

  @discardableResult
  private func run(_ text: String, _ session: inout Session) throws -> Value {
    let transcript = session.run(text)
    if let failure = transcript.failure { throw failure }
    return try #require(transcript.results.last?.value)
  }

  /// To 10⁻¹² relative; what is 0 outside may be rounding noise here.
  private func agree(_ found: [Double], _ expected: [Double]) -> Bool {
    let largest = expected.map(\.magnitude).max() ?? 0
    return found.count == expected.count
      && zip(found, expected).allSatisfy { ($0 - $1).magnitude <= 1e-12 * max($1.magnitude, $1 == 0 ? largest : 0) }
  }
}

extension Value {
  fileprivate var flat: [Double] {
    switch self {
    case .number(let number): [number]
    case .vector(let elements): elements
    case .matrix(let matrix): matrix.elements
    default: []
    }
  }
}
