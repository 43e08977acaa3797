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
