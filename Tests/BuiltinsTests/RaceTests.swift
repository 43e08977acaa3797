import Builtins
import Networks
import Probability
import Synchronization
import Testing
import Vocabulary
import Workbench

@Suite struct RaceTests {
  private func race(epochs: Int) throws -> Race {
    let dense = try #require(layers["dense"])
    func layer(_ units: Double, _ activation: String) throws -> any Layer {
      var groups: [[Argument]] = dense.signature.parameters.map { _ in [] }
      groups[0] = [Argument(.number(units))]
      groups[1] = [Argument(.text(activation))]
      return try dense.make(Arguments(groups, for: dense.signature))
    }
    let glorot = try #require(initializers["glorot_uniform"]).makeDefault()
    let net = try Architecture(
      [InputLayer(size: 2), try layer(6, "tanh"), try layer(1, "sigmoid")], initializer: glorot, memory: 1_000_000)
    var generator = PCG64(seed: 1)
    let data = try Circles.make(60, noise: 0.1, factor: 0.5, using: &generator)
    let variations = try ["sgd", "adam", "nadam"].map { name in
      var training = Training(
        epochs: epochs, batchSize: 8, loss: try #require(losses["mse"]).makeDefault(),
        optimizer: try #require(optimizers[name]).makeDefault(), shuffles: true)
      training.threads = 1
      return Variation(name, net, training)
    }
    return Race(noun: "optimizer", variations: variations, seeds: 4, data: data)
  }

  private func bits(_ comparison: Comparison) -> [[UInt64]] {
    comparison.rows.flatMap { row in row.runs.map { ([$0.loss] + $0.losses).map(\.bitPattern) } }
  }

  @Test func `any number of threads yields the same bits in the same order`() throws {
    let race = try race(epochs: 3)
    let alone = try race.run(threads: 1, interruption: Interruption(), progress: nil)
    #expect(alone.rows.map(\.name) == ["sgd", "adam", "nadam"])
    #expect(alone.rows.allSatisfy { $0.runs.map(\.seed) == [1, 2, 3, 4] })
    #expect(Set(bits(alone)).count == 12)
    for threads in [2, 3, 16] {
      #expect(bits(try race.run(threads: threads, interruption: Interruption(), progress: nil)) == bits(alone))
    }
  }

  @Test func `an interruption keeps the runs that are done`() throws {
    let race = try race(epochs: 10)
    let whole = try race.run(threads: 1, interruption: Interruption(), progress: nil)
    let stop = Interruption()
    // In the third of the runs, which have ten epochs each.
    let epochs = Mutex(0)
    let part = try race.run(threads: 1, interruption: stop) { progress in
      guard progress != nil else { return }
      if epochs.withLock({
        $0 += 1; return $0
      }) == 25 {
        stop.request()
      }
    }
    #expect(part.rows.map(\.name) == ["sgd"])
    #expect(bits(part) == Array(bits(whole).prefix(2)))
    #expect(part.display.printed().text.hasSuffix("stopped after 2 of 12 runs"))
    #expect(throws: Failure.self) { try race.run(threads: 2, interruption: stop, progress: nil) }
  }
}
