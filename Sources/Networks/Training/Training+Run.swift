import Platform
import Probability
import Vocabulary

extension Training {
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
  ///
  /// - Parameter functions: what is called after each recorded step beside `watch`; what one of them throws is thrown.
  public func run(
    _ architecture: Architecture, _ weights: inout [Double], _ state: inout OptimizerState?, on data: Dataset,
    calling functions: [FunctionOfWeights] = [], using generator: inout PCG64, interruption: Interruption,
    progress: (@Sendable (WorkProgress?) -> Void)?
  ) throws(Failure) -> History {
    let cautions = architecture.cautions(for: data, loss: loss, batchSize: batchSize)
    let data = try architecture.fitted(data, loss: loss).weighted(by: pointWeights)
    var validation: Dataset?
    if let given = self.validation { validation = try architecture.fitted(given, loss: loss, as: .validation) }
    let batch = min(batchSize, data.count)
    let workspace = try Workspace(
      architecture, weights: weights, capacity: batch, kernels: kernels,
      threads: threads ?? Self.threads(for: architecture, batch: batch), format: precision.ofKernels)
    let updater = Updater(optimizer, architecture, from: state)
    let watchers = Watchers(
      architecture: architecture, data: data, loss: loss, watches: watch, functions: functions,
      interruption: interruption)
    var bestWeights: [Double]?
    defer {
      progress?(nil)
      weights = bestWeights ?? Array(workspace.weights)
      state = updater.state
    }
    var history = History(
      of: data, validated: validation != nil, epochs: epochs, watches: watch, functions: functions.map(\.name))
    history.cautions = cautions
    if recording == .batches { history.batches = BatchRecord(watches: watch) }
    var order = Array(0..<data.count)
    var best = (loss: Double.infinity, epoch: 0)
    var before: [Double] = []
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
        if watchers.areReading, recording == .batches || rows.endIndex == data.count {
          before = Array(workspace.weights)
        }
        let value = step(workspace, updater, data, rows, &generator)
        if let failure = value.failure {
          history.ending = .notFinite(epoch: epoch, batch: start / batch + 1, failure)
          return history
        }
        if recording == .batches {
          do throws(Failure) {
            history.batches?.add(
              epoch: epoch, batch: start / batch + 1, loss: value.loss,
              accuracy: data.classes == nil ? nil : Double(value.correct) / Double(rows.count), rate: updater.rate,
              reading: watchers.areReading ? try watchers.read(Array(workspace.weights), before: before) : nil)
          } catch {
            guard error.kind == .interrupted else { throw error }
            history.ending = .interrupted(epoch: epoch)
            return history
          }
        }
        sum += value.loss * Double(rows.count)
        correct += value.correct
        start += rows.count
      }
      var measure = sum / Double(data.count)
      var note = "epoch \(epoch)/\(epochs)  loss \(NumberStyle.standard.text(measure))"
      history.add(loss: measure, accuracy: Double(correct) / Double(data.count), rate: updater.rate)
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
      do throws(Failure) {
        if watchers.areReading {
          history.readings.append(try watchers.read(Array(workspace.weights), before: before))
        }
      } catch {
        guard error.kind == .interrupted else { throw error }
        history.ending = .interrupted(epoch: epoch)
        return history
      }
      if let patience, epoch - best.epoch >= patience, epoch < epochs {
        history.ending = .noLongerBetter(epoch: epoch, best: best.epoch)
        return history
      }
    }
    return history
  }

  /// One batch: forward, backward, and a step of the optimizer unless something is not finite.
  func step(
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
  static func threads(for architecture: Architecture, batch: Int) -> Int {
    let work = Double(architecture.parameterCount) * Double(batch) / Double(architecture.layers.count)
    return work > 500_000 ? min(processorCount, 8) : 1
  }
}
