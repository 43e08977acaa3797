import Probability
import Vocabulary

/// What a training is to do.
public struct Training: Sendable {
  public var epochs: Int
  public var batchSize: Int
  public var loss: any Loss
  public var optimizer: any Optimizer
  public var shuffles: Bool

  public init(epochs: Int, batchSize: Int, loss: any Loss, optimizer: any Optimizer, shuffles: Bool) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.loss = loss
    self.optimizer = optimizer
    self.shuffles = shuffles
  }

  /// Trains weights in place and tells how it went.
  ///
  /// An interruption ends it after the batch in hand; the weights reached stay. The order of the points in each epoch is
  /// the generator's `permutation`. Training stops at the first value that is not finite. Throws a failure of kind
  /// `argument` where the data do not fit the network or the loss.
  public func run(
    _ architecture: Architecture, _ weights: inout [Double], on data: Dataset, using generator: inout PCG64,
    interruption: Interruption, progress: (@Sendable (Progress?) -> Void)?
  ) throws(Failure) -> History {
    try architecture.check(data, loss: loss)
    let batch = min(batchSize, data.count)
    let workspace = try Workspace(architecture, weights: weights, capacity: batch)
    let memory = UnsafeMutableBufferPointer<Double>.allocate(
      capacity: optimizer.memoryPerWeight * architecture.parameterCount)
    memory.initialize(repeating: 0)
    defer {
      memory.deallocate()
      progress?(nil)
      weights = Array(workspace.weights)
    }
    var history = History(isClassification: data.classes != nil, epochs: epochs)
    var order = Array(0..<data.count)
    for epoch in 1...max(1, epochs) where epochs > 0 {
      if shuffles { order = generator.permutation(data.count) }
      var sum = 0.0
      var hits = 0
      for (number, start) in stride(from: 0, to: data.count, by: batch).enumerated() {
        if interruption.isRequested {
          history.ending = .interrupted(epoch: epoch)
          return history
        }
        let rows = order[start..<min(start + batch, data.count)]
        workspace.load(data, rows: rows)
        workspace.forward(points: rows.count)
        let value = workspace.loss(loss, points: rows.count)
        workspace.backward(loss, points: rows.count)
        if let place = workspace.firstNonfinite(loss: value, points: rows.count) {
          history.ending = .notFinite(epoch: epoch, batch: number + 1, place)
          return history
        }
        sum += value * Double(rows.count)
        hits += workspace.hits(points: rows.count)
        optimizer.step(workspace.weights, workspace.gradients, memory)
      }
      history.add(loss: sum / Double(data.count), accuracy: Double(hits) / Double(data.count))
      progress?(
        Progress(
          "epoch \(epoch)/\(epochs)  loss \(NumberStyle.standard.text(sum / Double(data.count)))",
          share: Double(epoch) / Double(epochs)))
    }
    return history
  }
}

extension Architecture {
  /// Throws a failure of kind `argument` where the data's features or targets do not fit.
  public func check(_ data: Dataset, loss: any Loss) throws(Failure) {
    if data.count == 0 { throw Failure(.argument, "the data set is empty") }
    if data.features.columns != inputs {
      throw Failure(
        .argument,
        "the data have \(counted(data.features.columns, "feature")), but the network begins with input(\(inputs))")
    }
    if data.targets.columns != outputs {
      throw Failure(
        .argument,
        "the data have \(counted(data.targets.columns, "target")) a point, but the last layer has "
          + counted(outputs, "unit"))
    }
    if let odd = data.targets.elements.first(where: { !loss.accepts(target: $0) }), let wanted = loss.wantedTargets {
      throw Failure(.argument, "\(loss.name) needs \(wanted), not \(NumberStyle.standard.text(odd))")
    }
  }
}

extension Workspace {
  /// How many of the loaded points are put into their class: the output above ½, or the largest of several.
  func hits(points: Int) -> Int {
    guard let output = activations.last else { return 0 }
    var count = 0
    for point in 0..<points {
      if architecture.outputs == 1 {
        if (output[point] > 0.5) == (targets[point] > 0.5) { count += 1 }
      } else if largest(in: output, point) == largest(in: targets, point) {
        count += 1
      }
    }
    return count
  }

  private func largest(in values: UnsafeMutableBufferPointer<Double>, _ point: Int) -> Int {
    (0..<architecture.outputs).max { values[$0 * capacity + point] < values[$1 * capacity + point] } ?? 0
  }

  /// The first value that is not finite, in the order in which they are computed; nil where all are.
  func firstNonfinite(loss: Double, points: Int) -> Nonfinite? {
    let gradientsAreFinite = gradients.reduce(0) { $0 + $1 * 0 } == 0
    if loss.isFinite, gradientsAreFinite { return nil }
    for (index, layer) in architecture.layers.enumerated() {
      if !isFinite(weights[layer.offset..<layer.offset + layer.parameterCount]) {
        return Nonfinite(layer: index + 1, what: "weights")
      }
      if !isFinite(activations[index + 1], units: layer.units, points) {
        return Nonfinite(layer: index + 1, what: "activations")
      }
    }
    if !loss.isFinite { return Nonfinite(layer: architecture.layers.count, what: "loss") }
    for index in architecture.layers.indices.reversed() {
      let layer = architecture.layers[index]
      if !isFinite(gradients[layer.offset..<layer.offset + layer.parameterCount]) {
        return Nonfinite(layer: index + 1, what: "gradients")
      }
    }
    return nil
  }

  private func isFinite(_ values: UnsafeMutableBufferPointer<Double>, units: Int, _ points: Int) -> Bool {
    (0..<units).allSatisfy { isFinite(values[$0 * capacity..<$0 * capacity + points]) }
  }

  private func isFinite(_ values: Slice<UnsafeMutableBufferPointer<Double>>) -> Bool {
    values.allSatisfy(\.isFinite)
  }
}

/// Where a value stopped being finite.
public struct Nonfinite: Sendable, Equatable {
  /// Counted from 1.
  public let layer: Int
  /// `weights`, `activations`, `loss` or `gradients`.
  public let what: String

  public init(layer: Int, what: String) {
    self.layer = layer
    self.what = what
  }
}
