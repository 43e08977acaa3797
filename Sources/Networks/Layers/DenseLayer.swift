import CKernels
import Probability
import Vocabulary

/// Units that each see all units of the layer before.
public struct DenseLayer: SingleLayer {
  public let units: Int
  public let activation: any Activation
  /// Nil: the network's.
  public let initializer: (any Initializer)?
  /// Nil: there are none.
  public let bias: (any Initializer)?

  public init(units: Int, activation: any Activation, initializer: (any Initializer)?, bias: (any Initializer)?) {
    self.units = units
    self.activation = activation
    self.initializer = initializer
    self.bias = bias
  }

  static let declaration = Declaration<any Layer>(
    "dense", "Units that each see all units of the layer before.",
    Parameter("units", .positiveCount, "the number of units", aliases: ["out_features", "features", "n"]),
    Parameter("activation", .activation, "what a unit does with its weighted sum", default: Linear()),
    .optional(
      "initializer", .initializer, "where the weights come from; the network's where left out",
      aliases: ["kernel_initializer", "weight_initializer"]),
    Parameter(
      "bias", .bias, "where the biases come from; with false there are none", default: .standard,
      aliases: ["bias_initializer", "use_bias"]),
    documentation: Documentation(
      formula: "activation(x @ weights + bias)",
      notes:
        "The activation may be a function of yours, such as swish2(x) = x × sigmoid(2x): it is differentiated exactly, "
        + "and the layer keeps it as it is then.",
      examples: [
        Example(
          "sequential(input(2), dense(5, relu, bias=false), seed=1)", gives: "sequential: 2 → 5 relu, 10 parameters"),
        Example("predict(sequential(input(2), dense(2, tanh, constant(0.5))), [1, 2])", gives: "[0.905148, 0.905148]"),
      ],
      seeAlso: ["sequential", "input"],
      aliases: [
        ForeignName("Dense"),
        ForeignName("Linear", instead: "the inputs are known from the layer before", write: "dense(5)"),
      ])
  ) { units, activation, initializer, bias in
    DenseLayer(units: units, activation: activation, initializer: initializer, bias: bias.initializer)
  }

  public var display: Display {
    let bias = Bias(initializer: bias).display.map { ", bias=" + $0 }
    return "dense(\(units), \(activation.display)" + (initializer.map { ", " + $0.display } ?? "") + (bias ?? "") + ")"
  }

  public func build(at position: Architecture.Position) throws(Failure) -> any BuiltLayer {
    BuiltDense(
      inputs: position.inputs, units: units, offset: position.offset, activation: activation,
      initializer: initializer ?? position.initializer, bias: bias)
  }
}

/// A dense layer in a network.
///
/// Its parameters are the kernel, `inputs × units` in row-major order as Keras has it, and then the biases, if any: one
/// matrix of `inputs + 1` rows, for an input whose last row is ones.
struct BuiltDense: ActivatedLayer {
  let inputs: Int
  let units: Int
  let offset: Int
  let activation: any Activation
  let initializer: any Initializer
  let bias: (any Initializer)?

  /// The rows of its matrix of parameters.
  private var rows: Int { bias == nil ? inputs : inputs + 1 }
  var kernelCount: Int { inputs * units }
  var parameterCount: Int { rows * units }
  var variables: [Range<Int>] { [0..<kernelCount] + (bias == nil ? [] : [kernelCount..<parameterCount]) }
  var outline: String { "\(units) \(activation.name)" }

  var kerasName: String { "dense" }
  var arrays: [LayerArray] {
    let kernel = LayerArray(keras: "kernel", torch: "weight", shape: [inputs, units], range: 0..<kernelCount)
    let biases = LayerArray(keras: "bias", torch: "bias", shape: [units], range: kernelCount..<parameterCount)
    return bias == nil ? [kernel] : [kernel, biases]
  }
  var definition: Display {
    Display("dense(\(units), ") + activation.display + ", initializer=" + initializer.display + ", bias="
      + (bias?.display ?? "false") + ")"
  }
  var torchModuleCount: Int { activation.isTorchModule ? 2 : 1 }
  func python(for library: TensorLayout) throws(Failure) -> PythonLayer {
    let activation = try activation.python
    switch library {
    case .keras:
      let call = [
        "keras.layers.Dense(\(units)", "activation=\(activation.keras)",
        "kernel_initializer=\(try initializer.keras(fanIn: inputs, fanOut: units))",
        try bias.map { (bias) throws(Failure) in "bias_initializer=\(try bias.keras(fanIn: inputs, fanOut: units))" }
          ?? "use_bias=False",
      ]
      return PythonLayer([call.joined(separator: ", ")], definition: activation.kerasDefinition)
    case .torch:
      var initialization = [try initializer.torch("layer.weight", fanIn: inputs, fanOut: units)]
      if let bias { initialization.append(try bias.torch("layer.bias", fanIn: inputs, fanOut: units)) }
      return PythonLayer(
        ["nn.Linear(\(inputs), \(units)\(bias == nil ? ", bias=False" : ""))"] + [activation.torch].compactMap(\.self),
        initialization: initialization, definition: activation.torchDefinition)
    }
  }
  func parameterName(_ index: Int) -> String {
    let unit = index % units + 1
    return index < kernelCount
      ? "the weight from input \(index / units + 1) to unit \(unit)" : "the bias of unit \(unit)"
  }

  func draw(into weights: inout [Double], using generator: inout PCG64) throws(Failure) {
    weights += try initializer.weights(KernelShape(rows: inputs, columns: units), using: &generator)
    guard let bias else { return }
    weights += try bias.weights(
      KernelShape(rows: 1, columns: units, fanIn: inputs, fanOut: units), using: &generator)
  }

  func forward(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    let product = MatrixProduct(
      rows: rows.count, columns: buffers.filledPoints, depth: self.rows,
      a: buffers.weights + rows.lowerBound, a_row: 1, a_column: units,
      b: buffers.input, b_row: buffers.pitch, b_column: 1,
      c: buffers.preActivations + rows.lowerBound * buffers.pitch, c_row: buffers.pitch)
    buffers.multiply(product, scratch)
    activate(buffers, rows: rows)
  }

  func backwardInput(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    let learning = rows.clamped(to: 0..<self.rows)
    if !learning.isEmpty {
      let gradients = MatrixProduct(
        rows: learning.count, columns: units, depth: buffers.points,
        a: buffers.input + learning.lowerBound * buffers.pitch, a_row: buffers.pitch, a_column: 1,
        b: buffers.deltas, b_row: 1, b_column: buffers.pitch,
        c: buffers.gradients + learning.lowerBound * units, c_row: units)
      buffers.multiply(gradients, scratch)
    }
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

/// Where the biases of a layer come from, or that it has none.
struct Bias: Sendable {
  let initializer: (any Initializer)?

  static let standard = Bias(initializer: FixedInitializer(fixed: Constant(0)))

  /// As it is written, nil where it is the standard.
  var display: Display? {
    guard let initializer else { return "false" }
    let text = initializer.display
    return text == Self.standard.initializer?.display ? nil : text
  }
}

extension Kind where Output == Bias {
  /// An initializer; `true` for the standard one, `false` for none.
  static let bias = Kind(
    "an initializer, true or false", .either([Kind<any Initializer>.initializer.domain, .truth]),
    completion: .words(["true", "false"] + initializers.names + distributions.names),
    value: { bias in bias.initializer.map { .object($0) } ?? .truth(false) }
  ) { (value) throws(Failure) in
    if case .truth(let hasBiases) = value { return hasBiases ? .standard : Bias(initializer: nil) }
    return try Kind<any Initializer>.initializer.read(value).map { Bias(initializer: $0) }
  }
}
