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

  /// Rows of one of the buffers.
  func block(_ buffer: UnsafeMutablePointer<Double>, _ rows: Range<Int>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: buffer + rows.lowerBound * pitch, count: rows.count * pitch)
  }
}
