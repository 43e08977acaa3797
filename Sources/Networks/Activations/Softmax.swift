import ElementaryFunctions
import Vocabulary

/// Turns the weighted sums of a layer into shares of 1.
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
  var derivative: String? { nil }
  var bounds: ClosedRange<Double> { 0...1 }
  var isElementwise: Bool { false }

  /// Of a single number, which is all there is to share.
  func value(_ z: Double) -> Double { z.isNaN ? z : 1 }
  func slope(_ z: Double, _ y: Double) -> Double { 0 }

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

  func columnValues(_ slot: Slot, units: Int) {
    let (pitch, points) = (slot.pitch, slot.points)
    for point in 0..<points {
      var largest = slot.sums[point]
      for unit in 1..<max(1, units) {
        let sum = slot.sums[unit * pitch + point]
        if !(sum <= largest) { largest = sum }
      }
      for unit in 0..<units { slot.output[unit * pitch + point] = slot.sums[unit * pitch + point] - largest }
    }
    let block = slot.block(slot.output, 0..<units)
    exp(UnsafeBufferPointer(block), into: block)
    for point in 0..<points {
      var sum = 0.0
      for unit in 0..<units { sum += slot.output[unit * pitch + point] }
      for unit in 0..<units { slot.output[unit * pitch + point] /= sum }
    }
  }

  func multiplyColumnSlopes(_ slot: Slot, units: Int) {
    let pitch = slot.pitch
    for point in 0..<slot.points {
      var sum = 0.0
      for unit in 0..<units { sum += slot.output[unit * pitch + point] * slot.deltas[unit * pitch + point] }
      for unit in 0..<units {
        let place = unit * pitch + point
        slot.deltas[place] = slot.output[place] * (slot.deltas[place] - sum)
      }
    }
  }
}
