import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

/// Starts that look at the data, against NumPy and by what they promise.
@Suite struct StartTests {
  private func start(_ name: String, _ number: Double? = nil) throws -> any Start {
    let declaration = try #require(starts[name])
    var groups: [[Argument]] = declaration.signature.parameters.map { _ in [] }
    if let number { groups[0] = [Argument(.number(number))] }
    return try declaration.make(Arguments(groups, for: declaration.signature))
  }

  /// Layers as `20 tanh;1 sigmoid`.
  private func architecture(_ text: String, bias: Double) throws -> Architecture {
    let biases: any Distribution = bias > 0 ? Normal(mean: 0, stddev: bias) : Constant(0)
    let layers = try text.split(separator: ";").map { part -> any Layer in
      let words = part.split(separator: " ").map(String.init)
      return DenseLayer(
        units: try #require(Int(words[0])), activation: try #require(activations[words[1]]).makeDefault(),
        initializer: nil, bias: FixedInitializer(fixed: biases))
    }
    let zeros = try #require(initializers["zeros"]).makeDefault()
    return try Architecture([InputLayer(size: 2)] + layers, initializer: zeros, memory: 1_000_000_000)
  }

  @Test func `weights are those of the papers' algorithms`() throws {
    let data = try Fixtures.circles()
    let rows = try References.rows("networks/starts.csv")
    #expect(Set(rows.map { $0[0] }) == Set(starts.names))
    for row in rows {
      let net = try architecture(row[1], bias: try #require(Double(row[2])))
      var generator = PCG64(seed: try #require(UInt64(row[4])))
      let report = try net.start(try start(row[0], try #require(Double(row[3]))), on: data, using: &generator)
      let expected = row[5...].map(References.double)
      #expect(report.weights.count == expected.count)
      for (weight, number) in zip(report.weights, expected) {
        #expect((weight - number).magnitude <= 1e-10 * max(1, number.magnitude), "\(row[0...4])")
      }
    }
  }

  @Test func `lsuv brings the variance of each layer within the tolerance`() throws {
    let net = try architecture("40 tanh;30 relu;20 sigmoid;2 linear", bias: 0)
    var generator = PCG64(seed: 9)
    let report = try net.start(try start("lsuv", 0.001), on: try Fixtures.circles(), using: &generator)
    #expect(report.rows.map(\.layer) == [1, 2, 3, 4])
    for row in report.rows { #expect((row.deviation * row.deviation - 1).magnitude < 0.001, "layer \(row.layer)") }
    #expect(report.rows.allSatisfy { $0.changes <= 2 })
  }

  @Test func `points that are all the same change nothing and are named`() throws {
    let net = try architecture("3 tanh;1 linear", bias: 0)
    let data = Dataset(
      name: "zero", features: Matrix(rows: 4, columns: 2, elements: [Double](repeating: 0, count: 8)),
      targets: Matrix(rows: 4, columns: 1, elements: [0, 0, 0, 0]), classes: nil)
    for name in starts.names {
      var generator = PCG64(seed: 1)
      let report = try net.start(try start(name), on: data, using: &generator)
      #expect(report.weights.allSatisfy(\.isFinite) && report.rows.allSatisfy { $0.changes == 0 })
      #expect(report.display.printed().text.contains("layer 1 puts out the same for every point"))
    }
  }

  @Test func `an initializer draws what a new network would`() throws {
    let net = try architecture("5 tanh;1 linear", bias: 0)
    let normal = try #require(initializers["he_normal"]).makeDefault()
    let method = try #require(try Kind<any Start>.start.read(.object(normal)))
    var (first, second) = (PCG64(seed: 3), PCG64(seed: 3))
    let report = try net.start(method, on: try Fixtures.circles(), using: &first)
    #expect(try net.replacing(initializer: normal).drawWeights(using: &second) == report.weights)
  }
}
