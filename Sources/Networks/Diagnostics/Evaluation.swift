import Vocabulary

/// The loss of a network on some data, and the share of points put into their class.
public struct Evaluation: Object {
  public let loss: Double
  /// Nil where the targets are quantities.
  public let accuracy: Double?

  /// Throws where the data do not fit, and a failure of kind `interrupted` where it was stopped.
  public init(
    _ architecture: Architecture, _ weights: [Double], on data: Dataset, loss: any Loss,
    interruption: Interruption = Interruption()
  ) throws(Failure) {
    try architecture.check(data, loss: loss)
    let workspace = try Workspace(architecture, weights: weights, capacity: data.count)
    workspace.load(data, rows: Array(0..<data.count)[...])
    workspace.forward(points: data.count, until: interruption)
    try interruption.check()
    self.loss = workspace.loss(loss, points: data.count)
    accuracy = data.classes == nil ? nil : Double(workspace.hits(points: data.count)) / Double(data.count)
  }

  public var kind: String { "evaluation" }
  public var display: Display { "loss \(loss)" + (accuracy.map { ", accuracy \($0)" } ?? "") }
  public var properties: [Property] {
    [Property("loss", .number(loss))] + (accuracy.map { [Property("accuracy", .number($0))] } ?? [])
  }
}

extension Architecture {
  /// The outputs for points in the rows of a matrix, a row each. Throws where the columns are not the inputs,
  /// and a failure of kind `interrupted` where it was stopped.
  public func predict(
    _ points: Matrix, weights: [Double], interruption: Interruption = Interruption()
  ) throws(Failure) -> Matrix {
    let blank = Matrix(
      rows: points.rows, columns: outputs, elements: [Double](repeating: 0, count: points.rows * outputs))
    let data = Dataset(name: "points", features: points, targets: blank, classes: nil)
    guard points.rows > 0 else { return blank }
    guard points.columns == inputs else {
      throw Failure(
        .argument, "a point has \(counted(points.columns, "number")), but the network begins with input(\(inputs))")
    }
    let workspace = try Workspace(self, weights: weights, capacity: points.rows)
    workspace.load(data, rows: Array(0..<points.rows)[...])
    workspace.forward(points: points.rows, until: interruption)
    try interruption.check()
    var result = blank
    for row in 0..<points.rows {
      for output in 0..<outputs { result[row, output] = workspace.activations[layers.count][output * points.rows + row] }
    }
    return result
  }
}
