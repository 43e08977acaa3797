import ElementaryFunctions
import Probability
import Vocabulary

/// The loss batch by batch while the learning rate rises, and which rate that suggests (L. N. Smith, Cyclical learning
/// rates for training neural networks, 2017).
public struct RateTest: Record {
  /// Why it ended.
  public enum Ending: Sendable, Equatable {
    case completed
    /// The smoothed loss was more than four times the smallest.
    case diverged
    /// Something was not finite any more, at this rate.
    case notFinite(rate: Double)
  }

  /// The rate of each batch, its loss, and a running mean of the losses so far.
  public let rates: [Double]
  public let losses: [Double]
  public let smoothed: [Double]
  public let ending: Ending
  /// What works by accident in the training, if at all.
  public let cautions: [String]
  private let steps: Int
  /// The share of the running mean that each batch keeps.
  private let smoothing: Double

  fileprivate init(
    _ rates: [Double], _ losses: [Double], _ smoothed: [Double], of steps: Int, smoothing: Double, _ ending: Ending,
    _ cautions: [String]
  ) {
    (self.rates, self.losses, self.smoothed) = (rates, losses, smoothed)
    (self.steps, self.smoothing, self.ending, self.cautions) = (steps, smoothing, ending, cautions)
  }

  /// So many batches at the beginning, where the mean is one of few losses, and one at the end are not looked at.
  private var judged: Range<Int> {
    let first = min(10, losses.count / 10)
    return first..<max(first, losses.count - 1)
  }

  /// By a twentieth and by four times its noise at least the smoothed loss must fall, else it is taken for chance.
  private static let (leastShare, leastNoise) = (0.05, 4.0)

  /// The batch of the smallest smoothed loss.
  private var lowest: Int? {
    guard let index = judged.min(by: { smoothed[$0] < smoothed[$1] }) else { return nil }
    let first = smoothed[judged.lowerBound]
    let fall = first - smoothed[index]
    return fall > Self.leastShare * first && fall > Self.leastNoise * noise(upTo: index) ? index : nil
  }

  /// The standard deviation of the smoothed loss, from the median of how much the losses differ from batch to batch, which
  /// neither a trend nor a few jumps change much; that of normal differences is 0.6745 times their standard deviation.
  private func noise(upTo last: Int) -> Double {
    guard last > 0 else { return 0 }
    let steps = (1...last).map { (losses[$0] - losses[$0 - 1]).magnitude }.sorted()
    let median = 0.5 * (steps[(last - 1) / 2] + steps[last / 2])
    return median / 0.6745 * (0.5 * (1 - smoothing) / (1 + smoothing)).squareRoot()
  }

  /// The rate of the smallest smoothed loss; nil where the loss does not fall.
  public var minimum: Double? { lowest.map { rates[$0] } }

  /// The rate around which the smoothed loss falls fastest before its smallest, by differences over a tenth of all batches;
  /// nil where it does not fall.
  public var steepest: Double? {
    guard let lowest else { return nil }
    let reach = max(1, losses.count / 20)
    let inside = (judged.lowerBound...lowest).filter { $0 >= reach && $0 + reach < losses.count }
    return inside.min { fall($0, reach) < fall($1, reach) }.map { rates[$0] }
  }

  private func fall(_ index: Int, _ reach: Int) -> Double { smoothed[index + reach] - smoothed[index - reach] }

  /// A tenth of the rate of the smallest smoothed loss; nil where the loss does not fall.
  public var suggestion: Double? { minimum.map { $0 / 10 } }

  public var kind: String { "rate test" }
  public var numberCount: Int { 3 * losses.count }
  public static let fields: [Field<RateTest>] = [
    Field("rate", "the learning rate of each batch", as: .digits(3), aliases: ["rates", "lr"]) { $0.rates },
    Field("loss", "the mean loss of each batch", as: .digits(3), aliases: ["losses"]) { $0.losses },
    Field("smoothed", "the running mean of the losses", as: .digits(3)) { $0.smoothed },
    Field("suggestion", "a tenth of minimum; nan where the loss does not fall", aliases: ["suggested"]) {
      $0.suggestion ?? .nan
    },
    Field("minimum", "the rate of the smallest smoothed loss; nan where it does not fall") { $0.minimum ?? .nan },
    Field("steepest", "the rate at which the smoothed loss falls fastest; nan where it does not fall") {
      $0.steepest ?? .nan
    },
  ]

  /// Of more batches so many are shown, evenly spread.
  private static let mostShown = 11

  public var display: Display {
    let shown = min(Self.mostShown, losses.count)
    let rows = (0..<shown).map { shown == 1 ? 0 : $0 * (losses.count - 1) / (shown - 1) }
    let lines =
      cautions.map { Display("caution: " + $0) }
      + (losses.isEmpty ? [] : [Display(table(["rate", "loss", "smoothed"], rows: rows))])
    return (lines + [end, verdict].compactMap(\.self)).joined(separator: "\n")
  }

  private var end: Display? {
    let done = "stopped after \(losses.count) of \(steps == 1 ? "1 batch" : "\(steps) batches")"
    switch ending {
    case .completed: return nil
    case .diverged: return Display(done + ": the smoothed loss is more than four times the smallest")
    case .notFinite(let rate):
      return Display(done + ": at rate ") + Display(rate, digits: 3) + " something is not finite"
    }
  }

  private var verdict: Display {
    guard let suggestion, let minimum else {
      return "no rate is suggested: the smoothed loss falls by no more than chance; take more steps="
    }
    let text: Display =
      "suggested: learning_rate=" + Display(suggestion, digits: 2) + ", a tenth of "
      + Display(minimum, digits: 2) + ", where the smoothed loss is smallest"
    let fastest: Display = steepest.map { "; it falls fastest at " + Display($0, digits: 2) } ?? ""
    let isStillFalling = ending == .completed && minimum == rates[judged.upperBound - 1]
    return text + fastest + (isStillFalling ? "\nit still falls at the highest rate: take a larger high=" : "")
  }
}

extension Training {
  /// Trains a copy of the weights on batch after batch while the learning rate rises from the low to the high one by the
  /// same factor each time.
  ///
  /// The optimizer begins anew; its learning rate and `epochs` do not count. The running mean of the losses keeps the share
  /// `smoothing` of what it was and is divided by 1 - smoothing^n after n batches, as Adam's means are. It ends early where
  /// that is more than four times its smallest. Throws where the data do not fit, and when it is interrupted.
  public func testRates(
    _ architecture: Architecture, _ weights: [Double], on data: Dataset, from low: Double, to high: Double, steps: Int,
    smoothing: Double, using generator: inout PCG64, interruption: Interruption,
    progress: (@Sendable (WorkProgress?) -> Void)?
  ) throws(Failure) -> RateTest {
    let cautions = architecture.cautions(for: data, loss: loss, batchSize: batchSize)
    let data = try architecture.fitted(data, loss: loss).weighted(by: pointWeights)
    let batch = min(batchSize, data.count)
    let workspace = try Workspace(
      architecture, weights: weights, capacity: batch, kernels: kernels,
      threads: threads ?? Self.threads(for: architecture, batch: batch), format: precision.ofKernels)
    var optimizer = optimizer
    let rise = ExponentialDecay(initial: low, steps: max(1, steps - 1), factor: high / low)
    optimizer.learningRate = rise
    let updater = Updater(optimizer, architecture, from: nil)
    var (rates, losses, smoothed): ([Double], [Double], [Double]) = ([], [], [])
    var (mean, weight, smallest) = (0.0, 1.0, Double.infinity)
    var order = Array(0..<data.count)
    var start = data.count
    func end(_ ending: RateTest.Ending) -> RateTest {
      RateTest(rates, losses, smoothed, of: steps, smoothing: smoothing, ending, cautions)
    }
    defer { progress?(nil) }
    for index in 0..<steps {
      try interruption.check()
      if start >= data.count {
        if shuffles { order = generator.permutation(data.count) }
        start = 0
      }
      let rows = order[start..<min(start + batch, data.count)]
      let rate = rise.rate(at: index)
      let value = step(workspace, updater, data, rows, &generator)
      if value.failure != nil { return end(.notFinite(rate: rate)) }
      start += rows.count
      mean = smoothing * mean + (1 - smoothing) * value.loss
      weight *= smoothing
      rates.append(rate)
      losses.append(value.loss)
      smoothed.append(mean / (1 - weight))
      smallest = min(smallest, smoothed[index])
      progress?(WorkProgress("fit_rate: batch \(index + 1)/\(steps)", share: Double(index + 1) / Double(steps)))
      if index > 0, smoothed[index] > 4 * smallest { return end(.diverged) }
    }
    return end(.completed)
  }
}
