import CKernels
import ElementaryFunctions

/// The numbers that one layer works on.
public struct Slot {
  /// Rows of the input, with one more of ones.
  let input: UnsafeMutablePointer<Double>
  /// What comes before the activation.
  let sums: UnsafeMutablePointer<Double>
  let output: UnsafeMutablePointer<Double>
  /// ∂L/∂output, after `turn` by the sums.
  let deltas: UnsafeMutablePointer<Double>
  /// ∂L/∂input; nil in the first layer.
  let deltasBefore: UnsafeMutablePointer<Double>?
  /// What the layer keeps between forward and backward.
  let notes: UnsafeMutablePointer<Double>
  let weights: UnsafeMutablePointer<Double>
  let gradients: UnsafeMutablePointer<Double>
  /// Points, and points with those that fill up the last vector.
  let points: Int
  let filledPoints: Int
  /// From one row to the next.
  let pitch: Int
  let isTraining: Bool
  let kernels: Kernels
  /// To which every operation is rounded; nil: as doubles are.
  let format: NumberFormat?

  /// A product of matrices.
  func multiply(_ product: MatrixProduct, _ scratch: UnsafeMutablePointer<Double>) {
    var product = product
    if var format {
      kernels.table.pointee.rounded_product(&product, &format)
    } else {
      kernels.table.pointee.matrix_product(&product, scratch)
    }
  }

  /// Rounds rows of one of the buffers to the format.
  func round(_ buffer: UnsafeMutablePointer<Double>, _ rows: Range<Int>) {
    guard var format, !rows.isEmpty else { return }
    kernels.table.pointee.round_values(buffer + rows.lowerBound * pitch, rows.count * pitch, &format)
  }

  /// Rows of one of the buffers.
  func block(_ buffer: UnsafeMutablePointer<Double>, _ rows: Range<Int>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: buffer + rows.lowerBound * pitch, count: rows.count * pitch)
  }
}
