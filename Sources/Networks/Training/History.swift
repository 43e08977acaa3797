import Vocabulary

/// How a training went, epoch by epoch.
public struct History: Record {
  public enum Ending: Sendable, Equatable {
    case completed
    /// In this epoch, counted from 1.
    case interrupted(epoch: Int)
    /// After this epoch, the best having been an earlier one.
    case noLongerBetter(epoch: Int, best: Int)
    /// In this epoch and batch, counted from 1.
    case notFinite(epoch: Int, batch: Int, Nonfinite)
  }

  /// The mean loss of each epoch's batches, as they were met.
  public private(set) var losses: [Double] = []
  /// The share of points put into their class, met likewise; empty where the targets are quantities.
  public private(set) var accuracies: [Double] = []
  /// The loss on the validation data after each epoch, and the share of them put into their class.
  public private(set) var validationLosses: [Double] = []
  public private(set) var validationAccuracies: [Double] = []
  /// The learning rate of each epoch's last step.
  public private(set) var rates: [Double] = []
  public var ending = Ending.completed
  /// What works by accident, if at all, said before anything else.
  public internal(set) var cautions: [String] = []
  /// Whose weights the network has in the end, where not those reached last; counted from 1.
  public internal(set) var restoredEpoch: Int?
  /// What was watched after each epoch; empty where nothing was, one less where it was interrupted meanwhile.
  public internal(set) var readings: [Watch.Reading] = []
  /// Nil where only epochs are recorded.
  public internal(set) var batches: BatchRecord?
  private let watches: [Watch]
  /// The names of functions of the network that were called after each epoch.
  private let functions: [String]
  private let isClassification: Bool
  private let isValidated: Bool
  private let epochs: Int

  init(of data: Dataset, validated: Bool, epochs: Int, watches: [Watch], functions: [String]) {
    (self.watches, self.functions) = (watches, functions)
    isClassification = data.classes != nil
    isValidated = validated
    self.epochs = epochs
  }

  mutating func add(loss: Double, accuracy: Double, rate: Double) {
    losses.append(loss)
    rates.append(rate)
    if isClassification { accuracies.append(accuracy) }
  }

  mutating func addValidation(_ evaluation: Evaluation) {
    validationLosses.append(evaluation.loss)
    if let accuracy = evaluation.accuracy { validationAccuracies.append(accuracy) }
  }

  public var kind: String { "history" }

  public var numberCount: Int {
    losses.count * (validationLosses.isEmpty ? 3 : 5) + readings.reduce(0) { $0 + $1.numberCount }
      + (batches?.numberCount ?? 0)
  }

  public static let fields: [Field<History>] =
    [
      Field("epoch", "the numbers of the epochs, from 1") { Array($0.losses.indices.map { $0 + 1 }) },
      Field("loss", "the mean loss of each epoch's batches, as they were met", aliases: ["losses", "history"]) {
        $0.losses
      },
      Field(
        "accuracy", "the share of points put into their class in each epoch, from 0 to 1", only: "of classes",
        aliases: ["acc", "accuracies"]
      ) { $0.isClassification ? $0.accuracies : nil },
      Field(
        "validation_loss", "the loss on the validation data after each epoch", only: "with validation=",
        aliases: ["val_loss"]
      ) { $0.isValidated ? $0.validationLosses : nil },
      Field(
        "validation_accuracy", "the share of the validation data put into their class after each epoch",
        only: "of classes with validation=", aliases: ["val_accuracy", "val_acc"]
      ) { $0.isValidated && $0.isClassification ? $0.validationAccuracies : nil },
      Field("learning_rate", "the learning rate of each epoch's last step", aliases: ["lr", "rate"]) { $0.rates },
    ] + Watch.fields.map { $0.of(\.readings) } + [
      Field("batches", "the same batch by batch", only: "with record=batches") { $0.batches.map { Value.object($0) } }
    ]

  /// What each of the functions that watch yielded, after each epoch.
  public var ownFields: [Property] {
    functions.indices.map { Property(functions[$0], .vector(values(ofFunction: $0))) }
  }

  private func values(ofFunction index: Int) -> [Double] { readings.map { $0.ofFunctions[index] } }

  /// A table at epochs 1, 2, 5, 10, 20, 50, 100 … and the last.
  public var display: Display {
    let shown = losses.indices.filter { isShown($0 + 1) }
    let columns =
      ["epoch", "loss", "accuracy", "validation_loss", "validation_accuracy"] + watches.flatMap(\.columns) + functions
    let before = cautions.map { Display("caution: " + $0) }
    let after = losses.isEmpty ? note ?? "no epochs" : note
    let table = losses.isEmpty ? [] : [Display(table(columns, rows: shown))]
    return (before + table + [after].compactMap(\.self)).joined(separator: "\n")
  }

  private func isShown(_ epoch: Int) -> Bool { Self.isMilestone(epoch) || epoch == losses.count }

  /// 1, 2, 5, 10, 20, 50, 100 …
  static func isMilestone(_ epoch: Int) -> Bool {
    var power = 1
    while power <= epoch {
      if [power, 2 * power, 5 * power].contains(epoch) { return true }
      power *= 10
    }
    return false
  }

  /// What is to be said of how it ended; nothing where all went as planned.
  private var note: Display? {
    let measure = isValidated ? "validation loss" : "loss"
    let reached = losses.count
    let kept: Display? = restoredEpoch.flatMap { epoch in
      epoch == reached ? nil : "the weights are those of epoch \(epoch)"
    }
    switch ending {
    case .completed:
      return kept.map { $0 + ", where the \(measure) was smallest" }
    case .interrupted(let epoch):
      return "stopped in epoch \(epoch) of \(epochs); " + (kept ?? "the weights reached are kept")
    case .noLongerBetter(let epoch, let best):
      let reason = best == 0 ? "the \(measure) was never finite" : "the \(measure) was smallest after epoch \(best)"
      return Display("stopped after epoch \(epoch) of \(epochs): \(reason); ")
        + (kept ?? "the weights are those of epoch \(epoch)")
    case .notFinite(let epoch, let batch, let failure):
      return "stopped in epoch \(epoch), batch \(batch): \(failure.text)" + (kept.map { "; " + $0 } ?? "")
    }
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

  /// Such as `the weights of layer 2 are not finite`; the loss is that of the whole network.
  var text: String { what == "loss" ? "the loss is not finite" : "the \(what) of layer \(layer) are not finite" }
}

extension Workspace {
  /// The first value that is not finite, in the order in which they are computed; nil where all are.
  func firstNonfinite(loss: Double) -> Nonfinite? {
    if loss.isFinite, isFinite(gradients[...]) { return nil }
    for (index, layer) in architecture.layers.enumerated() {
      if !isFinite(weights[layer.offset..<layer.offset + layer.parameterCount]) {
        return Nonfinite(layer: index + 1, what: "weights")
      }
      if !values(in: activations[index + 1], units: layer.units).allSatisfy(\.isFinite) {
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

  private func isFinite(_ values: Slice<UnsafeMutableBufferPointer<Double>>) -> Bool {
    guard let first = UnsafeBufferPointer(rebasing: values).baseAddress else { return true }
    return kernels.table.pointee.finiteness(first, values.count) == 0
  }
}
