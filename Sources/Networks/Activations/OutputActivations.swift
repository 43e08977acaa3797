import ElementaryFunctions
import Vocabulary

/// The weighted sum itself.
public struct Linear: Activation {
  public init() {}

  static let declaration = Declaration<any Activation>(
    "linear", "The weighted sum itself; layers of it collapse into one.",
    documentation: Documentation(
      formula: "linear(x) = x",
      examples: [Example("linear(3)", gives: "3")])
  ) { Linear() }

  public var name: String { "linear" }
  public var python: PythonActivation { PythonActivation(keras: "\"linear\"", torch: nil) }
  public var kinks: [Double] { [] }
  public var derivativeFormula: String? { "1" }
  public func value(_ z: Double) -> Double { z }
  public func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) {
    _ = y.update(fromContentsOf: z)
  }
  public func multiply(
    _ deltas: UnsafeMutableBufferPointer<Double>, byDerivativesAt z: UnsafeBufferPointer<Double>,
    values y: UnsafeBufferPointer<Double>
  ) {}
  public func derivative(at z: Double, value y: Double) -> Double { 1 }
}

/// e to the power of the weighted sum.
struct ExponentialActivation: Activation {
  static let declaration = Declaration<any Activation>(
    "exponential", "e to the power of the weighted sum.",
    documentation: Documentation(
      formula: "exp(x)",
      examples: [Example("dense(1, exponential)", gives: "dense(1, exponential)")],
      seeAlso: ["exp"])
  ) { ExponentialActivation() }

  var name: String { "exponential" }
  var python: PythonActivation {
    PythonActivation(
      keras: "\"exponential\"", torch: "Exponential()",
      torchDefinition: """
        class Exponential(nn.Module):
            def forward(self, x):
                return torch.exp(x)
        """)
  }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { "exp(x)" }
  var bounds: ClosedRange<Double> { 0 ... .infinity }
  func value(_ z: Double) -> Double { exp(z) }
  func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) { exp(z, into: y) }
  func derivative(at z: Double, value y: Double) -> Double { y }
}

/// Turns the pre-activations of a layer into shares of 1.
struct Softmax: Activation {
  static let declaration = Declaration<any Activation>(
    "softmax", "Turns numbers into positive shares that add up to 1.",
    documentation: Documentation(
      formula: "softmax(x) = e^x / sum(e^x)",
      notes: "Its derivative: ∂softmaxᵢ/∂xⱼ = softmaxᵢ × ((i = j) - softmaxⱼ).",
      examples: [Example("softmax([0, log(3)])", gives: "[0.25, 0.75]")],
      seeAlso: ["categorical_crossentropy", "sigmoid"])
  ) { Softmax() }

  var name: String { "softmax" }
  var python: PythonActivation { PythonActivation(keras: "\"softmax\"", torch: "nn.Softmax(dim=1)") }
  var kinks: [Double] { [] }
  var derivativeFormula: String? { nil }
  var formula: String? {
    "if length(shape(x)) > 1 then [softmax(row) for row in x] else exp(x - max(x)) / sum(exp(x - max(x)))"
  }
  var bounds: ClosedRange<Double> { 0...1 }
  var isElementwise: Bool { false }

  /// Of a single number, which is all there is to share.
  func value(_ z: Double) -> Double { z.isNaN ? z : 1 }
  func derivative(at z: Double, value y: Double) -> Double { 0 }

  /// Shares of one row of numbers.
  func values(of z: UnsafeBufferPointer<Double>, into y: UnsafeMutableBufferPointer<Double>) {
    guard var largest = z.first else { return }
    for number in z where !(number <= largest) { largest = number }
    for index in z.indices { y[index] = z[index] - largest }
    exp(UnsafeBufferPointer(y), into: y)
    var sum = 0.0
    for share in y { sum += share }
    for index in y.indices { y[index] /= sum }
  }

  func forwardColumns(_ buffers: LayerBuffers, units: Int) {
    let (pitch, points) = (buffers.pitch, buffers.points)
    for point in 0..<points {
      var largest = buffers.preActivations[point]
      for unit in 1..<max(1, units) {
        let sum = buffers.preActivations[unit * pitch + point]
        if !(sum <= largest) { largest = sum }
      }
      for unit in 0..<units {
        buffers.output[unit * pitch + point] = buffers.preActivations[unit * pitch + point] - largest
      }
    }
    let block = buffers.block(buffers.output, 0..<units)
    exp(UnsafeBufferPointer(block), into: block)
    for point in 0..<points {
      var sum = 0.0
      for unit in 0..<units { sum += buffers.output[unit * pitch + point] }
      for unit in 0..<units { buffers.output[unit * pitch + point] /= sum }
    }
  }

  func backwardColumns(_ buffers: LayerBuffers, units: Int) {
    let pitch = buffers.pitch
    for point in 0..<buffers.points {
      var sum = 0.0
      for unit in 0..<units { sum += buffers.output[unit * pitch + point] * buffers.deltas[unit * pitch + point] }
      for unit in 0..<units {
        let index = unit * pitch + point
        buffers.deltas[index] = buffers.output[index] * (buffers.deltas[index] - sum)
      }
    }
  }
}
