import Vocabulary

/// All weights 0: every unit of a layer stays the same as its neighbours.
struct Zeros: Initializer {
  static let declaration = Declaration<any Initializer>(
    "zeros", "All weights 0: the units of a layer never become different.",
    documentation: Documentation(
      formula: "w = 0",
      examples: [Example("sample zeros [2, 2]", gives: "[[0, 0],\n [0, 0]]")],
      seeAlso: ["ones", "constant"],
      aliases: ["zeros_", "Zeros"])
  ) { Zeros() }

  var name: String { "zeros" }
  var python: PythonInitializer { PythonInitializer(keras: "\"zeros\"") }
  var profile: InitializerProfile {
    InitializerProfile(standardDeviation: "0", suits: "biases only", keras: "Zeros", torch: "zeros_")
  }

  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution { Constant(0) }
}

/// All weights 1: every unit of a layer stays the same as its neighbours.
struct Ones: Initializer {
  static let declaration = Declaration<any Initializer>(
    "ones", "All weights 1: the units of a layer never become different.",
    documentation: Documentation(
      formula: "w = 1",
      examples: [Example("sample ones [1, 3]", gives: "[[1, 1, 1]]")],
      seeAlso: ["zeros", "constant"],
      aliases: ["ones_", "Ones"])
  ) { Ones() }

  var name: String { "ones" }
  var python: PythonInitializer { PythonInitializer(keras: "\"ones\"") }
  var profile: InitializerProfile {
    InitializerProfile(standardDeviation: "0", suits: "scales, not weights", keras: "Ones", torch: "ones_")
  }

  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution { Constant(1) }
}

/// A distribution used as an initializer that ignores the fans.
public struct FixedInitializer: Initializer {
  public let fixed: any Distribution

  public init(fixed: any Distribution) { self.fixed = fixed }

  public var name: String { fixed.name }
  public var python: PythonInitializer { fixed.python }
  public var properties: [Property] { fixed.properties }
  public var display: Display { fixed.display }
  public var profile: InitializerProfile {
    InitializerProfile(
      standardDeviation: NumberStyle.standard.text(fixed.standardDeviation), suits: "any", keras: fixed.name,
      torch: fixed.name)
  }

  public func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution { fixed }
}

/// The identity matrix: each unit passes one input on.
struct Identity: Initializer {
  let gain: Double

  static let declaration = Declaration<any Initializer>(
    "identity", "Passes inputs on as they are: 1 on the diagonal, 0 elsewhere.",
    Parameter("gain", .finite, "what stands on the diagonal", default: 1),
    documentation: Documentation(
      formula: "w[i, j] = if i == j then gain else 0",
      source:
        "Q. V. Le, N. Jaitly, G. E. Hinton, A simple way to initialize recurrent networks of rectified linear units, 2015",
      examples: [Example("sample identity [2, 3]", gives: "[[1, 0, 0],\n [0, 1, 0]]")],
      seeAlso: ["orthogonal"],
      aliases: [
        "eye_",
        "Identity",
      ])
  ) { gain in Identity(gain: gain) }

  var name: String { "identity" }
  var python: PythonInitializer {
    PythonInitializer(
      keras: gain == 1 ? "keras.initializers.Identity()" : "keras.initializers.Identity(gain=\(gain.python))"
    ) { [gain] tensor in
      gain == 1 ? "nn.init.eye_(\(tensor))" : "nn.init.eye_(\(tensor)).mul_(\(gain.python))"
    }
  }
  var properties: [Property] { gain == 1 ? [] : [Property("gain", .number(gain))] }
  var profile: InitializerProfile {
    InitializerProfile(
      standardDeviation: "a matrix of its own kind", suits: "linear layers, recurrent nets", keras: "Identity",
      torch: "eye_")
  }

  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution { throw hasNoDistribution() }

  func weights(_ shape: KernelShape, using generator: inout PCG64) throws(Failure) -> [Double] {
    var weights = [Double](repeating: 0, count: shape.count)
    for index in 0..<min(shape.rows, shape.columns) { weights[index * shape.columns + index] = gain }
    return weights
  }
}
