import Vocabulary

/// The weighted sums of layers for some points, as weights change.
public struct PreActivationPass {
  /// All parameters as they are now; batch normalization's running means stay what they were.
  public private(set) var weights: [Double]
  public let architecture: Architecture
  private let workspace: Workspace
  private let data: Dataset
  private let interruption: Interruption

  /// Throws a failure of kind `argument` where the features do not fit or are not finite.
  init(
    _ architecture: Architecture, _ weights: [Double], on data: Dataset, interruption: Interruption
  ) throws(Failure) {
    // What is to be learnt does not matter here.
    let zeros = [Double](repeating: 0, count: data.count * architecture.outputs)
    let points = Dataset(
      name: data.name, features: data.features,
      targets: Matrix(rows: data.count, columns: architecture.outputs, elements: zeros), classes: nil)
    self.data = try architecture.fitted(points, loss: MeanSquaredError())
    self.architecture = architecture
    self.weights = weights
    self.interruption = interruption
    workspace = try Workspace.withoutChance(architecture, weights: weights, points: data.count)
  }

  /// Of all sums of a layer together. Throws when it is interrupted.
  func moments(ofLayer index: Int) throws(Failure) -> RunningMoments {
    var moments = RunningMoments()
    try run(index) { moments.add($0) }
    return moments
  }

  /// Of the sums of each unit of a layer. Throws when it is interrupted.
  func momentsOfUnits(ofLayer index: Int) throws(Failure) -> [RunningMoments] {
    var moments = [RunningMoments](repeating: RunningMoments(), count: architecture.layers[index].units)
    try run(index) { values in
      let points = values.count / moments.count
      for unit in moments.indices { moments[unit].add(Array(values[unit * points..<(unit + 1) * points])) }
    }
    return moments
  }

  private func run(_ index: Int, _ visit: ([Double]) -> Void) throws(Failure) {
    try workspace.forward(data, interruption) { _ in
      visit(workspace.values(in: workspace.preActivations[index], units: architecture.layers[index].units))
    }
  }

  /// Changes some of a layer's parameters.
  mutating func update(_ layer: any BuiltLayer, _ change: (inout ArraySlice<Double>) -> Void) {
    let range = layer.offset..<layer.offset + layer.parameterCount
    change(&weights[range])
    for index in range { workspace.weights[index] = weights[index] }
  }
}
