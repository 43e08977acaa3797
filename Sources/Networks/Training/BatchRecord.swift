import Vocabulary

/// How a training went, batch by batch.
public struct BatchRecord: Record {
  /// The epoch of each batch, and which of that epoch it is; counted from 1.
  public private(set) var epochs: [Int] = []
  public private(set) var batches: [Int] = []
  public private(set) var losses: [Double] = []
  /// Empty where the targets are quantities.
  public private(set) var accuracies: [Double] = []
  /// The learning rate of each batch's step.
  public private(set) var rates: [Double] = []
  private var readings: [Watch.Reading] = []
  private let watches: [Watch]

  init(watches: [Watch]) { self.watches = watches }

  mutating func add(
    epoch: Int, batch: Int, loss: Double, accuracy: Double?, rate: Double, reading: Watch.Reading?
  ) {
    rates.append(rate)
    epochs.append(epoch)
    batches.append(batch)
    losses.append(loss)
    if let accuracy { accuracies.append(accuracy) }
    if let reading { readings.append(reading) }
  }

  public var kind: String { "batch record" }
  public var numberCount: Int { 5 * losses.count + readings.reduce(0) { $0 + $1.numberCount } }

  public static let fields: [Field<BatchRecord>] =
    [
      Field("epoch", "the epoch of each batch, from 1") { $0.epochs },
      Field("batch", "which batch of its epoch it is, from 1") { $0.batches },
      Field("loss", "the mean loss of the batch's points before its step") { $0.losses },
      Field("accuracy", "the share of the batch's points put into their class, from 0 to 1", only: "of classes") {
        $0.accuracies.isEmpty ? nil : $0.accuracies
      },
      Field("learning_rate", "the learning rate of the batch's step", aliases: ["lr", "rate"]) { $0.rates },
    ] + Watch.fields.map { $0.of(\.readings) }

  /// The first and the last batches.
  public var display: Display {
    let rows = Self.rows(of: losses.count, most: 20, atEnds: 10)
    return Display(table(["epoch", "batch", "loss", "accuracy"] + watches.flatMap(\.columns), rows: rows))
  }
}

/// What a history keeps besides its epochs.
public enum Recording: String, Sendable, CaseIterable {
  case epochs, batches
}

extension Kind where Output == Recording {
  /// `epochs` or `batches`, with or without quotation marks.
  public static let recording = Kind.choice("epochs or batches")
}
