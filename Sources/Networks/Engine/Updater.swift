import Vocabulary

/// An optimizer at work: what it remembers of all weights, and how far it has come.
final class Updater {
  private let optimizer: any Optimizer
  private let memory: UnsafeMutableBufferPointer<Double>
  private let weightCount: Int
  /// Where trained weights lie.
  private let trained: [Range<Int>]
  /// The groups whose gradients have norms of their own.
  private let groups: [Range<Int>]
  private var number = 0
  private var running = 1.0
  private var rate = 0.0

  init(_ optimizer: any Optimizer, _ architecture: Architecture) {
    self.optimizer = optimizer
    weightCount = architecture.parameterCount
    memory = .allocate(capacity: max(1, optimizer.memoryPerWeight * weightCount))
    memory.initialize(repeating: optimizer.initialMemory)
    var trained: [Range<Int>] = []
    for layer in architecture.layers where layer.trainedCount > 0 {
      let range = layer.offset..<layer.offset + layer.trainedCount
      if let last = trained.last, last.upperBound == range.lowerBound {
        trained[trained.count - 1] = last.lowerBound..<range.upperBound
      } else {
        trained.append(range)
      }
    }
    self.trained = trained
    groups = architecture.layers.flatMap { layer in
      layer.variables.map { layer.offset + $0.lowerBound..<layer.offset + $0.upperBound }
    }
  }

  deinit { memory.deallocate() }

  /// Gets ready for the next step: counts it and clips the gradients.
  func begin(_ gradients: UnsafeMutableBufferPointer<Double>) {
    rate = optimizer.learningRate.rate(at: number)
    number += 1
    running = optimizer.advanced(running, to: number)
    optimizer.adjustments.clip(gradients, groups: groups)
  }

  /// Moves a range of the weights.
  func step(_ workspace: Workspace, _ range: Range<Int>) {
    guard let weights = workspace.weights.baseAddress, let gradients = workspace.gradients.baseAddress,
      let memory = memory.baseAddress
    else { return }
    let decay = optimizer.adjustments.weightDecay
    for part in trained {
      let places = part.clamped(to: range)
      guard !places.isEmpty else { continue }
      let start = places.lowerBound
      if decay > 0 { for place in places { weights[place] -= weights[place] * decay * rate } }
      optimizer.step(
        OptimizerStep(
          weights: weights + start, gradients: gradients + start, count: places.count, memory: memory + start,
          distance: weightCount, rate: rate, number: number, running: running, kernels: workspace.kernels))
    }
  }
}
