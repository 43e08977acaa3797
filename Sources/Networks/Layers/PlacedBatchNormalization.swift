import Probability

/// Batch normalization among its neighbours. The sums hold the values brought to mean 0 and variance 1.
struct PlacedBatchNormalization: PlacedLayer {
  let inputs: Int
  let offset: Int
  let momentum: Double
  let epsilon: Double

  var units: Int { inputs }
  /// Gamma, beta, running mean and running variance of each unit.
  var parameterCount: Int { 4 * inputs }
  var trainedCount: Int { 2 * inputs }
  var variables: [Range<Int>] { [0..<units, units..<2 * units] }
  var outline: String { "batch norm" }
  /// 1 / √(variance + epsilon)
  var notesPerUnit: Int { 1 }

  func draw(into weights: inout [Double], using generator: inout PCG64) {
    for first in [1.0, 0, 0, 1] { weights += Array(repeating: first, count: units) }
  }

  func forward(_ slot: Slot, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    for unit in rows {
      let (gamma, beta) = (slot.weights[unit], slot.weights[units + unit])
      let x = slot.input + unit * slot.pitch
      let (mean, variance) =
        slot.isTraining
        ? batchMoments(slot, unit) : (slot.weights[2 * units + unit], slot.weights[3 * units + unit])
      let scale = 1 / (variance + epsilon).squareRoot()
      slot.notes[unit] = scale
      for point in 0..<slot.points {
        let normal = (x[point] - mean) * scale
        slot.sums[unit * slot.pitch + point] = normal
        slot.output[unit * slot.pitch + point] = gamma * normal + beta
      }
    }
  }

  /// Mean and population variance of a unit's batch; the running ones move towards them.
  private func batchMoments(_ slot: Slot, _ unit: Int) -> (mean: Double, variance: Double) {
    let x = slot.input + unit * slot.pitch
    var sum = 0.0
    for point in 0..<slot.points { sum += x[point] }
    let mean = sum / Double(slot.points)
    var squares = 0.0
    for point in 0..<slot.points { squares += (x[point] - mean) * (x[point] - mean) }
    let variance = squares / Double(slot.points)
    let (runningMean, runningVariance) = (2 * units + unit, 3 * units + unit)
    slot.weights[runningMean] = slot.weights[runningMean] * momentum + mean * (1 - momentum)
    slot.weights[runningVariance] = slot.weights[runningVariance] * momentum + variance * (1 - momentum)
    return (mean, variance)
  }

  func turn(_ slot: Slot, rows: Range<Int>) {
    for unit in rows {
      let delta = slot.deltas + unit * slot.pitch
      let normal = slot.sums + unit * slot.pitch
      var (ofBeta, ofGamma) = (0.0, 0.0)
      for point in 0..<slot.points {
        ofBeta += delta[point]
        ofGamma += delta[point] * normal[point]
      }
      slot.gradients[unit] = ofGamma
      slot.gradients[units + unit] = ofBeta
      let scale = slot.weights[unit] * slot.notes[unit]
      let (meanBeta, meanGamma) =
        slot.isTraining ? (ofBeta / Double(slot.points), ofGamma / Double(slot.points)) : (0, 0)
      for point in 0..<slot.points {
        delta[point] = scale * (delta[point] - meanBeta - normal[point] * meanGamma)
      }
    }
  }

  func passBack(_ slot: Slot, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    let sources = rows.clamped(to: 0..<inputs)
    guard let before = slot.deltasBefore, !sources.isEmpty else { return }
    (before + sources.lowerBound * slot.pitch).update(
      from: slot.deltas + sources.lowerBound * slot.pitch, count: sources.count * slot.pitch)
  }
}
