import Networks
import Probability
import Testing
import Vocabulary

/// The engine, with its threads, vectors and tiles, does what plain loops do.
@Suite struct PlainNetworkTests {
  @Test(arguments: activations.names.filter { $0 != "softmax" }, ["mse", "huber", "binary_crossentropy"])
  func `a training is that of plain loops`(_ activation: String, _ loss: String) throws {
    let net = try Fixtures.architecture(activation, "sigmoid", between: [try Fixtures.dense(4, activation)])
    var generator = PCG64(seed: 11)
    let start = (0..<net.parameterCount).map { _ in 0.5 * generator.standardNormal() }
    let data = try Fixtures.circles()
    let training = try Fixtures.training(
      epochs: 3, batch: 7, loss: loss, optimizer: try Fixtures.optimizer("sgd", "learning_rate=0.2"))
    var weights = start
    let history = try training.run(net, &weights, on: data)

    var plain = PlainNetwork(net, start)
    let points = (0..<data.count).map { (x: data.features.row($0), target: data.targets.row($0)) }
    for epoch in 0..<3 {
      var sum = 0.0
      for first in stride(from: 0, to: points.count, by: 7) {
        let batch = Array(points[first..<min(first + 7, points.count)])
        sum += plain.step(batch, training.loss, rate: 0.2) * Double(batch.count)
      }
      #expect((sum / Double(points.count) - history.losses[epoch]).magnitude < 1e-12)
    }
    for (found, wanted) in zip(weights, plain.parameters) { #expect((found - wanted).magnitude < 1e-12) }
  }
}
