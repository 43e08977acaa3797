import CKernels
import Probability
import Vocabulary

/// A dense layer among its neighbours.
///
/// Its parameters are the kernel, `inputs × units` in row-major order as Keras has it, and then the biases: one matrix of
/// `inputs + 1` rows, for an input whose last row is ones.
struct PlacedDense: PlacedLayer {
  let inputs: Int
  let units: Int
  let offset: Int
  let activation: any Activation
  let initializer: any Initializer
  let bias: any Initializer

  var kernelCount: Int { inputs * units }
  var parameterCount: Int { (inputs + 1) * units }
  var variables: [Range<Int>] { [0..<kernelCount, kernelCount..<parameterCount] }
  var outline: String { "\(units) \(activation.name)" }

  func draw(into weights: inout [Double], using generator: inout PCG64) throws(Failure) {
    weights += try initializer.weights(KernelShape(rows: inputs, columns: units), using: &generator)
    weights += try bias.weights(
      KernelShape(rows: 1, columns: units, fanIn: inputs, fanOut: units), using: &generator)
  }

  func forward(_ slot: Slot, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    var product = MatrixProduct(
      rows: rows.count, columns: slot.filledPoints, depth: inputs + 1,
      a: slot.weights + rows.lowerBound, a_row: 1, a_column: units,
      b: slot.input, b_row: slot.pitch, b_column: 1,
      c: slot.sums + rows.lowerBound * slot.pitch, c_row: slot.pitch)
    slot.kernels.table.pointee.matrix_product(&product, scratch)
    guard activation.isElementwise else { return }
    activation.values(of: UnsafeBufferPointer(slot.block(slot.sums, rows)), into: slot.block(slot.output, rows))
  }

  func finishForward(_ slot: Slot) {
    if !activation.isElementwise { activation.columnValues(slot, units: units) }
  }

  var turnsTogether: Bool { !activation.isElementwise }

  func turn(_ slot: Slot, rows: Range<Int>) {
    guard activation.isElementwise else { return activation.multiplyColumnSlopes(slot, units: units) }
    activation.multiply(
      slot.block(slot.deltas, rows), bySlopesAt: UnsafeBufferPointer(slot.block(slot.sums, rows)),
      values: UnsafeBufferPointer(slot.block(slot.output, rows)))
  }

  func passBack(_ slot: Slot, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    var gradients = MatrixProduct(
      rows: rows.count, columns: units, depth: slot.points,
      a: slot.input + rows.lowerBound * slot.pitch, a_row: slot.pitch, a_column: 1,
      b: slot.deltas, b_row: 1, b_column: slot.pitch,
      c: slot.gradients + rows.lowerBound * units, c_row: units)
    slot.kernels.table.pointee.matrix_product(&gradients, scratch)
    let sources = rows.clamped(to: 0..<inputs)
    guard let before = slot.deltasBefore, !sources.isEmpty else { return }
    var deltas = MatrixProduct(
      rows: sources.count, columns: slot.filledPoints, depth: units,
      a: slot.weights + sources.lowerBound * units, a_row: units, a_column: 1,
      b: slot.deltas, b_row: slot.pitch, b_column: 1,
      c: before + sources.lowerBound * slot.pitch, c_row: slot.pitch)
    slot.kernels.table.pointee.matrix_product(&deltas, scratch)
  }
}
