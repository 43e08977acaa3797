import Probability
import Vocabulary

/// A layer in its place in a network: what it does with a batch, forward and backward, and what others call it.
///
/// A batch lies unit after unit, its points side by side. The units of a layer are shared out among threads, each doing
/// some rows; nothing that a row yields depends on how they are shared out.
public protocol BuiltLayer: Sendable {
  var inputs: Int { get }
  var units: Int { get }
  /// Where its parameters begin among the network's.
  var offset: Int { get }
  /// How many of its parameters form the matrix of weights, `inputs × units` in row-major order; they come first.
  var kernelCount: Int { get }
  /// How many parameters are trained; they come before those that the layer keeps for itself.
  var trainedCount: Int { get }
  /// The groups that are clipped one by one, as distances from the offset.
  var variables: [Range<Int>] { get }
  var parameterCount: Int { get }
  var activation: any Activation { get }
  /// In the outline of a network: `5 tanh`.
  var outline: String { get }
  /// How many numbers of its own it keeps between forward and backward for each unit, beside those of each point.
  var savedStatePerUnit: Int { get }
  /// How many it keeps for each point, for all units together; they lie behind those of the units, a row for each.
  var savedStatePerPoint: Int { get }
  /// The layer whose input comes in besides what the layer before puts out, as its place in the network counted from 0;
  /// nil for a layer with one input. From there to this layer is a block.
  var secondInput: Int? { get }
  /// Whether it brings what comes in to one size, so that the size of the weights before does not count.
  var normalizes: Bool { get }

  /// Keras's word for it: `dense`.
  var kerasName: String { get }
  /// Its parameters as the arrays that Keras and PyTorch keep them in.
  var arrays: [LayerArray] { get }
  /// The line that makes it in the language, with everything that it was made of.
  var definition: Display { get }
  /// How it is written for a library; throws a failure of kind `argument` where that has nothing like a part of it.
  func python(for library: TensorLayout) throws(Failure) -> PythonLayer
  /// How many modules of `torch.nn.Sequential` it is; the end of a block is none.
  var torchModuleCount: Int { get }
  /// The name of one of its parameters, counted from its offset: `the bias of unit 2`.
  func parameterName(_ index: Int) -> String

  /// Appends its first parameters.
  func draw(into weights: inout [Double], using generator: inout PCG64) throws(Failure)
  /// Draws what is random in the next batch.
  func prepare(_ buffers: LayerBuffers, using generator: inout PCG64)
  /// Writes what makes the layer do the same at every point and each time, where `prepare` would draw.
  func prepareWithoutChance(_ buffers: LayerBuffers)
  /// Computes some rows of the output.
  func forward(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>)
  /// Computes what needs all rows at once.
  func finishForward(_ buffers: LayerBuffers)
  /// Whether `backwardActivation` needs all rows at once.
  var needsWholeBatch: Bool { get }
  /// Turns ∂L/∂output, in `deltas`, into the derivative by the pre-activations, in place, in some rows.
  func backwardActivation(_ buffers: LayerBuffers, rows: Range<Int>)
  /// Computes some rows of the gradients, of which there are `inputs + 1`, and of ∂L/∂input, of which there are `inputs`.
  func backwardInput(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>)
  /// Adds to some rows of ∂L/∂ the second input, after the layer that has it for its own has written its part.
  func addToSecondInput(_ buffers: LayerBuffers, rows: Range<Int>)

  /// The same with other weights to begin with, and with another activation; itself where it has neither.
  func replacing(initializer: any Initializer) -> any BuiltLayer
  func replacing(activation: any Activation) -> any BuiltLayer
  /// The mean square of its outputs for that of its inputs, and by what mean squares of gradients grow on the way back
  /// through it, for a layer without a matrix of weights.
  func signalGain(_ meanSquare: Double, weights: ArraySlice<Double>) -> (meanSquare: Double, backward: Double)
}

extension BuiltLayer {
  public var kernelCount: Int { 0 }
  public var trainedCount: Int { parameterCount }
  public var activation: any Activation { Linear() }
  public var savedStatePerUnit: Int { 0 }
  public var savedStatePerPoint: Int { 0 }
  public var secondInput: Int? { nil }
  public var normalizes: Bool { false }
  public var torchModuleCount: Int { 1 }
  public func parameterName(_ index: Int) -> String { "parameter \(index + 1)" }
  public func prepare(_ buffers: LayerBuffers, using generator: inout PCG64) {}
  public func prepareWithoutChance(_ buffers: LayerBuffers) {}
  public func finishForward(_ buffers: LayerBuffers) {}
  public var needsWholeBatch: Bool { false }
  public func addToSecondInput(_ buffers: LayerBuffers, rows: Range<Int>) {}
  public func replacing(initializer: any Initializer) -> any BuiltLayer { self }
  public func replacing(activation: any Activation) -> any BuiltLayer { self }
  public func signalGain(_ meanSquare: Double, weights: ArraySlice<Double>) -> (meanSquare: Double, backward: Double) {
    (meanSquare, 1)
  }
}
