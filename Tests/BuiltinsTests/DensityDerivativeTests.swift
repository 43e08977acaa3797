import Builtins
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Derivatives of densities, probabilities and losses in the learner's functions, against torch.distributions and autograd.
@Suite struct DensityDerivativeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let parameters: [String]
    let body: String
    let point: [Double]
    let value: Double
    let gradient: [Double]
    /// Row after row.
    let hessian: [Double]

    var testDescription: String { "f(\(parameters.joined(separator: ", "))) = \(body)" }
  }

  static let cases: [Case] = {
    let lines = (try? References.text("differentiation/densities.tsv"))?.split(separator: "\n").dropFirst() ?? []
    return lines.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      let numbers = cells[2...].map { $0.split(separator: " ").map { References.double(String($0)) } }
      return Case(
        parameters: cells[0].split(separator: ",").map { String($0.drop { $0 == " " }) }, body: cells[1],
        point: numbers[0], value: numbers[1][0], gradient: numbers[2], hessian: numbers[3])
    }
  }()

  /// Every distribution that says how it changes, and every loss.
  @Test func `all are there`() {
    let words = Set(Self.cases.flatMap { $0.body.split { !$0.isLetter && $0 != "_" }.map(String.init) })
    let declared = BuiltinTable.standard.all.map(\.signature).filter { signature in
      if case .thing = signature.derivative { true } else { signature.documentation.topic == "losses" }
    }
    #expect(declared.count > 20)
    for signature in declared { #expect(words.contains(signature.name), "\(signature.name)") }
  }

  @Test(arguments: cases)
  func `agrees with PyTorch`(_ test: Case) throws {
    var session = Session()
    let names = test.parameters.joined(separator: ", ")
    try run("f(\(names)) = \(test.body)", &session)
    let point = test.point.map { "\($0)" }
    #expect(agree(try run("f(\(point.joined(separator: ", ")))", &session), [test.value]))
    #expect(agree(try run("gradient(f, \(point.joined(separator: ", ")))", &session), test.gradient))
    for index in point.indices {
      var moved = point
      moved[index] = "t"
      try run("g(t) = gradient(f, \(moved.joined(separator: ", ")))", &session)
      let row = try run("g′(\(point[index]))", &session)
      let expected = Array(test.hessian[index * point.count..<(index + 1) * point.count])
      #expect(agree(row, expected), "row \(index + 1) of the second derivatives is \(row), not \(expected)")
    }
    // What backpropagation finds is what forward differentiation finds.
    guard case .object(let nodes)? = session.run("backprop f(\(point.joined(separator: ", ")))").results.last?.value
    else { return }
    guard case .list(let values)? = nodes.properties.first(where: { $0.name == "gradients" })?.value else { return }
    #expect(agree(values.prefix(point.count).compactMap(\.number), test.gradient))
  }

  @discardableResult
  private func run(_ text: String, _ session: inout Session) throws -> [Double] {
    let transcript = session.run(text)
    if let failure = transcript.failure { throw failure }
    switch try #require(transcript.results.last?.value) {
    case .number(let number): return [number]
    case .vector(let elements): return elements
    default: return []
    }
  }

  /// To 10⁻¹¹ relative, as the functions of both round; what is 0 outside may be rounding noise here.
  private func agree(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { ($0 - $1).magnitude <= 1e-11 * max(1e-2, $1.magnitude) }
  }
}
