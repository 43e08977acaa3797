import CKernels
import ElementaryFunctions

/// The numbers that one layer works on.
public struct LayerBuffers {
  /// Rows of the input, with one more of ones.
  public let input: UnsafeMutablePointer<Double>
  /// What comes before the activation.
  public let preActivations: UnsafeMutablePointer<Double>
  public let output: UnsafeMutablePointer<Double>
  /// ∂L/∂output, after `backwardActivation` by the pre-activations.
  public let deltas: UnsafeMutablePointer<Double>
  /// ∂L/∂input; nil in the first layer.
  public let inputDeltas: UnsafeMutablePointer<Double>?
  /// What comes in besides, and ∂L/∂ that, to which is added; nil where there is none, the latter of a network's input too.
  public let secondInput: UnsafeMutablePointer<Double>?
  public let secondInputDeltas: UnsafeMutablePointer<Double>?
  /// What the layer keeps between forward and backward.
  public let savedState: UnsafeMutablePointer<Double>
  public let weights: UnsafeMutablePointer<Double>
  public let gradients: UnsafeMutablePointer<Double>
  /// Points, and points with those that fill up the last vector.
  public let points: Int
  public let filledPoints: Int
  /// From one row to the next.
  public let pitch: Int
  public let isTraining: Bool
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

  /// Hands rows of the deltas on to the input as they are.
  public func passDeltas(_ rows: Range<Int>) {
    guard let inputDeltas, !rows.isEmpty else { return }
    (inputDeltas + rows.lowerBound * pitch).update(from: deltas + rows.lowerBound * pitch, count: rows.count * pitch)
  }

  /// Rounds rows of one of the buffers to the format.
  func round(_ buffer: UnsafeMutablePointer<Double>, _ rows: Range<Int>) {
    guard var format, !rows.isEmpty else { return }
    kernels.table.pointee.round_values(buffer + rows.lowerBound * pitch, rows.count * pitch, &format)
  }

  /// Rows of one of the buffers.
  public func block(_ buffer: UnsafeMutablePointer<Double>, _ rows: Range<Int>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: buffer + rows.lowerBound * pitch, count: rows.count * pitch)
  }
}
