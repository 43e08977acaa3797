import Probability
import Vocabulary

/// Layers whose input is added to what they put out.
public struct ResidualLayer: Layer {
  public let layers: [any Layer]
  public let extent: LayerExtent

  static let declaration = Declaration<any Layer>(
    "residual", "Layers whose input is added to what they put out, so that gradients have a way past them.",
    .rest(
      "layers", .layers, "the layers of the block, or a list of them; the last as wide as what comes in", atLeast: 1),
    documentation: Documentation(
      formula: "y = x + layers(x)",
      source: "K. He and others, Deep residual learning for image recognition, 2016",
      notes:
        "The sum counts as a layer, behind those of the block. Residual blocks may stand in repeat and in each other.",
      examples: [
        Example(
          "sequential(input(2), dense(8), repeat(10, residual(dense(8, tanh), dense(8))), seed=1)",
          gives: "sequential: 2 → 8 linear → 10 × residual(8 tanh → 8 linear), 1464 parameters")
      ],
      seeAlso: ["repeat", "layer_normalization", "chain"],
      aliases: [
        ForeignName("Add", instead: "residual(layer…) adds the input of the layers to their output"), "skip",
        "shortcut",
      ])
  ) { (layers) throws(Failure) in try ResidualLayer(layers: layers.flatMap { $0 }) }

  init(layers: [any Layer]) throws(Failure) {
    guard !layers.isEmpty else {
      throw Failure(.argument, "a residual block needs a layer", about: .argument("layers"))
    }
    self.layers = layers
    extent = try LayerExtent(around: layers)
  }

  public var display: Display { "residual(" + layers.list + ")" }

  public func add(to assembly: inout LayerAssembly) throws(Failure) {
    let (start, width) = (assembly.count, assembly.width)
    for layer in layers { try layer.add(to: &assembly) }
    guard assembly.width == width else {
      throw Failure(
        .argument,
        "a residual block adds what comes in to what comes out, but \(counted(width, "value")) come\(width == 1 ? "s" : "") "
          + "in and \(assembly.width) come\(assembly.width == 1 ? "s" : "") out",
        hint: "end the block with dense(\(width)), or put a layer of \(counted(assembly.width, "unit")) before it")
    }
    try assembly.append { (position) in BuiltSum(inputs: width, offset: position.offset, start: start) }
  }
}

/// The end of a residual block in a network: what the layer before puts out and what came into the block.
struct BuiltSum: BuiltLayer {
  let inputs: Int
  let offset: Int
  /// The first layer of the block.
  let start: Int

  var units: Int { inputs }
  var parameterCount: Int { 0 }
  var variables: [Range<Int>] { [] }
  /// Counted from 1, as tables print it.
  var outline: String { "+ input of \(start + 1)" }
  var secondInput: Int? { start }

  var kerasName: String { "add" }
  var arrays: [LayerArray] { [] }
  var definition: Display { "" }
  func python(for library: TensorLayout) -> PythonLayer { PythonLayer(library == .keras ? ["keras.layers.Add("] : []) }
  var torchModuleCount: Int { 0 }

  func draw(into weights: inout [Double], using generator: inout PCG64) {}

  func forward(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    guard let second = buffers.secondInput else { return }
    for index in rows.lowerBound * buffers.pitch..<rows.upperBound * buffers.pitch {
      buffers.output[index] = buffers.input[index] + second[index]
    }
  }

  func backwardActivation(_ buffers: LayerBuffers, rows: Range<Int>) {}

  func backwardInput(_ buffers: LayerBuffers, rows: Range<Int>, scratch: UnsafeMutablePointer<Double>) {
    buffers.passDeltas(rows.clamped(to: 0..<inputs))
  }

  func addToSecondInput(_ buffers: LayerBuffers, rows: Range<Int>) {
    guard let before = buffers.secondInputDeltas else { return }
    for index in rows.lowerBound * buffers.pitch..<rows.upperBound * buffers.pitch {
      before[index] += buffers.deltas[index]
    }
  }
}
