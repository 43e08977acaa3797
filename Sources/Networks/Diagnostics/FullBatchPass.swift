import Vocabulary

/// Sends all points through a network, piece by piece, as training does but without chance.
///
/// Batch normalization takes the moments of each piece, as in training; dropout drops nothing. So the loss is a fixed
/// function of the weights, and the gradients are its derivatives.
struct FullBatchPass {
  let workspace: Workspace
  let loss: any Loss
  private let data: Dataset
  private let interruption: Interruption

  /// Throws where the data do not fit the network or the loss.
  init(
    _ architecture: Architecture, _ weights: [Double], on data: Dataset, loss: any Loss, interruption: Interruption
  ) throws(Failure) {
    self.data = try architecture.fitted(data, loss: loss)
    self.loss = loss
    self.interruption = interruption
    workspace = try Workspace.withoutChance(architecture, weights: weights, points: data.count)
  }

  var count: Int { data.count }

  /// The standard deviation of the targets from point to point, as a root mean square over the outputs.
  var targetSpread: Double {
    let deviations = (0..<data.targets.columns).map { Moments(of: data.targets.column($0)).standardDeviation }
    return EuclideanNorm(deviations).value / Double(max(1, deviations.count)).squareRoot()
  }

  /// The loss of an output that is the targets' mean for every point.
  var lossOfConstant: Double {
    let targets = data.targets
    var sum = 0.0
    for column in 0..<targets.columns {
      let values = targets.column(column)
      let mean = Moments(of: values).mean
      for target in values { sum += loss.value(mean, target) }
    }
    return sum / Double(loss.isSummed ? targets.rows : targets.rows * targets.columns)
  }

  /// The mean loss. Each piece is shown forward, and backward if wanted, with its share of all points.
  ///
  /// Throws once it is interrupted.
  @discardableResult
  func run(backward: Bool = true, _ visit: (_ share: Double) -> Void = { _ in }) throws(Failure) -> Double {
    var mean = 0.0
    try workspace.forward(data, interruption) { _ in
      let share = Double(workspace.points) / Double(data.count)
      mean += share * workspace.loss(loss)
      if backward { workspace.backward(loss) }
      visit(share)
    }
    return mean
  }

  /// The mean loss and its derivatives by all parameters.
  func gradient() throws(Failure) -> (loss: Double, gradient: [Double]) {
    var sum = [Double](repeating: 0, count: workspace.gradients.count)
    let mean = try run { share in
      for index in sum.indices { sum[index] += share * workspace.gradients[index] }
    }
    return (mean, sum)
  }
}
