import Probability
import Vocabulary

/// A layer among its neighbours: what it does with a batch, forward and backward.
///
/// A batch lies unit after unit, its points side by side. The units of a layer are shared out among threads, each doing
/// some rows; nothing that a row yields depends on how they are shared out.
public protocol PlacedLayer: Sendable {
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
  var notesPerUnit: Int { get }

  /// Appends its first parameters.
  func draw(into weights: inout [Double], using generator: inout PCG64) throws(Failure)
  /// Draws what is random in the next batch.
  func prepare(_ slot: Slot, using generator: inout PCG64)
  /// Computes some rows of the output.
  func forward(_ slot: Slot, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>)
  /// Computes what needs all rows at once.
  func finishForward(_ slot: Slot)
  /// Whether `turn` needs all rows at once.
  var turnsTogether: Bool { get }
  /// Turns ∂L/∂output into the derivative by what the layer's weights feed, in place, in some rows.
  func turn(_ slot: Slot, rows: Range<Int>)
  /// Computes some rows of the gradients, of which there are `inputs + 1`, and of ∂L/∂input, of which there are `inputs`.
  func passBack(_ slot: Slot, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>)
}

extension PlacedLayer {
  public var kernelCount: Int { 0 }
  public var trainedCount: Int { parameterCount }
  public var activation: any Activation { Linear() }
  public var notesPerUnit: Int { 0 }
  public func prepare(_ slot: Slot, using generator: inout PCG64) {}
  public func finishForward(_ slot: Slot) {}
  public var turnsTogether: Bool { false }
}
