import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

@Suite struct ComparisonTests {
  @Test func `Welch's test is SciPy's`() throws {
    let rows = try References.rows("networks/welch.csv")
    #expect(rows.count == 6)
    for row in rows {
      let (first, second) = (try #require(Int(row[0])), try #require(Int(row[1])))
      let numbers = row[2...].map(References.double)
      let test = try #require(WelchTest(Array(numbers.prefix(first)), Array(numbers[first..<first + second])))
      let found = [test.statistic, test.degreesOfFreedom, test.probability]
      for (value, expected) in zip(found, numbers.suffix(3)) {
        #expect((value - expected).magnitude <= 1e-11 * expected.magnitude, "\(row.prefix(2)) \(value) \(expected)")
      }
    }
  }

  @Test func `Welch's test of samples that do not vary, and of none`() throws {
    #expect(WelchTest([1, 1], [2, 2])?.probability == 0)
    #expect(WelchTest([1, 1], [1, 1])?.probability == 1)
    #expect(WelchTest([1], [2, 2]) == nil)
    #expect(WelchTest([1, .nan], [2, 2]) == nil)
  }

  private func row(_ name: String, _ losses: [Double]) -> Comparison.Row {
    Comparison.Row(
      name: name,
      runs: losses.enumerated().map {
        Variation.Run(
          seed: UInt64($0.offset + 1), loss: $0.element, accuracy: 0.5, meanAbsoluteError: nil, losses: [])
      })
  }

  @Test func `the best is the one of the smallest mean, and chances are multiplied`() throws {
    let (near, best, far) = ([1.0, 1.2, 1.1], [0.9, 1.3, 0.8], [5.0, 5.1, 5.2])
    let found = Comparison(
      of: "net", [row("near", near), row("best", best), row("far", far), row("lost", [.nan, 1, 1]), row("one", [9])],
      wanted: 13)
    #expect(found.standings[1] == .best)
    #expect(found.standings[3] == .unknown && found.standings[4] == .unknown)
    let chance = try #require(WelchTest(far, best)).probability
    #expect(found.standings[2] == .worse(probability: 4 * chance))
    #expect(found.standings[0] == .worse(probability: 1))
    let text = found.display.printed().text
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains { $0.hasPrefix("far ") && $0.contains(" worse ") })
    #expect(lines.contains { $0.hasPrefix("near ") && $0.hasSuffix("not clear 1") })
    #expect(text.contains("1 of 3 runs of lost became infinite or nan"))
    #expect(!text.contains("stopped"))
  }

  @Test func `a run is what training from its seed yields`() throws {
    let glorot = try #require(initializers["glorot_uniform"]).makeDefault()
    let net = try Fixtures.architecture("tanh", "sigmoid").replacing(initializer: glorot)
    let data = try Fixtures.circles()
    var training = try Fixtures.training(
      epochs: 4, batch: 8, loss: "mse", optimizer: try Fixtures.optimizer("adam", ""))
    training.shuffles = true
    let run = try #require(try Variation("adam", net, training).run(seed: 3, on: data, interruption: Interruption()))
    var drawing = PCG64(seed: 3)
    var shuffling = PCG64(seed: 3)
    var weights = try net.drawWeights(using: &drawing)
    let history = try training.run(
      net, &weights, on: data, using: &shuffling, interruption: Interruption(), progress: nil)
    #expect(run.losses == history.losses)
    #expect(run.loss == (try net.evaluate(weights, on: data, loss: training.loss)).loss)
  }

  @Test func `an activation replaces those of hidden layers, an initializer all`() throws {
    let net = try Fixtures.architecture("tanh", "sigmoid", between: [try Fixtures.layer("batch_normalization")])
    let relu = try #require(activations["relu"]).makeDefault()
    #expect(net.replacing(hiddenActivation: relu).outline == "2 → 3 relu → batch norm → 1 sigmoid")
    let twos = net.replacing(initializer: FixedInitializer(fixed: Constant(2)))
    var generator = PCG64(seed: 0)
    let weights = try twos.drawWeights(using: &generator)
    #expect(weights == [2, 2, 2, 2, 2, 2, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 0])
  }
}
