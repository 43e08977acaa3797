import Vocabulary

/// How a training went, epoch by epoch.
public struct History: Object {
  public enum Ending: Sendable, Equatable {
    case completed
    /// In this epoch, counted from 1.
    case interrupted(epoch: Int)
    /// In this epoch and batch, counted from 1.
    case notFinite(epoch: Int, batch: Int, Nonfinite)
  }

  /// The mean loss of each epoch's batches, as they were met.
  public private(set) var losses: [Double] = []
  /// The share of points put into their class, met likewise; empty where the targets are quantities.
  public private(set) var accuracies: [Double] = []
  public var ending = Ending.completed
  private let isClassification: Bool
  private let epochs: Int

  init(isClassification: Bool, epochs: Int) {
    self.isClassification = isClassification
    self.epochs = epochs
  }

  mutating func add(loss: Double, accuracy: Double) {
    losses.append(loss)
    if isClassification { accuracies.append(accuracy) }
  }

  public var kind: String { "history" }
  public var properties: [Property] {
    [Property("loss", .vector(losses)), Property("accuracy", .vector(accuracies))]
  }

  /// A table at epochs 1, 2, 5, 10, 20, 50, 100 … and the last.
  public var display: Display {
    var columns = [Table.Column("epoch"), Table.Column("loss")]
    if isClassification { columns.append(Table.Column("accuracy")) }
    var table = Table(columns)
    for epoch in 1...max(1, losses.count) where epoch <= losses.count && isShown(epoch) {
      var row = [Display(Double(epoch)), Display(losses[epoch - 1])]
      if isClassification { row.append(Display(accuracies[epoch - 1])) }
      table.add(row)
    }
    let note = ending.note(of: epochs)
    if losses.isEmpty { return note ?? "no epochs" }
    return Display(table) + (note.map { "\n" + $0 } ?? "")
  }

  private func isShown(_ epoch: Int) -> Bool {
    var power = 1
    while power <= epoch {
      if [power, 2 * power, 5 * power].contains(epoch) { return true }
      power *= 10
    }
    return epoch == losses.count
  }
}

extension History.Ending {
  /// What is to be said of it; nothing where all went as planned.
  fileprivate func note(of epochs: Int) -> Display? {
    switch self {
    case .completed: nil
    case .interrupted(let epoch): "stopped in epoch \(epoch) of \(epochs); the weights reached are kept"
    case .notFinite(let epoch, let batch, let place):
      "stopped in epoch \(epoch), batch \(batch): the \(place.what) of layer \(place.layer) are not finite"
    }
  }
}
