import Networks
import TestSupport
import Testing
import Vocabulary

/// 200 steps from the same weights agree with PyTorch's, for every activation, loss, optimizer and schedule.
@Suite struct ReferenceTrainingTests {
  @Test func `every entry of the catalogs has a reference`() throws {
    let rows = try References.rows("networks/training.csv")
    #expect(Set(rows.map { $0[0] }) == Set(activations.names))
    #expect(Set(rows.map { $0[3] }) == Set(losses.names))
    #expect(Set(rows.map { $0[4] }) == Set(optimizers.names))
    let used = rows.compactMap { $0[6].split(separator: " ").first.map(String.init) }
    #expect(Set(used) == Set(schedules.names))
  }

  @Test func `training agrees with PyTorch`() throws {
    let data = try Fixtures.circles()
    for row in try References.rows("networks/training.csv") {
      let layers = row[1] == "true" ? [try Fixtures.layer("batch_normalization")] : []
      let architecture = try Fixtures.architecture(row[0], row[2], between: layers)
      var optimizer = try Fixtures.optimizer(row[4], row[5])
      if !row[6].isEmpty { optimizer.learningRate = try Fixtures.schedule(row[6]) }
      let training = try Fixtures.training(epochs: 40, batch: 8, loss: row[3], optimizer: optimizer)
      let numbers = row[7...].map(References.double)
      #expect(numbers.count == 2 * architecture.parameterCount)
      var weights = Array(numbers.prefix(architecture.parameterCount))
      let history = try training.run(architecture, &weights, on: data)
      #expect(history.losses.count == 40, "\(row[0...6]) \(history.ending)")
      for (weight, expected) in zip(weights, numbers.suffix(architecture.parameterCount)) {
        let error = (weight - expected).magnitude / max(expected.magnitude, 1e-3)
        #expect(error <= 1e-10, "\(row[0...6]) \(weight) \(expected)")
      }
    }
  }

  /// With Keras's own epsilon, weight decay, clipping and schedules.
  @Test func `optimizers agree with those of Keras`() throws {
    let data = try Fixtures.circles()
    let rows = try References.rows("networks/keras.csv")
    #expect(Set(rows.map { $0[0] }) == Set(optimizers.names))
    for row in rows {
      let architecture = try Fixtures.architecture("tanh", "sigmoid")
      var optimizer = try Fixtures.optimizer(row[0], row[1])
      if !row[2].isEmpty { optimizer.learningRate = try Fixtures.schedule(row[2]) }
      let training = try Fixtures.training(epochs: 40, batch: 8, loss: "mse", optimizer: optimizer)
      let numbers = row[3...].map(References.double)
      #expect(numbers.count == 2 * architecture.parameterCount)
      var weights = Array(numbers.prefix(architecture.parameterCount))
      _ = try training.run(architecture, &weights, on: data)
      for (weight, expected) in zip(weights, numbers.suffix(architecture.parameterCount)) {
        let error = (weight - expected).magnitude / max(expected.magnitude, 1e-3)
        #expect(error <= 1e-10, "\(row[0...2]) \(weight) \(expected)")
      }
    }
  }
}
