import Probability
import Vocabulary

/// The loss along one or two directions from a network's weights.
public struct Landscape: Record {
  public enum Direction: String, Sendable, CaseIterable {
    case random, gradient
  }

  /// How far along each direction, from -span to span.
  public let positions: [Double]
  /// A row for each position along the second direction, one row where there is none; a column for each along the first.
  public let losses: Matrix

  fileprivate static func filterNormalized(
    _ architecture: Architecture, _ weights: [Double], using generator: inout PCG64
  ) -> [Double] {
    var direction = [Double](repeating: 0, count: weights.count)
    for layer in architecture.layers where layer.kernelCount > 0 {
      for index in 0..<layer.kernelCount { direction[layer.offset + index] = generator.standardNormal() }
      for unit in 0..<layer.units {
        let indices = stride(from: layer.offset + unit, to: layer.offset + layer.kernelCount, by: layer.units)
        let (ofWeights, ofDirection) = (
          EuclideanNorm(indices.map { weights[$0] }), EuclideanNorm(indices.map { direction[$0] })
        )
        let scale = ofDirection.value > 0 ? ofWeights.value / ofDirection.value : 0
        for index in indices { direction[index] *= scale }
      }
    }
    return direction
  }

  fileprivate static func descending(
    _ architecture: Architecture, _ weights: [Double], _ pass: FullBatchPass
  ) throws(Failure) -> [Double] {
    var direction = try pass.gradient().gradient
    var trained = EuclideanNorm()
    for layer in architecture.layers {
      trained.add(weights[layer.offset..<layer.offset + layer.trainedCount])
      for index in layer.trainedCount..<layer.parameterCount { direction[layer.offset + index] = 0 }
    }
    let length = EuclideanNorm(direction).value
    guard length > 0, length.isFinite else { return [Double](repeating: 0, count: weights.count) }
    let scale = (trained.value > 0 ? trained.value : 1) / length
    return direction.map { -scale * $0 }
  }

  public var kind: String { "landscape" }

  public static let fields: [Field<Landscape>] = [
    Field("step", "how far along each direction, in lengths of the weights", as: .digits(3), aliases: ["positions"]) {
      $0.positions
    },
    Field(
      "loss", "the loss there; of two directions a row for each step along the second", as: .digits(5),
      aliases: ["losses"]
    ) { $0.losses.rows == 1 ? Value.vector($0.losses.elements) : .matrix($0.losses) },
    Field("lowest", "the smallest finite loss, nan where there is none") { $0.least?.loss ?? .nan },
    Field("lowest_at", "the steps to it along each direction", only: "with a finite loss") {
      $0.least?.position
    },
    Field("highest", "the largest finite loss, nan where there is none") {
      $0.losses.elements.filter(\.isFinite).max() ?? .nan
    },
  ]

  /// The smallest finite loss, and how far it is along each direction.
  private var least: (loss: Double, position: [Double])? {
    guard let least = losses.elements.filter(\.isFinite).min() else { return nil }
    let (row, column) = (losses.elements.firstIndex(of: least) ?? 0).quotientAndRemainder(dividingBy: losses.columns)
    return (least, losses.rows == 1 ? [positions[column]] : [positions[column], positions[row]])
  }

  public var display: Display { (losses.rows == 1 ? Display(line) : Display(plane)) + "\n" + verdict }

  private var line: Table {
    let finite = losses.elements.filter(\.isFinite)
    let (least, most) = (finite.min() ?? 0, finite.max() ?? 0)
    let bars = losses.elements.map { loss in
      let height = loss.isFinite && most > least ? (loss - least) / (most - least) : 0
      let length = loss.isFinite ? 1 + Int((39 * height).rounded()) : loss == .infinity ? 40 : 0
      return Display(String(repeating: "█", count: length))
    }
    return table(["step", "loss"], bars: bars)
  }

  private var plane: Table {
    var table = Table([Table.Column("")] + positions.map { _ in Table.Column("") })
    table.add([""] + positions.map { Display($0, digits: 3) })
    for (row, position) in positions.enumerated() {
      table.add([Display(position, digits: 3)] + losses.row(row).map { Display($0, digits: 3) })
    }
    return table
  }

  private var verdict: Display {
    let finite = losses.elements.filter(\.isFinite)
    guard let least, let most = finite.max() else { return "nowhere a finite loss" }
    if least.loss == most, finite.count == losses.elements.count { return "flat: the loss is \(most) everywhere" }
    let at = least.position.map { Display($0, digits: 3) }.joined(separator: ", ")
    return "lowest at " + at + ": \(least.loss); highest: \(most)"
  }
}

extension Architecture {
  /// Draws one direction, or two, and takes the loss at so many positions along each.
  ///
  /// A random direction is filter-normalized (H. Li and others, Visualizing the loss landscape of neural nets, 2018): the
  /// part that leads into a unit is as long as the unit's weights; biases and batch normalization stay. The gradient's
  /// direction is the one that descends, as long as all trained parameters together. A second direction is always random.
  /// Throws where the data do not fit, and when it is interrupted.
  public func landscape(
    _ weights: [Double], on data: Dataset, loss: any Loss, along direction: Landscape.Direction, directions: Int,
    positions count: Int, span: Double, using generator: inout PCG64, interruption: Interruption = Interruption(),
    progress: (@Sendable (WorkProgress?) -> Void)? = nil
  ) throws(Failure) -> Landscape {
    let pass = try FullBatchPass(self, weights, on: data, loss: loss, interruption: interruption)
    defer { progress?(nil) }
    let first =
      direction == .random
      ? Landscape.filterNormalized(self, weights, using: &generator)
      : try Landscape.descending(self, weights, pass)
    let second = directions == 1 ? nil : Landscape.filterNormalized(self, weights, using: &generator)
    let positions = (0..<count).map { count == 1 ? 0 : span * (2 * Double($0) / Double(count - 1) - 1) }
    var losses: [Double] = []
    for other in second == nil ? [0] : positions {
      for position in positions {
        for index in weights.indices {
          pass.workspace.weights[index] = weights[index] + position * first[index] + other * (second?[index] ?? 0)
        }
        losses.append(try pass.run(backward: false))
        let whole = Double(second == nil ? count : count * count)
        progress?(WorkProgress("landscape: \(losses.count) losses", share: Double(losses.count) / whole))
      }
    }
    return Landscape(
      positions: positions, losses: Matrix(rows: second == nil ? 1 : count, columns: count, elements: losses))
  }
}

extension Kind where Output == Landscape.Direction {
  /// `random` or `gradient`, with or without quotation marks.
  public static let direction = Kind.choice("random or gradient")
}
