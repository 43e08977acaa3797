/// A layer that puts an activation behind its pre-activations.
protocol ActivatedLayer: BuiltLayer {}

extension ActivatedLayer {
  /// Computes some rows of the output from their pre-activations; one that needs all rows waits for `finishForward`.
  func activate(_ buffers: LayerBuffers, rows: Range<Int>) {
    guard activation.isElementwise else { return }
    activation.values(
      of: UnsafeBufferPointer(buffers.block(buffers.preActivations, rows)), into: buffers.block(buffers.output, rows))
  }

  func finishForward(_ buffers: LayerBuffers) {
    if !activation.isElementwise { activation.forwardColumns(buffers, units: units) }
  }

  var needsWholeBatch: Bool { !activation.isElementwise }

  func backwardActivation(_ buffers: LayerBuffers, rows: Range<Int>) {
    guard activation.isElementwise else { return activation.backwardColumns(buffers, units: units) }
    activation.multiply(
      buffers.block(buffers.deltas, rows),
      byDerivativesAt: UnsafeBufferPointer(buffers.block(buffers.preActivations, rows)),
      values: UnsafeBufferPointer(buffers.block(buffers.output, rows)))
  }
}
