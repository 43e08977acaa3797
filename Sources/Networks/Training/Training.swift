import ElementaryFunctions
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
  public var watch: [Watch] = []
  /// Whether the history keeps every batch, not only the epochs.
  public var recording = Recording.epochs
  /// How much points count; nil: all the same. Validation data are not weighted.
  public var pointWeights: PointWeights?
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
}
