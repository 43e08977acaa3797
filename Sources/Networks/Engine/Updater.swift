import ElementaryFunctions
import Vocabulary

/// What an optimizer remembers from one training to the next.
public struct OptimizerState: Sendable {
  /// The optimizer and its options but for the learning rate.
  fileprivate let optimizer: String
  fileprivate let memory: [Double]
  fileprivate let number: Int
  fileprivate let running: Double
  /// The learning rate's schedule, and how far it has come.
  fileprivate let schedule: String
  fileprivate let scheduleStep: Int
}

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
  private var scheduleStep = 0
  /// The learning rate of the last step.
  private(set) var rate = 0.0

  /// For so many numbers. Goes on from a state that the same optimizer left, whatever its learning rate was; else it begins
  /// anew. A schedule of the learning rate goes on where the same one was left; another begins with its first step.
  ///
  /// - Parameters:
  ///   - trained: where the numbers lie that are moved.
  ///   - groups: those whose gradients are clipped one by one, where the optimizer clips norms.
  init(
    _ optimizer: any Optimizer, count: Int, trained: [Range<Int>], groups: [Range<Int>], from state: OptimizerState?
  ) {
    self.optimizer = optimizer
    self.trained = trained
    self.groups = groups
    weightCount = count
    memory = .allocate(capacity: max(1, optimizer.memoryPerWeight * count))
    memory.initialize(repeating: optimizer.initialMemory)
    if let state, state.optimizer == optimizer.identity, state.memory.count == memory.count {
      _ = memory.update(fromContentsOf: state.memory)
      (number, running) = (state.number, state.running)
      if state.schedule == optimizer.schedule { scheduleStep = state.scheduleStep }
    }
  }

  /// For the parameters of a network.
  convenience init(_ optimizer: any Optimizer, _ architecture: Architecture, from state: OptimizerState?) {
    var trained: [Range<Int>] = []
    for layer in architecture.layers where layer.trainedCount > 0 {
      let range = layer.offset..<layer.offset + layer.trainedCount
      if let last = trained.last, last.upperBound == range.lowerBound {
        trained[trained.count - 1] = last.lowerBound..<range.upperBound
      } else {
        trained.append(range)
      }
    }
    let groups = architecture.layers.flatMap { layer in
      layer.variables.map { layer.offset + $0.lowerBound..<layer.offset + $0.upperBound }
    }
    self.init(optimizer, count: architecture.parameterCount, trained: trained, groups: groups, from: state)
  }

  deinit { memory.deallocate() }

  /// What the next training with the same optimizer begins with.
  var state: OptimizerState {
    OptimizerState(
      optimizer: optimizer.identity, memory: Array(memory), number: number, running: running,
      schedule: optimizer.schedule, scheduleStep: scheduleStep)
  }

  /// Gets ready for the next step: counts it and clips the gradients.
  func begin(_ gradients: UnsafeMutableBufferPointer<Double>) {
    rate = optimizer.learningRate.rate(at: scheduleStep)
    scheduleStep += 1
    number += 1
    running = optimizer.advanced(running, to: number)
    optimizer.adjustments.clip(gradients, groups: groups)
  }

  /// Moves a range of the weights.
  func step(
    _ weights: UnsafeMutableBufferPointer<Double>, _ gradients: UnsafeMutableBufferPointer<Double>, _ range: Range<Int>,
    _ kernels: Kernels
  ) {
    guard let weights = weights.baseAddress, let gradients = gradients.baseAddress, let memory = memory.baseAddress
    else { return }
    let decay = optimizer.adjustments.weightDecay
    for part in trained {
      let indices = part.clamped(to: range)
      guard !indices.isEmpty else { continue }
      let start = indices.lowerBound
      if decay > 0 { for index in indices { weights[index] -= weights[index] * decay * rate } }
      optimizer.step(
        OptimizerStep(
          weights: weights + start, gradients: gradients + start, count: indices.count, memory: memory + start,
          distance: weightCount, rate: rate, number: number, running: running, kernels: kernels))
    }
  }

  /// Moves a whole point against its gradient.
  func step(_ point: inout [Double], against gradient: [Double]) {
    var gradient = gradient
    let all = point.indices
    point.withUnsafeMutableBufferPointer { point in
      gradient.withUnsafeMutableBufferPointer { gradient in
        begin(gradient)
        step(point, gradient, all, .best)
      }
    }
  }
}

extension Optimizer {
  /// The learning rate as it is written, with every digit.
  fileprivate var schedule: String {
    learningRate.display.printed(in: NumberStyle(digits: 17, notation: .e)).text
  }

  /// The optimizer as it is written, with every digit, but for the learning rate.
  fileprivate var identity: String {
    var copy = self
    copy.learningRate = ConstantRate(1)
    return copy.display.printed(in: NumberStyle(digits: 17, notation: .e)).text
  }
}
