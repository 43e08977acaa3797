import Vocabulary

/// A layer of a network as it stands, with its parameters.
public struct NetworkLayer: Record {
  /// Counted from 1.
  public let number: Int
  private let layer: any BuiltLayer
  /// Those of the whole network.
  private let parameters: [Double]

  public init(_ number: Int, of architecture: Architecture, parameters: [Double]) {
    self.number = number
    layer = architecture.layers[number - 1]
    self.parameters = parameters
  }

  public var kind: String { "layer of a network" }
  public var numberCount: Int { layer.parameterCount }
  public var display: Display {
    "layer \(number): \(layer.outline), \(counted(layer.parameterCount, "parameter"))"
  }

  public static let fields: [Field<NetworkLayer>] = [
    Field("number", "which layer it is, from 1", aliases: ["layer"]) { $0.number },
    Field("outline", "what it is, such as \"5 tanh\"", aliases: ["name"]) { $0.layer.outline },
    Field("inputs", "how many numbers come in") { $0.layer.inputs },
    Field("units", "how many units it has", aliases: ["outputs"]) { $0.layer.units },
    Field("activation", "what each unit does with its weighted sum") { Value.object($0.layer.activation) },
    Field(
      "weights", "a row for each input, a column for each unit", only: "of a layer with a matrix of weights",
      aliases: ["weight", "kernel", "W"]
    ) { $0.layer.kernelCount > 0 ? $0.kernel : nil },
    Field(
      "biases", "one for each unit", only: "of a layer with a matrix of weights and biases", aliases: ["bias", "b"]
    ) { $0.biases },
    Field("parameters", "all its numbers in a row, as they are kept") { $0.own },
    Field("trained", "how many of them are trained, from the first on") { $0.layer.trainedCount },
  ]

  private var own: [Double] { Array(parameters[layer.offset..<layer.offset + layer.parameterCount]) }

  private var kernel: Matrix {
    Matrix(rows: layer.inputs, columns: layer.units, elements: Array(own.prefix(layer.kernelCount)))
  }

  private var biases: [Double]? {
    layer.kernelCount > 0 && layer.parameterCount > layer.kernelCount ? Array(own.dropFirst(layer.kernelCount)) : nil
  }
}
