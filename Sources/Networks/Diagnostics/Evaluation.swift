import Vocabulary

/// The loss of a network on some data, and how well its outputs meet the targets.
public struct Evaluation: Record {
  public let loss: Double
  /// The share of points put into their class; nil where the targets are quantities.
  public let accuracy: Double?
  /// The mean of |output - target|, and the share of the targets' variance that the outputs explain; nil for classes.
  public let meanAbsoluteError: Double?
  public let explained: Double?
  /// Loss and accuracy with the means and variances of these points in place of the running ones of batch normalization,
  /// where the loss differs by more than a tenth; nil where it does not.
  public var ofBatches: (loss: Double, accuracy: Double?)?
  /// What works by accident, if at all, said before the numbers.
  public var cautions: [String] = []

  public var kind: String { "evaluation" }
  public var display: Display {
    let before = cautions.map { Display("caution: " + $0 + "\n") }.reduce("", +)
    let names = ["loss", "accuracy", "mae", "r2"]
    let numbers = names.compactMap { name in field(name).map { "\(name) \($0.display)" as Display } }
    let measures = before + numbers.joined(separator: ", ")
    guard let ofBatches else { return measures }
    let accuracy: Display = ofBatches.accuracy.map { ", accuracy \($0)" } ?? ""
    return measures + "\nwith the batches' own means: loss \(ofBatches.loss)" + accuracy
      + "; the running means of batch normalization lag behind"
  }

  public static let fields: [Field<Evaluation>] = [
    Field("loss", "the mean loss of the points") { $0.loss },
    Field("accuracy", "the share of points put into their class, from 0 to 1", only: "of classes", aliases: ["acc"]) {
      $0.accuracy
    },
    Field("mae", "the mean of |output - target|", only: "of quantities") { $0.meanAbsoluteError },
    Field(
      "r2", "the share of the targets' variance that the outputs explain", only: "of quantities", symbol: "R²",
      aliases: ["r²", "r_squared"]
    ) { $0.explained },
    Field(
      "batch_loss", "the loss with the batches' own means",
      only: "where the running means of batch normalization lag behind"
    ) { $0.ofBatches?.loss },
    Field(
      "batch_accuracy", "the accuracy with the batches' own means",
      only: "where the running means of batch normalization lag behind"
    ) { $0.ofBatches?.accuracy },
  ]
}

extension Architecture {
  /// Points that go through the network at once.
  private static var piece: Int { 512 }

  /// The loss on some data, as `predict` sees them: without dropout, with the running means of batch normalization.
  ///
  /// Throws where the data do not fit, and when it is interrupted.
  public func evaluate(
    _ weights: [Double], on data: Dataset, loss: any Loss, weights pointWeights: PointWeights? = nil,
    interruption: Interruption = Interruption()
  ) throws(Failure) -> Evaluation {
    let fitted = try fitted(data, loss: loss).weighted(by: pointWeights)
    var evaluation = try evaluate(weights, fitted: fitted, loss: loss, interruption: interruption)
    guard layers.contains(where: { $0.trainedCount < $0.parameterCount }) else { return evaluation }
    let pass = try FullBatchPass(self, weights, on: fitted, loss: loss, interruption: interruption)
    var correct = 0
    let ofBatches = try pass.run(backward: false) { _ in correct += pass.workspace.correctPredictions(loss) }
    if (ofBatches - evaluation.loss).magnitude > 0.1 * max(ofBatches, evaluation.loss) {
      evaluation.ofBatches = (ofBatches, evaluation.accuracy.map { _ in Double(correct) / Double(data.count) })
    }
    return evaluation
  }

  /// For data that are already as the network takes them.
  func evaluate(
    _ weights: [Double], fitted data: Dataset, loss: any Loss, interruption: Interruption
  ) throws(Failure) -> Evaluation {
    let workspace = try Workspace(self, weights: weights, capacity: min(data.count, Self.piece))
    var sum = 0.0, absolute = 0.0, squares = 0.0
    var correct = 0
    try workspace.forward(data, interruption) { _ in
      sum += workspace.loss(loss) * Double(workspace.points)
      if data.classes != nil { correct += workspace.correctPredictions(loss) }
      let outputs = workspace.values(in: workspace.activations[layers.count], units: self.outputs)
      let targets = workspace.values(in: workspace.targets, units: self.outputs)
      for (output, target) in zip(outputs, targets) {
        absolute += (output - target).magnitude
        squares += (output - target) * (output - target)
      }
    }
    let mean = sum / Double(data.count)
    guard data.classes == nil else {
      return Evaluation(
        loss: mean, accuracy: Double(correct) / Double(data.count), meanAbsoluteError: nil, explained: nil)
    }
    let moments = Moments(of: data.targets.elements)
    let count = Double(data.targets.elements.count)
    return Evaluation(
      loss: mean, accuracy: nil, meanAbsoluteError: absolute / count,
      explained: 1 - squares / (count * moments.variance))
  }

  /// The outputs for points in the rows of a matrix, a row each.
  ///
  /// Throws where the columns are not the inputs, and when it is interrupted.
  public func predict(
    _ points: Matrix, weights: [Double], interruption: Interruption = Interruption()
  ) throws(Failure) -> Matrix {
    var result = Matrix(
      rows: points.rows, columns: outputs, elements: [Double](repeating: 0, count: points.rows * outputs))
    guard points.rows > 0 else { return result }
    guard points.columns == inputs else { throw misfit(points) }
    let data = Dataset(name: "points", features: points, targets: result, classes: nil)
    let workspace = try Workspace(self, weights: weights, capacity: min(points.rows, Self.piece))
    try workspace.forward(data, interruption) { start in
      for point in 0..<workspace.points {
        for output in 0..<outputs {
          result[start + point, output] = workspace.activations[layers.count][output * workspace.pitch + point]
        }
      }
    }
    return result
  }
}

extension Workspace {
  /// How many of the loaded points are put into their class: the output beyond the loss's boundary, or the largest of
  /// several.
  func correctPredictions(_ loss: any Loss) -> Int {
    let output = activations[architecture.layers.count]
    var count = 0
    for point in 0..<points {
      if architecture.outputs == 1 {
        if (output[point] > loss.boundary) == (targets[point] > 0.5) { count += 1 }
      } else if largest(in: output, point) == largest(in: targets, point) {
        count += 1
      }
    }
    return count
  }

  private func largest(in values: UnsafeMutablePointer<Double>, _ point: Int) -> Int {
    var best = 0
    for unit in 1..<architecture.outputs where values[unit * pitch + point] > values[best * pitch + point] {
      best = unit
    }
    return best
  }
}
