import CKernels
import Probability
import Vocabulary

/// Units that each see all units of the layer before.
public struct DenseLayer: Layer {
  public let units: Int
  public let activation: any Activation
  /// Nil: the network's.
  public let initializer: (any Initializer)?
  public let bias: any Initializer

  public init(units: Int, activation: any Activation, initializer: (any Initializer)?, bias: any Initializer) {
    self.units = units
    self.activation = activation
    self.initializer = initializer
    self.bias = bias
  }

  static let declaration = Declaration<any Layer>(
    "dense", "Units that each see all units of the layer before.",
    Parameter("units", .positiveCount, "the number of units", aliases: ["out_features"]),
    Parameter("activation", .activation, "what a unit does with its weighted sum", default: Linear()),
    .optional(
      "initializer", .initializer, "where the weights come from; the network's where left out",
      aliases: ["kernel_initializer", "weight_initializer"]),
    Parameter(
      "bias", .initializer, "where the biases come from", default: zeroBias,
      aliases: ["bias_initializer"]),
    documentation: Documentation(
      formula: "activation(x @ weights + bias)",
      examples: [Example("dense(5, tanh)", gives: "dense(5, tanh)")],
      seeAlso: ["sequential", "input"],
      aliases: [
        ForeignName("Dense"),
        ForeignName("Linear", instead: "dense(units); the inputs are known from the layer before"),
      ])
  ) { units, activation, initializer, bias in
    DenseLayer(units: units, activation: activation, initializer: initializer, bias: bias)
  }

  private static let zeroBias: any Initializer = FixedInitializer(fixed: Constant(0))

  public var display: Display {
    "dense(\(units), \(activation.display)" + (initializer.map { ", " + $0.display } ?? "") + ")"
  }

  public func build(at position: Architecture.Position) throws(Failure) -> any BuiltLayer {
    BuiltDense(
      inputs: position.inputs, units: units, offset: position.offset, activation: activation,
      initializer: initializer ?? position.initializer, bias: bias)
  }
}

/// A dense layer in a network.
///
/// Its parameters are the kernel, `inputs × units` in row-major order as Keras has it, and then the biases: one matrix of
/// `inputs + 1` rows, for an input whose last row is ones.
struct BuiltDense: BuiltLayer {
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

  var kerasName: String { "dense" }
  var arrays: [LayerArray] {
    [
      LayerArray(keras: "kernel", torch: "weight", shape: [inputs, units], range: 0..<kernelCount),
      LayerArray(keras: "bias", torch: "bias", shape: [units], range: kernelCount..<parameterCount),
    ]
  }
  var definition: Display {
    Display("dense(\(units), ") + activation.display + ", initializer=" + initializer.display + ", bias=" + bias.display
      + ")"
  }
  var torchModuleCount: Int { activation.python.torch == nil ? 1 : 2 }
  func python(for library: TensorLayout) throws(Failure) -> PythonLayer {
    let activation = activation.python
    switch library {
    case .keras:
      let call = [
        "keras.layers.Dense(\(units)", "activation=\(activation.keras)",
        "kernel_initializer=\(try initializer.keras(fanIn: inputs, fanOut: units))",
        "bias_initializer=\(try bias.keras(fanIn: inputs, fanOut: units))",
      ]
      return PythonLayer([call.joined(separator: ", ")], definition: activation.kerasDefinition)
    case .torch:
      let initialization = [
        try initializer.torch("layer.weight", fanIn: inputs, fanOut: units),
        try bias.torch("layer.bias", fanIn: inputs, fanOut: units),
      ]
      return PythonLayer(
        ["nn.Linear(\(inputs), \(units))"] + [activation.torch].compactMap(\.self), initialization: initialization,
        definition: activation.torchDefinition)
    }
  }
  func parameterName(_ index: Int) -> String {
    let unit = index % units + 1
    return index < kernelCount
      ? "the weight from input \(index / units + 1) to unit \(unit)" : "the bias of unit \(unit)"
  }

  func draw(into weights: inout [Double], using generator: inout PCG64) throws(Failure) {
    weights += try initializer.weights(KernelShape(rows: inputs, columns: units), using: &generator)
    weights += try bias.weights(
      KernelShape(rows: 1, columns: units, fanIn: inputs, fanOut: units), using: &generator)
  }

  func forward(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    let product = MatrixProduct(
      rows: rows.count, columns: buffers.filledPoints, depth: inputs + 1,
      a: buffers.weights + rows.lowerBound, a_row: 1, a_column: units,
      b: buffers.input, b_row: buffers.pitch, b_column: 1,
      c: buffers.preActivations + rows.lowerBound * buffers.pitch, c_row: buffers.pitch)
    buffers.multiply(product, scratch)
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

  func backwardInput(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    let gradients = MatrixProduct(
      rows: rows.count, columns: units, depth: buffers.points,
      a: buffers.input + rows.lowerBound * buffers.pitch, a_row: buffers.pitch, a_column: 1,
      b: buffers.deltas, b_row: 1, b_column: buffers.pitch,
      c: buffers.gradients + rows.lowerBound * units, c_row: units)
    buffers.multiply(gradients, scratch)
    let sources = rows.clamped(to: 0..<inputs)
    guard let before = buffers.inputDeltas, !sources.isEmpty else { return }
    let deltas = MatrixProduct(
      rows: sources.count, columns: buffers.filledPoints, depth: units,
      a: buffers.weights + sources.lowerBound * units, a_row: units, a_column: 1,
      b: buffers.deltas, b_row: buffers.pitch, b_column: 1,
      c: before + sources.lowerBound * buffers.pitch, c_row: buffers.pitch)
    buffers.multiply(deltas, scratch)
  }

  func replacing(initializer: any Initializer) -> any BuiltLayer {
    BuiltDense(
      inputs: inputs, units: units, offset: offset, activation: activation, initializer: initializer, bias: bias)
  }

  func replacing(activation: any Activation) -> any BuiltLayer {
    BuiltDense(
      inputs: inputs, units: units, offset: offset, activation: activation, initializer: initializer, bias: bias)
  }
}
