import Networks
import Probability
import Testing
import Vocabulary

@Suite struct WatchTests {
  private func history(
    _ watch: Watch?, epochs: Int = 5, patience: Int? = nil, rate: String = "0.1"
  ) throws -> (history: History, weights: [Double]) {
    let net = try Fixtures.architecture("tanh", "sigmoid", between: [try Fixtures.layer("dropout", 0.3)])
    var generator = PCG64(seed: 5)
    var weights = (0..<net.parameterCount).map { _ in generator.standardNormal() }
    var training = try Fixtures.training(
      epochs: epochs, batch: 8, loss: "mse", optimizer: try Fixtures.optimizer("adam", "learning_rate=\(rate)"))
    (training.watch, training.patience) = (watch, patience)
    return (try training.run(net, &weights, on: try Fixtures.circles()), weights)
  }

  @Test(arguments: Watch.allCases)
  func `looking on changes nothing`(_ watch: Watch) throws {
    let (plain, watched) = (try history(nil), try history(watch))
    #expect(plain.weights.map(\.bitPattern) == watched.weights.map(\.bitPattern))
    #expect(plain.history.losses == watched.history.losses)
    #expect(watched.history.watched.keys.sorted() == [1, 2, 5])
  }

  @Test func `what is shown is what the instrument says of the weights reached`() throws {
    let (history, weights) = try history(.inspect)
    let net = try Fixtures.architecture("tanh", "sigmoid", between: [try Fixtures.layer("dropout", 0.3)])
    let inspection = try net.inspect(
      weights, on: try Fixtures.circles(), loss: try #require(losses["mse"]).makeDefault(), learningRate: 0)
    let numbers = try #require(history.watched[5]).compactMap(\.number)
    #expect(numbers == [inspection.rows[0].delta, inspection.rows[2].delta, inspection.rows[0].saturated, 0])
    let table = history.display.printed().text.lines
    #expect(table.count == 4)
    let titles = table[0].split(separator: " ").joined(separator: " ")
    #expect(titles.hasSuffix("‖∂L/∂z‖ 1 ‖∂L/∂z‖ 3 saturated dead verdict"))
    #expect(table[3].hasSuffix(inspection.diagnoses[0].condition.rawValue))
  }

  @Test func `the epoch in which patience ends is looked at too`() throws {
    let (history, _) = try history(.symmetry, epochs: 400, patience: 3, rate: "0.5")
    guard case .noLongerBetter(let epoch, _) = history.ending else {
      Issue.record("it went on")
      return
    }
    #expect(history.watched[epoch] != nil)
    #expect(history.watched.keys.allSatisfy { $0 <= epoch })
  }
}
