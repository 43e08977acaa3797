import Networks
import Probability
import Testing
import Vocabulary

@Suite struct SymmetryTests {
  private func distinct(_ architecture: Architecture, _ weights: [Double]) throws -> [Int] {
    try architecture.symmetry(weights).rows.map(\.distinct)
  }

  @Test func `units count as one only when the same weights come in and lead on`() throws {
    let net = try Fixtures.architecture("tanh", "sigmoid")
    // Units 1 and 2 have the same incoming weights and biases, but only at first the same outgoing ones.
    var weights: [Double] = [1, 1, 2, 3, 3, 4, 5, 5, 6, 7, 7, 8, 0]
    var row = try #require(try net.symmetry(weights).rows.first)
    #expect(row.incoming == 2 && row.outgoing == 2 && row.distinct == 2)
    weights[10] = 9
    row = try #require(try net.symmetry(weights).rows.first)
    #expect(row.incoming == 2 && row.outgoing == 3 && row.distinct == 3)
    weights[10] = 7
    weights[7] = -5
    row = try #require(try net.symmetry(weights).rows.first)
    #expect(row.incoming == 3 && row.outgoing == 2 && row.distinct == 3)
  }

  @Test func `a batch normalization belongs to the units before it`() throws {
    let net = try Fixtures.architecture("tanh", "sigmoid", between: [try Fixtures.layer("batch_normalization")])
    var weights: [Double] = [1, 1, 1, 1, 1, 1, 0, 0, 0] + [1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1] + [2, 2, 2, 0]
    #expect(try distinct(net, weights) == [1, 1])
    weights[9 + 4] = 0.5
    #expect(try distinct(net, weights) == [2, 1])
  }

  /// Of every activation, optimizer and loss that were tried.
  @Test(arguments: ["sgd", "adam", "rmsprop"], ["tanh", "relu", "gelu"])
  func `training never parts units that are the same`(_ optimizer: String, _ activation: String) throws {
    let net = try Fixtures.architecture(activation, "sigmoid")
    var weights: [Double] = [0.3, 0.3, -0.2, 0.1, 0.1, 0.7, 0, 0, 0, 0.4, 0.4, 0.6, 0]
    let start = weights
    let training = try Fixtures.training(
      epochs: 30, batch: 7, loss: "binary_crossentropy",
      optimizer: try Fixtures.optimizer(optimizer, "learning_rate=0.05"))
    _ = try training.run(net, &weights, on: try Fixtures.circles())
    #expect(zip(weights, start).filter { $0 != $1 }.count > 6)
    #expect(try distinct(net, weights) == [2, 1])
  }
}
