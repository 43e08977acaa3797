import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

@Suite struct InspectionTests {
  private func architecture(_ layers: [any Layer]) throws -> Architecture {
    let glorot = try #require(initializers["glorot_uniform"]).makeDefault()
    return try Architecture([InputLayer(size: 2)] + layers, initializer: glorot, memory: 1_000_000_000)
  }

  private func inspection(
    _ architecture: Architecture, _ weights: [Double], _ data: Dataset, loss: String = "mse"
  ) throws -> Inspection {
    try architecture.inspect(weights, on: data, loss: try #require(losses[loss]).makeDefault(), learningRate: 0.01)
  }

  @Test func `measures what PyTorch measures`() throws {
    let rows = try References.rows("networks/instruments.csv")
    #expect(rows.count == 5)
    for row in rows {
      let layers = try row[0].split(separator: ";").map { text -> any Layer in
        let parts = text.split(separator: " ").map(String.init)
        return parts.count == 1 ? try Fixtures.layer(parts[0]) : try Fixtures.dense(Int(parts[0]) ?? 0, parts[1])
      }
      // Dropout drops nothing here, so that one more of it changes no number.
      let architecture = try architecture([layers[0], try Fixtures.layer("dropout", 0.5)] + layers.dropFirst())
      let count = try #require(Int(row[1]))
      #expect(count == architecture.parameterCount)
      let numbers = row[2...].map(References.double)
      let found = try inspection(architecture, Array(numbers.prefix(count)), try Fixtures.circles())
      var expected = Array(numbers.dropFirst(count))
      #expect((found.loss - expected.removeFirst()).magnitude < 1e-14)
      let dense = found.rows.filter { $0.delta != nil }
      #expect(expected.count == 6 * dense.count)
      for (index, found) in dense.enumerated() {
        let wanted = expected[6 * index..<6 * index + 6]
        let measured = [
          found.sumMean, found.sumDeviation, found.mean, found.deviation, found.delta, found.gradient,
        ]
        for (number, (value, reference)) in zip(measured, wanted).enumerated() {
          // A mean is as exact as its summands, a deviation as the mean that is taken off.
          let pair = number < 4 ? wanted[(wanted.startIndex + number) ^ 1].magnitude : 0
          let tolerance = 1e-12 * reference.magnitude + (number % 2 == 0 ? 1e-12 : 1e-15) * pair
          #expect(((value ?? .nan) - reference).magnitude <= tolerance, "\(row[0]) layer \(found.layer), \(number)")
        }
      }
    }
  }

  /// On ten layers of a hundred tanh units.
  @Test(arguments: [("normal", 0.01, "vanishing"), ("normal", 1, "exploding"), ("glorot_uniform", 0, "healthy")])
  func `tells networks apart`(_ name: String, _ deviation: Double, _ verdict: String) throws {
    let initializer: any Initializer =
      name == "normal"
      ? FixedInitializer(fixed: Normal(mean: 0, stddev: deviation))
      : try #require(initializers[name]).makeDefault()
    let deep = try architecture(
      [any Layer](repeating: try Fixtures.dense(100, "tanh"), count: 10) + [try Fixtures.dense(1, "sigmoid")]
    ).replacing(initializer: initializer)
    for seed in 1...3 {
      var generator = PCG64(seed: UInt64(seed))
      let weights = try deep.drawWeights(using: &generator)
      let found = try inspection(deep, weights, try Fixtures.circles())
      #expect(found.diagnoses.first?.condition.rawValue == verdict, "seed \(seed)")
      #expect(found.display.printed().text.lines.last?.hasPrefix(verdict + ": ‖∂L/∂z‖ of layer 1 is ") == true)
    }
  }

  @Test func `finds dying, saturated, silent and overflowing layers`() throws {
    let data = try Fixtures.circles()
    let relu = try architecture([try Fixtures.dense(3, "relu"), try Fixtures.dense(1, "sigmoid")])
    // Biases of -10 silence two of three units.
    let dying = [1, 1, 1, 1, 1, 1, -10, -10, 1, 1, 1, 1, 0].map(Double.init)
    let found = try inspection(relu, dying, data)
    #expect(found.rows[0].dead == 2 / 3.0)
    #expect(found.diagnoses.map(\.condition.rawValue) == ["dying units"])
    let tanh = try architecture([try Fixtures.dense(3, "tanh"), try Fixtures.dense(1, "sigmoid")])
    let saturated = [0, 0, 0, 0, 0, 0, 9, 9, -9, 1, 1, 1, 0].map(Double.init)
    #expect(try inspection(tanh, saturated, data).rows[0].saturated == 1)
    #expect(try inspection(tanh, saturated, data).diagnoses.map(\.condition.rawValue).contains("saturated"))
    #expect(
      try inspection(relu, [Double](repeating: 0, count: 13), data).diagnoses.map(\.condition.rawValue).contains(
        "dying units"))
    let silent = try inspection(tanh, [Double](repeating: 0, count: 13), data)
    #expect(silent.diagnoses.map(\.condition.rawValue) == ["vanishing"])
    let linear = try architecture([try Fixtures.dense(3, "linear"), try Fixtures.dense(1, "linear")])
    let huge = try inspection(linear, [Double](repeating: 1e200, count: 13), data)
    #expect(huge.diagnoses.map(\.condition.rawValue) == ["not finite"])
  }

  /// ‖ΔW‖ / ‖W‖ grows with the learning rate: just below and just above 1.
  @Test func `a step longer than the weights is found`() throws {
    let net = try architecture([try Fixtures.dense(3, "tanh"), try Fixtures.dense(1, "sigmoid")])
    let weights = [0.4, -0.3, 0.2, 0.5, 0.1, -0.6, 0, 0, 0, 0.3, 0.2, -0.4, 0]
    let loss = try #require(losses["mse"]).makeDefault()
    func found(_ rate: Double, _ weights: [Double]) throws -> Inspection {
      try net.inspect(weights, on: try Fixtures.circles(), loss: loss, learningRate: rate)
    }
    let changes = try found(1, weights).rows.compactMap(\.change)
    let largest = try #require(changes.max())
    let layer = try #require(changes.firstIndex(of: largest)) + 1
    #expect(try found(0.99 / largest, weights).diagnoses.map(\.condition.rawValue) == ["healthy"])
    let long = try found(4.1 / largest, weights)
    #expect(long.diagnoses.map(\.condition.rawValue) == ["steps too long"])
    #expect(long.display.printed().text.hasSuffix("\nsteps too long: ‖ΔW‖ of layer \(layer) is 4.1 times ‖W‖"))
    #expect(try found(1e9, [Double](repeating: 0, count: 13)).diagnoses.map(\.condition.rawValue) == ["vanishing"])
  }

  /// Points go through in pieces of 1024.
  @Test func `more of the same points change nothing`() throws {
    let data = try Fixtures.circles()
    let net = try architecture([
      try Fixtures.dense(4, "relu"), try Fixtures.dense(5, "tanh"), try Fixtures.dense(1, "sigmoid"),
    ])
    var generator = PCG64(seed: 3)
    let weights = try net.drawWeights(using: &generator)
    let times = 70
    let many = Dataset(
      name: "many",
      features: Matrix(
        rows: times * data.count, columns: 2, elements: (0..<times).flatMap { _ in data.features.elements }),
      targets: Matrix(
        rows: times * data.count, columns: 1, elements: (0..<times).flatMap { _ in data.targets.elements }), classes: 2)
    let (few, all) = (try inspection(net, weights, data), try inspection(net, weights, many))
    #expect((few.loss - all.loss).magnitude < 1e-14)
    for (a, b) in zip(few.rows, all.rows) {
      #expect(a.saturated == b.saturated && a.dead == b.dead)
      for (x, y) in [
        (a.sumDeviation, b.sumDeviation), (a.deviation, b.deviation), (a.delta, b.delta), (a.gradient, b.gradient),
      ] {
        #expect(((x ?? .nan) - (y ?? .nan)).magnitude <= 1e-13 * (x ?? 0))
      }
    }
  }

  @Test func `an interruption stops every instrument`() throws {
    let data = try Fixtures.circles()
    let net = try architecture([try Fixtures.dense(4, "tanh"), try Fixtures.dense(1, "sigmoid")])
    let weights = [Double](repeating: 0.1, count: net.parameterCount)
    let loss = try #require(losses["mse"]).makeDefault()
    let stop = Interruption()
    stop.request()
    var generator = PCG64(seed: 1)
    let attempts: [() throws -> Void] = [
      { _ = try net.inspect(weights, on: data, loss: loss, learningRate: 1, interruption: stop) },
      { _ = try net.symmetry(weights, interruption: stop) },
      { _ = try net.checkGradient(weights, on: data, loss: loss, interruption: stop) },
      {
        _ = try net.landscape(
          weights, on: data, loss: loss, along: .random, directions: 1, positions: 3, span: 1, using: &generator,
          interruption: stop)
      },
      { _ = try net.flow(weights, on: data, loss: loss, interruption: stop) },
    ]
    for attempt in attempts {
      let failure = #expect(throws: Failure.self) { try attempt() }
      #expect(failure?.kind == .interrupted)
    }
  }
}
