import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

/// The learning-rate range test.
@Suite struct RateTestTests {
  private func test(
    _ optimizer: any Optimizer, _ weights: [Double], _ low: Double, _ high: Double, steps: Int, smoothing: Double,
    batch: Int = 8, output: String = "sigmoid"
  ) throws -> RateTest {
    let training = try Fixtures.training(epochs: 1, batch: batch, loss: "mse", optimizer: optimizer)
    var generator = PCG64(seed: 0)
    return try training.testRates(
      try Fixtures.architecture("tanh", output), weights, on: try Fixtures.circles(), from: low, to: high,
      steps: steps, smoothing: smoothing, using: &generator, interruption: Interruption(), progress: nil)
  }

  @Test func `losses, their running means and the rates found are PyTorch's`() throws {
    for row in try References.rows("networks/rates.csv") {
      let numbers = row[2...8].map { Double($0) }
      let bits = row[9...].map(References.double)
      let epsilon = row[0] == "adam" ? "epsilon=1e-30" : ""
      let (low, high) = (try #require(numbers[0]), try #require(numbers[1]))
      let found = try test(
        try Fixtures.optimizer(row[0], epsilon), Array(bits.prefix(13)), low, high,
        steps: Int(try #require(numbers[2])), smoothing: try #require(numbers[3]), batch: try #require(Int(row[1])))
      let count = Int(try #require(numbers[4]))
      #expect(found.losses.count == count && found.rates.first == low)
      for (value, expected) in zip(found.losses + found.smoothed, bits.dropFirst(13)) {
        #expect((value - expected).magnitude <= 1e-9 * max(1, expected.magnitude), "\(row[0...3])")
      }
      for (rate, expected) in [(found.minimum, numbers[5]), (found.steepest, numbers[6])] {
        guard let rate, let expected else {
          #expect(rate == nil && expected == nil, "\(row[0...3])")
          continue
        }
        #expect((rate / expected - 1).magnitude < 1e-9, "\(row[0...3])")
      }
    }
  }

  @Test func `a loss that explodes ends the test, and no rate is suggested where nothing falls`() throws {
    let start = (0..<13).map { Double($0) / 4 - 1.5 }
    let momentum = try Fixtures.optimizer("sgd", "momentum=0.9")
    let found = try test(momentum, start, 1e-3, 1e100, steps: 200, smoothing: 0, output: "linear")
    #expect(found.losses.count < 200 && found.ending != .completed)
    #expect(try test(momentum, start, 1e-12, 1e-11, steps: 50, smoothing: 0.9).suggestion == nil)
  }
}
