import Vocabulary

/// What one layer did with the points of a pass.
struct LayerReading {
  /// Which layer, counted from 1, and its outline.
  let number: Int
  let outline: String
  /// Whether it has pre-activations z; those of other layers stand for something else.
  let isDense: Bool
  /// Whether it works on a branch of a residual block that only later joins the way past it.
  let isOnBranch: Bool
  private(set) var preActivations = RunningMoments()
  private(set) var outputs = RunningMoments()
  /// The outputs of each unit, of the last layer only.
  private var unitOutputs: [RunningMoments]
  private(set) var weightNorm = 0.0

  private let layer: any BuiltLayer
  private var saturatedCount = 0
  private var outputCount = 0
  private var isSilent: [Bool]
  private var deltas = EuclideanNorm()
  private var gradients: [Double]
  /// The weights, or gamma and beta of a batch normalization.
  private let trained: Range<Int>

  init(_ architecture: Architecture, _ index: Int, isOnBranch: Bool, weights: [Double]) {
    layer = architecture.layers[index]
    self.isOnBranch = isOnBranch
    number = index + 1
    outline = layer.outline
    unitOutputs = Array(repeating: RunningMoments(), count: number == architecture.layers.count ? layer.units : 0)
    isDense = layer.kernelCount > 0
    isSilent = [Bool](repeating: layer.activation.canDie, count: layer.units)
    trained = layer.offset..<layer.offset + (isDense ? layer.kernelCount : layer.trainedCount)
    gradients = [Double](repeating: 0, count: trained.count)
    weightNorm = EuclideanNorm(weights[trained]).value
  }

  /// Takes in the points that are loaded.
  mutating func add(_ workspace: Workspace, share: Double) {
    let index = number - 1
    let points = workspace.points
    let values = workspace.values(in: workspace.activations[index + 1], units: layer.units)
    outputs.add(values)
    for unit in unitOutputs.indices { unitOutputs[unit].add(Array(values[unit * points..<(unit + 1) * points])) }
    if isDense { preActivations.add(workspace.values(in: workspace.preActivations[index], units: layer.units)) }
    saturatedCount += values.count { layer.activation.isSaturated($0, tolerance: 0.01) }
    outputCount += values.count
    let sums = workspace.preActivations[index]
    for unit in isSilent.indices where isSilent[unit] {
      isSilent[unit] = (0..<points).allSatisfy { point in
        let value = values[unit * points + point]
        return value == 0 && layer.activation.derivative(at: sums[unit * workspace.pitch + point], value: value) == 0
      }
    }
    let deltas = EuclideanNorm(workspace.values(in: workspace.deltas[index], units: layer.units))
    self.deltas.add(norm: deltas.value * Double(points))
    for index in gradients.indices { gradients[index] += share * workspace.gradients[trained.lowerBound + index] }
  }

  var units: Int { layer.units }
  /// The standard deviation of an output from point to point, as a root mean square over the units of the last layer.
  var spread: Double {
    EuclideanNorm(unitOutputs.map(\.standardDeviation)).value / Double(max(1, unitOutputs.count)).squareRoot()
  }
  /// The share of activations within 0.01 of a bound; nan where it is not known whether there is one.
  var saturated: Double { layer.activation.knowsBounds ? Double(saturatedCount) / Double(outputCount) : .nan }
  /// The share of units that are 0 for every point, and stay so under small changes.
  var dead: Double { Double(isSilent.count(where: \.self)) / Double(isSilent.count) }
  /// ‖∂L/∂z‖: the root of the mean square over units and points, each point's loss counted by itself.
  var delta: Double { deltas.value / Double(outputCount).squareRoot() }
  /// ‖∂L/∂W‖, the Euclidean norm.
  var gradient: Double { EuclideanNorm(gradients).value }
  /// Whether it has anything to learn.
  var isTrained: Bool { !trained.isEmpty }
}

/// Mean and spread of numbers that come piece by piece (Chan, Golub and LeVeque 1979).
struct RunningMoments {
  private var count = 0.0
  private(set) var mean = 0.0
  private var variance = 0.0

  mutating func add(_ numbers: [Double]) {
    guard !numbers.isEmpty else { return }
    let piece = Moments(of: numbers)
    let whole = count + Double(piece.count)
    let share = Double(piece.count) / whole
    let step = count == 0 ? 0 : piece.mean - mean
    variance =
      count == 0
      ? piece.variance : variance * (1 - share) + piece.variance * share + step * step * share * (1 - share)
    mean = count == 0 ? piece.mean : mean + step * share
    count = whole
  }

  var standardDeviation: Double { variance.squareRoot() }
}
