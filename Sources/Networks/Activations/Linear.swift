import Vocabulary

/// The weighted sum itself.
struct Linear: Activation {
  static let declaration = Declaration<any Activation>(
    "linear", "The weighted sum itself; layers of it collapse into one.",
    documentation: Documentation(
      formula: "linear(x) = x",
      examples: [Example("linear(3)", gives: "3")])
  ) { Linear() }

  var name: String { "linear" }
  var derivative: String? { "1" }
  func value(_ z: Double) -> Double { z }
  func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) {
    _ = y.update(fromContentsOf: z)
  }
  func multiply(
    _ deltas: UnsafeMutableBufferPointer<Double>, bySlopesAt z: UnsafeBufferPointer<Double>,
    values y: UnsafeBufferPointer<Double>
  ) {}
  func slope(_ z: Double, _ y: Double) -> Double { 1 }
}
