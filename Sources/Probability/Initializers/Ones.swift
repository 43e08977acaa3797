import Vocabulary

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
