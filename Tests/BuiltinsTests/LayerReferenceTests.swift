import Builtins
import Networks
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Networks of every kind of layer, trained for 200 steps as PyTorch does.
@Suite struct LayerReferenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let layers: String
    let functions: String
    let loss: String
    let optimizer: String
    let before: [Double]
    let after: [Double]

    var testDescription: String { "\(layers) \(optimizer)" }
  }

  static let cases: [Case] = {
    let lines = (try? References.text("networks/layers.tsv"))?.split(separator: "\n").dropFirst() ?? []
    return lines.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let numbers = cells[4...].map { $0.split(separator: " ").map { References.double(String($0)) } }
      return Case(
        layers: cells[0], functions: cells[1], loss: cells[2], optimizer: cells[3], before: numbers[0],
        after: numbers[1])
    }
  }()

  /// A layer without a reference would not be seen.
  @Test func `every layer has a reference`() {
    let words = Self.cases.flatMap { $0.layers.split { !$0.isLetter && $0 != "_" }.map(String.init) }
    #expect(Set(layers.names).subtracting(["input", "dropout"]).isSubset(of: words))
    #expect(Self.cases.count == 30)
  }

  @Test(arguments: cases)
  func `200 steps agree with PyTorch`(_ test: Case) throws {
    var session = Session()
    if !test.functions.isEmpty { #expect(session.run(test.functions).failure == nil) }
    let made = session.run("net = sequential(input(2), \(test.layers), seed=1)")
    guard case .object(let network as Network)? = made.results.last?.value else {
      Issue.record("\(made.failure?.text() ?? "")")
      return
    }
    #expect(network.architecture.parameterCount == test.before.count)
    session.networks[network].weights = test.before
    let rows = try References.rows("networks/circles.csv")
    session.context.variables["points"] = .matrix(
      Matrix(rows: 40, columns: 2, elements: rows.flatMap { [References.double($0[0]), References.double($0[1])] }))
    session.context.variables["classes"] = .vector(rows.map { Double($0[2]) ?? .nan })
    let trained = session.run(
      "data = dataset(points, classes, classes=2); "
        + "train net data epochs=40 batch_size=8 shuffle=false loss=\(test.loss) optimizer=\(test.optimizer)")
    #expect(trained.failure == nil)
    let weights = session.networks[network].weights
    for (weight, expected) in zip(weights, test.after) {
      let error = (weight - expected).magnitude / max(expected.magnitude, 1e-3)
      #expect(error <= 1e-10, "\(weight) \(expected)")
    }
    #expect(weights != test.before)
  }
}
