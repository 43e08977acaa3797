import Vocabulary

/// What each layer does with some data and how strongly the loss pulls at it.
public struct Inspection: Object {
  /// One layer.
  struct Row: Sendable {
    let mean: Double
    let deviation: Double
    /// The share of activations within 0.01 of a bound.
    let saturated: Double
    /// The share of units that are 0 for every point.
    let dead: Double
    /// ‖∂L/∂z‖: the root of the mean square over units and points, each point's loss counted by itself.
    let delta: Double
    /// ‖∂L/∂W‖, the Euclidean norm.
    let gradient: Double
    /// ‖ΔW‖ / ‖W‖ for one step of plain gradient descent.
    let change: Double
  }

  let rows: [Row]
  let learningRate: Double

  /// Runs all points forward and backward once. Throws where the data do not fit.
  public init(
    _ architecture: Architecture, _ weights: [Double], on data: Dataset, loss: any Loss, learningRate: Double
  ) throws(Failure) {
    let data = try architecture.fitted(data, loss: loss)
    let workspace = try Workspace(architecture, weights: weights, capacity: data.count)
    workspace.load(data, rows: Array(0..<data.count)[...])
    workspace.forward()
    workspace.backward(loss)
    rows = architecture.layers.indices.map { workspace.row($0, learningRate: learningRate) }
    self.learningRate = learningRate
  }

  public var kind: String { "inspection" }
  public var properties: [Property] {
    [
      Property("mean", .vector(rows.map(\.mean))), Property("std", .vector(rows.map(\.deviation))),
      Property("saturated", .vector(rows.map(\.saturated))), Property("dead", .vector(rows.map(\.dead))),
      Property("delta", .vector(rows.map(\.delta))), Property("gradient", .vector(rows.map(\.gradient))),
      Property("change", .vector(rows.map(\.change))),
    ]
  }

  public var display: Display {
    let titles = ["layer", "mean", "std", "saturated", "dead", "‖∂L/∂z‖", "‖∂L/∂W‖", "‖ΔW‖/‖W‖"]
    var table = Table(titles.map { Table.Column($0) })
    for (index, row) in rows.enumerated() {
      table.add([
        Display(Double(index + 1)), rounded(row.mean), rounded(row.deviation), percent(row.saturated),
        percent(row.dead), rounded(row.delta), rounded(row.gradient), rounded(row.change),
      ])
    }
    return Display(table) + "\n" + verdict
  }

  /// Counted from 1.
  private var referenceLayer: Int { rows.count > 2 ? rows.count - 1 : rows.count }
  private var reference: Row? { rows.isEmpty ? nil : rows[referenceLayer - 1] }

  private func rounded(_ number: Double) -> Display { Display(number, digits: 3) }
  private func percent(_ share: Double) -> Display { Display(100 * share, digits: 3) + "%" }

  /// The pull at the first layer is compared with that at the last hidden one (the last of all where there is only one).
  /// Vanishing: it is less than a thousandth. Exploding: more than a hundred times. Dying: more than half of a layer's units are dead. Saturated: more than half of a hidden layer's
  /// activations.
  var verdict: Display {
    guard let first = rows.first, let last = reference else { return "" }
    let worst = rows.indices.max { rows[$0].dead < rows[$1].dead } ?? 0
    if rows.contains(where: { !$0.delta.isFinite || !$0.deviation.isFinite }) {
      return "exploding: some values are not finite any more"
    }
    if rows[worst].dead > 0.5 {
      return "dying units: " + percent(rows[worst].dead) + " of layer \(worst + 1) are 0 for every point"
    }
    if first.delta == 0, last.delta == 0 { return "no pull: ‖∂L/∂z‖ is 0 in every layer" }
    let ratio = first.delta / last.delta
    let factor = "‖∂L/∂z‖ of layer 1 is " + rounded(ratio) + " times that of layer \(referenceLayer)"
    if ratio < 1e-3 { return "vanishing: " + factor }
    if ratio > 100 { return "exploding: " + factor }
    if let layer = rows.dropLast().firstIndex(where: { $0.saturated > 0.5 }) {
      return "saturated: " + percent(rows[layer].saturated) + " of layer \(layer + 1) is at a bound; " + factor
    }
    return "healthy: " + factor
  }
}

extension Workspace {
  /// What one layer does with all points that are loaded; the workspace holds exactly these.
  fileprivate func row(_ index: Int, learningRate: Double) -> Inspection.Row {
    let layer = architecture.layers[index]
    let output = values(in: activations[index + 1], units: layer.units)
    let moments = Moments(of: output)
    let saturated = output.count { layer.activation.isSaturated($0, tolerance: 0.01) }
    let dead = !layer.activation.canDie ? 0 : (0..<layer.units).count { unit in
      output[unit * points..<(unit + 1) * points].allSatisfy { $0 == 0 }
    }
    let pulled = layer.offset..<layer.offset + (layer.kernelCount > 0 ? layer.kernelCount : layer.trainedCount)
    let gradient = norm(gradients[pulled])
    let delta = norm(values(in: deltas[index], units: layer.units))
    return Inspection.Row(
      mean: moments.mean, deviation: moments.standardDeviation, saturated: Double(saturated) / Double(output.count),
      dead: Double(dead) / Double(layer.units),
      delta: delta / Double(output.count).squareRoot() * Double(points), gradient: gradient,
      change: pulled.isEmpty ? 0 : learningRate * gradient / norm(weights[pulled]))
  }

  private func norm(_ values: some Sequence<Double>) -> Double {
    var sum = 0.0
    for value in values { sum += value * value }
    return sum.squareRoot()
  }
}
