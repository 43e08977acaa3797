import ElementaryFunctions
import Platform
import Probability
import Vocabulary

/// What a training is to do.
public struct Training: Sendable {
  public var epochs: Int
  public var batchSize: Int
  public var loss: any Loss
  public var optimizer: any Optimizer
  public var shuffles: Bool
  /// Points that are only looked at, after each epoch.
  public var validation: Dataset?
  /// After how many epochs without a smaller loss, of the validation data where there are some, it ends; nil: never.
  public var patience: Int?
  /// Whether the weights of the epoch with the smallest such loss are kept in the end, not the last ones.
  public var restoresBest = false
  /// What is looked at besides, after each recorded step.
  public var watch: Watch?
  /// Whether the history keeps every batch, not only the epochs.
  public var recording = Recording.epochs
  /// Told after each epoch how it went so far, and how to get the weights reached.
  public var observer: (@Sendable (_ history: History, _ weights: () -> [Double]) -> Void)?
  /// How many threads share out a batch; nil: as many as pay. The results are the same.
  public var threads: Int?
  /// The format to which every operation is rounded.
  public var precision = FloatFormat.float64
  /// What the loss is multiplied by for the gradients, and they divided by afterwards, so that a short format does not lose
  /// small ones.
  public var lossScale = 1.0
  /// Which instructions to use. The results are the same.
  public var kernels = Kernels.best

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
    interruption: Interruption, progress: (@Sendable (WorkProgress?) -> Void)?
  ) throws(Failure) -> History {
    var state: OptimizerState?
    return try run(
      architecture, &weights, &state, on: data, using: &generator, interruption: interruption, progress: progress)
  }

  /// The same, with what the optimizer remembers of the network's last training, and what it will of this one.
  public func run(
    _ architecture: Architecture, _ weights: inout [Double], _ state: inout OptimizerState?, on data: Dataset,
    using generator: inout PCG64, interruption: Interruption, progress: (@Sendable (WorkProgress?) -> Void)?
  ) throws(Failure) -> History {
    let cautions = architecture.cautions(for: data, loss: loss)
    let data = try architecture.fitted(data, loss: loss)
    var validation: Dataset?
    if let given = self.validation { validation = try architecture.fitted(given, loss: loss) }
    let batch = min(batchSize, data.count)
    let workspace = try Workspace(
      architecture, weights: weights, capacity: batch, kernels: kernels,
      threads: threads ?? Self.threads(for: architecture, batch: batch), format: precision.ofKernels)
    let updater = Updater(optimizer, architecture, from: state)
    var bestWeights: [Double]?
    defer {
      progress?(nil)
      weights = bestWeights ?? Array(workspace.weights)
      state = updater.state
    }
    var history = History(of: data, validated: validation != nil, epochs: epochs)
    history.cautions = cautions
    if recording == .batches { history.batches = BatchRecord() }
    var order = Array(0..<data.count)
    var best = (loss: Double.infinity, epoch: 0)
    for epoch in 1...max(1, epochs) where epochs > 0 {
      if shuffles { order = generator.permutation(data.count) }
      var sum = 0.0
      var correct = 0
      var start = 0
      while start < data.count {
        if interruption.isRequested {
          history.ending = .interrupted(epoch: epoch)
          return history
        }
        let rows = order[start..<min(start + batch, data.count)]
        let value = step(workspace, updater, data, rows, &generator)
        if let failure = value.failure {
          history.ending = .notFinite(epoch: epoch, batch: start / batch + 1, failure)
          return history
        }
        if recording == .batches {
          guard let reading = read(workspace, data, interruption) else {
            history.ending = .interrupted(epoch: epoch)
            return history
          }
          history.batches?.add(
            epoch: epoch, batch: start / batch + 1, loss: value.loss,
            accuracy: data.classes == nil ? nil : Double(value.correct) / Double(rows.count), reading: reading)
        }
        sum += value.loss * Double(rows.count)
        correct += value.correct
        start += rows.count
      }
      var measure = sum / Double(data.count)
      var note = "epoch \(epoch)/\(epochs)  loss \(NumberStyle.standard.text(measure))"
      history.add(loss: measure, accuracy: Double(correct) / Double(data.count))
      if let validation {
        guard
          let evaluation = try? architecture.evaluate(
            Array(workspace.weights), fitted: validation, loss: loss, interruption: interruption)
        else {
          history.ending = .interrupted(epoch: epoch)
          return history
        }
        history.addValidation(evaluation)
        measure = evaluation.loss
        note += "  validation \(NumberStyle.standard.text(measure))"
      }
      progress?(WorkProgress(note, share: Double(epoch) / Double(epochs)))
      observer?(history) { Array(workspace.weights) }
      if measure < best.loss {
        best = (measure, epoch)
        if restoresBest {
          bestWeights = Array(workspace.weights)
          history.restoredEpoch = epoch
        }
      }
      let isOver = patience.map { epoch - best.epoch >= $0 && epoch < epochs } ?? false
      guard let reading = read(workspace, data, interruption) else {
        history.ending = .interrupted(epoch: epoch)
        return history
      }
      if let reading { history.readings.append(reading) }
      if isOver {
        history.ending = .noLongerBetter(epoch: epoch, best: best.epoch)
        return history
      }
    }
    return history
  }

  /// What is watched, as things stand: nil in the inner optional where nothing is, in the outer one when it is interrupted.
  private func read(_ workspace: Workspace, _ data: Dataset, _ interruption: Interruption) -> Watch.Reading?? {
    guard let watch, watch.hasReadings else { return .some(nil) }
    return try? watch.read(
      workspace.architecture, Array(workspace.weights), on: data, loss: loss, interruption: interruption)
  }

  /// One batch: forward, backward, and a step of the optimizer unless something is not finite.
  private func step(
    _ workspace: Workspace, _ updater: Updater, _ data: Dataset, _ rows: ArraySlice<Int>, _ generator: inout PCG64
  ) -> (loss: Double, correct: Int, failure: Nonfinite?) {
    workspace.isTraining = true
    workspace.load(data, rows: rows)
    workspace.prepare(using: &generator)
    workspace.forward()
    let value = workspace.loss(loss)
    let correct = data.classes == nil ? 0 : workspace.correctPredictions(loss)
    workspace.backward(loss, scale: lossScale)
    if let failure = workspace.firstNonfinite(loss: value) { return (value, correct, failure) }
    workspace.update(with: updater, scale: lossScale)
    return (value, correct, nil)
  }

  /// Sharing a batch out costs some microseconds a layer, which only larger networks repay.
  private static func threads(for architecture: Architecture, batch: Int) -> Int {
    let work = Double(architecture.parameterCount) * Double(batch) / Double(architecture.layers.count)
    return work > 500_000 ? min(processorCount, 8) : 1
  }
}
