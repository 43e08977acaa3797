import Networks
import Platform
import Probability
import Synchronization
import Vocabulary
import Workbench

/// Trainings that run side by side; who runs when changes nothing.
package struct Race: Sendable {
  let noun: String
  let variations: [Variation]
  /// The seeds are 1, 2 … so many.
  let seeds: Int
  let data: Dataset

  package init(noun: String, variations: [Variation], seeds: Int, data: Dataset) {
    self.noun = noun
    self.variations = variations
    self.seeds = seeds
    self.data = data
  }

  private enum Outcome: Sendable {
    case run(Variation.Run?)
    case failure(Failure)
  }

  /// Runs all, so many at once, and keeps those that are done when it is interrupted.
  ///
  /// Throws the first failure in the order of the variations.
  package func run(
    threads: Int, interruption: Interruption, progress: (@Sendable (WorkProgress?) -> Void)?
  ) throws(Failure) -> Comparison {
    for variation in variations {
      var generator = PCG64(seed: 1)
      _ = try variation.architecture.drawWeights(using: &generator)
      _ = try variation.architecture.fitted(data, loss: variation.training.loss)
    }
    let jobs = variations.indices.flatMap { index in (1...seeds).map { (variation: index, seed: UInt64($0)) } }
    let counter = EpochCounter(variations.reduce(0) { $0 + Double($1.training.epochs) } * Double(seeds), progress)
    let list = jobs.map { Job(variation: variations[$0.variation], seed: $0.seed) }
    let work = { @Sendable [data] (job: Job) -> Outcome in
      do throws(Failure) {
        return .run(
          try job.variation.run(
            seed: job.seed, on: data, interruption: interruption, progress: { if $0 != nil { counter.add() } }))
      } catch {
        return .failure(error)
      }
    }
    // One after the other they stay on this thread, whose processor time somebody may watch.
    let outcomes = threads == 1 ? list.map(work) : LargeStack.map(list, threads: threads, work)
    progress?(nil)
    var runs = [[Variation.Run]](repeating: [], count: variations.count)
    for (job, outcome) in zip(jobs, outcomes) {
      switch outcome {
      case .run(let run): if let run { runs[job.variation].append(run) }
      case .failure(let failure): throw failure
      }
    }
    let rows = zip(variations, runs).filter { !$0.1.isEmpty }.map { Comparison.Row(name: $0.0.name, runs: $0.1) }
    guard !rows.isEmpty else { throw Failure(.interrupted, "stopped before the first run was done") }
    return Comparison(of: noun, rows, wanted: jobs.count)
  }

  private struct Job: Sendable {
    let variation: Variation
    let seed: UInt64
  }
}

/// Counts the epochs of all trainings and tells how far they are.
private final class EpochCounter: Sendable {
  private let done = Atomic<Int>(0)
  private let wanted: Double
  private let progress: (@Sendable (WorkProgress?) -> Void)?

  init(_ wanted: Double, _ progress: (@Sendable (WorkProgress?) -> Void)?) {
    self.wanted = wanted
    self.progress = progress
  }

  func add() {
    let count = done.wrappingAdd(1, ordering: .relaxed).newValue
    progress?(
      WorkProgress("compare: epoch \(count) of \(NumberStyle.standard.text(wanted))", share: Double(count) / wanted))
  }
}
