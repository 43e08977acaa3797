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
    (training.watch, training.patience) = (watch.map { [$0] } ?? [], patience)
    return (try training.run(net, &weights, on: try Fixtures.circles()), weights)
  }

  @Test(arguments: Watch.allCases)
  func `looking on changes nothing`(_ watch: Watch) throws {
    let (plain, watched) = (try history(nil), try history(watch))
    #expect(plain.weights.map(\.bitPattern) == watched.weights.map(\.bitPattern))
    #expect(plain.history.losses == watched.history.losses)
    let hasNumbers = watch != .loss && watch != .boundary
    #expect(watched.history.readings.count == (hasNumbers ? 5 : 0))
  }

  @Test func `what is shown is what the instrument says of the weights reached`() throws {
    let (history, weights) = try history(.inspect)
    let net = try Fixtures.architecture("tanh", "sigmoid", between: [try Fixtures.layer("dropout", 0.3)])
    let inspection = try net.inspect(
      weights, on: try Fixtures.circles(), loss: try #require(losses["mse"]).makeDefault(), learningRate: 0)
    func last(_ name: String) -> Value? {
      switch history.field(name) {
      case .vector(let numbers)?: numbers.last.map { .number($0) }
      case .list(let values)?: values.last
      default: nil
      }
    }
    #expect(last("first_delta")?.number == inspection.rows[0].delta)
    #expect(last("last_delta")?.number == inspection.rows[2].delta)
    #expect(last("saturated")?.number == inspection.rows[0].saturated)
    #expect(last("dead")?.number == 0)
    #expect(last("verdict")?.text == inspection.diagnoses[0].condition.rawValue)
    let table = history.display.printed().text.lines
    #expect(table.count == 4)
    #expect(table[0].split(separator: " ").suffix(5) == ["first_delta", "last_delta", "saturated", "dead", "verdict"])
    #expect(table[3].hasSuffix(inspection.diagnoses[0].condition.rawValue))
  }

  @Test func `the epoch in which patience ends is looked at too`() throws {
    let (history, _) = try history(.symmetry, epochs: 400, patience: 3, rate: "0.5")
    guard case .noLongerBetter(let epoch, _) = history.ending else {
      Issue.record("it went on")
      return
    }
    #expect(history.readings.count == epoch)
  }

  @Test func `the change of a step is that of the optimizer`() throws {
    let net = try Fixtures.architecture("tanh", "sigmoid")
    var weights = (0..<13).map { Double($0 % 5) / 4 - 0.4 }
    let data = try Fixtures.circles()
    var training = try Fixtures.training(
      epochs: 1, batch: 40, loss: "mse", optimizer: try Fixtures.optimizer("sgd", "learning_rate=0.5"))
    training.watch = [.inspect, .gradients, .weights]
    let before = try net.inspect(weights, on: data, loss: training.loss, learningRate: 0.5)
    let history = try training.run(net, &weights, on: data)
    guard case .matrix(let changes)? = history.field("change") else {
      Issue.record("no changes")
      return
    }
    for (change, row) in zip(changes.row(0), before.rows) {
      #expect((change - (row.change ?? .nan)).magnitude < 1e-12)
    }
  }

  @Test func `functions are called after each epoch, and what they throw is thrown`() throws {
    let net = try Fixtures.architecture("tanh", "sigmoid")
    let data = try Fixtures.circles()
    let training = try Fixtures.training(
      epochs: 3, batch: 8, loss: "mse", optimizer: try Fixtures.optimizer("sgd", "learning_rate=0.5"))
    let first = FunctionOfWeights("first") { (weights) throws(Failure) in weights[0] }
    var (weights, state) = ([Double](repeating: 0.1, count: 13), OptimizerState?.none)
    var generator = PCG64(seed: 1)
    let history = try training.run(
      net, &weights, &state, on: data, calling: [first], using: &generator, interruption: Interruption(), progress: nil)
    guard case .vector(let seen)? = history.field("first") else {
      Issue.record("nothing was seen")
      return
    }
    #expect(seen.count == 3 && seen[2] == weights[0] && seen[0] != seen[1])
    #expect(history.properties.last?.name == "first" && history.display.printed().text.contains("first"))
    let failing = FunctionOfWeights("bad") { (_) throws(Failure) in throw Failure(.argument, "no") }
    #expect(throws: Failure.self) {
      try training.run(
        net, &weights, &state, on: data, calling: [failing], using: &generator, interruption: Interruption(),
        progress: nil)
    }
  }
}
