import Vocabulary

/// Always the same number.
public struct Constant: Distribution {
  public let value: Double

  public init(_ value: Double) { self.value = value }

  public static let declaration = Declaration<any Distribution>(
    "constant", "Always the same number; as an initializer it leaves all units alike.",
    Parameter("value", .finite, "the number", default: 0),
    documentation: Documentation(
      examples: [Example("var(constant(0.5))", gives: "0")],
      seeAlso: ["zeros"])
  ) { value in Constant(value) }

  public var name: String { "constant" }
  public var python: PythonInitializer {
    value == 0
      ? PythonInitializer(keras: "\"zeros\"") { "nn.init.zeros_(\($0))" }
      : PythonInitializer(keras: "keras.initializers.Constant(\(value.python))") { [value] tensor in
        "nn.init.constant_(\(tensor), \(value.python))"
      }
  }
  public var properties: [Property] { [Property("value", .number(value))] }

  public var isDiscrete: Bool { true }
  public var mean: Double { value }
  public var variance: Double { 0 }
  public var skewness: Double { .nan }
  public var kurtosis: Double { .nan }
  public var mode: Double? { value }
  public var entropy: Double? { 0 }
  public var support: ClosedRange<Double> { value...value }

  public func density(_ x: Double) -> Double { x.isNaN ? x : pointMass(x) }
  public func cumulative(_ x: Double) -> Double { x.isNaN ? x : x >= value ? 1 : 0 }
  public func survival(_ x: Double) -> Double { x.isNaN ? x : x >= value ? 0 : 1 }
  public func quantile(_ p: Double) -> Double { (0...1).contains(p) ? value : .nan }
  public func upperQuantile(_ q: Double) -> Double { quantile(q) }
  public func pointMass(_ x: Double) -> Double { x == value ? 1 : 0 }
  public func sample(using generator: inout PCG64) -> Double { value }

  public func affine(scale: Double, shift: Double) throws(Failure) -> any Distribution {
    try Constant(scale * value + shift).checked("value")
  }

  public func adding(_ other: any Distribution) throws(Failure) -> (any Distribution)? {
    try other.affine(scale: 1, shift: value)
  }

  public func sumOfIndependent(_ n: Int) throws(Failure) -> (any Distribution)? {
    try affine(scale: Double(n), shift: 0)
  }
}
