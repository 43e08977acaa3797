import Probability
import Vocabulary

/// One of several ways to train that are compared.
public struct Variation: Sendable {
  public let name: String
  public var architecture: Architecture
  public var training: Training
  /// What sets the weights in place of the layers' initializers; nil: those.
  public var start: (any Start)?

  public init(_ name: String, _ architecture: Architecture, _ training: Training) {
    self.name = name
    self.architecture = architecture
    self.training = training
  }

  /// How a training from one seed went.
  public struct Run: Sendable {
    public let seed: UInt64
    /// At the end, on the validation data where there are some; nan where the training left the numbers.
    public let loss: Double
    /// The share of points put into their class; for quantities nil.
    public let accuracy: Double?
    /// The mean of |output - target|; nil for classes.
    public let meanAbsoluteError: Double?
    /// The loss of each epoch's batches.
    public let losses: [Double]
    /// The loss with the batches' own means, where batch normalization's running ones lag behind.
    public var lossOfBatches: Double?
    /// The gravest of what `inspect` finds in the end.
    public var condition: Diagnosis.Condition?

    public init(seed: UInt64, loss: Double, accuracy: Double?, meanAbsoluteError: Double?, losses: [Double]) {
      self.seed = seed
      self.loss = loss
      self.accuracy = accuracy
      self.meanAbsoluteError = meanAbsoluteError
      self.losses = losses
    }
  }

  /// Draws weights and trains them, each from a generator with the seed, as `sequential(…, seed=)` or `initialize … seed=`
  /// and `train … seed=` do;
  /// nil where it was interrupted.
  ///
  /// Throws where the weights cannot be drawn or the data do not fit. The progress is told after each epoch.
  public func run(
    seed: UInt64, on data: Dataset, interruption: Interruption, progress: (@Sendable (WorkProgress?) -> Void)? = nil
  ) throws(Failure) -> Run? {
    if interruption.isRequested { return nil }
    var drawing = PCG64(seed: seed)
    var weights =
      if let start {
        try architecture.start(start, on: data, using: &drawing, interruption: interruption).weights
      } else {
        try architecture.drawWeights(using: &drawing)
      }
    var shuffling = PCG64(seed: seed)
    let history = try training.run(
      architecture, &weights, on: data, using: &shuffling, interruption: interruption, progress: progress)
    if case .interrupted = history.ending { return nil }
    let data = training.validation ?? data
    guard
      let evaluation = try? architecture.evaluate(weights, on: data, loss: training.loss, interruption: interruption),
      let inspection = try? architecture.inspect(
        weights, on: data, loss: training.loss, learningRate: 0, interruption: interruption)
    else { return nil }
    var loss = evaluation.loss
    if case .notFinite = history.ending { loss = .nan }
    var run = Run(
      seed: seed, loss: loss, accuracy: evaluation.accuracy, meanAbsoluteError: evaluation.meanAbsoluteError,
      losses: history.losses)
    run.lossOfBatches = evaluation.ofBatches?.loss
    run.condition = inspection.diagnoses.first?.condition
    return run
  }
}

extension Architecture {
  /// The same with the weights of every dense layer drawn from another initializer; the biases keep theirs.
  public func replacing(initializer: any Initializer) -> Architecture {
    Architecture(self, layers: layers.map { $0.replacing(initializer: initializer) })
  }

  /// The same with another activation in every layer before the last dense one that has one; where all are linear, in
  /// every dense layer.
  public func replacing(hiddenActivation activation: any Activation) -> Architecture {
    let hidden = layers.indices.prefix(layers.lastIndex { $0.kernelCount > 0 } ?? layers.count)
    let bent = hidden.filter { !(layers[$0].activation is Linear) }
    let replaced = Set(bent.isEmpty ? Array(hidden) : bent)
    return Architecture(
      self, layers: layers.enumerated().map { replaced.contains($0) ? $1.replacing(activation: activation) : $1 })
  }
}
