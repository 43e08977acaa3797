import ElementaryFunctions
import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

/// Training in shorter formats.
@Suite struct PrecisionTests {
  /// Numbers of all sizes, halves of last places among them.
  private static let numbers: [Double] = {
    var word: UInt64 = 7
    var numbers: [Double] = [0, -0.0, .infinity, -.infinity, .nan, 65504, 65519.99, 65520, 0x1p-24, 0x1p-25, 0x1.8p-24]
    for index in 0..<200_000 {
      word = word &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
      let scale = Double(sign: .plus, exponent: Int(word >> 33 % 320) - 170, significand: 1)
      let number = scale * (Double(word >> 11) * 0x1p-52 - 1)
      // Every other one lies halfway between two numbers of some short format.
      numbers.append(index & 1 == 0 ? number : Double(bitPattern: number.bitPattern & ~0 << [41, 44, 28][index % 3]))
    }
    return numbers
  }()

  @Test(arguments: Kernels.Path.allSupported, FloatFormat.all.dropLast().map(\.name))
  func `kernels round as the formats say`(_ path: Kernels.Path, _ name: String) throws {
    let format = try #require(formats[name]).makeDefault()
    let rounded = format.rounded(Self.numbers, by: try #require(Kernels(path)))
    for (number, value) in zip(Self.numbers, rounded) {
      let expected = format.rounding(number)
      #expect(value.bitPattern == expected.bitPattern || (value.isNaN && expected.isNaN), "\(name)(\(number))")
      if name == "float32", !number.isNaN { #expect(value == Double(Float(number)), "\(number)") }
    }
  }

  @Test(arguments: FloatFormat.all.map(\.name))
  func `weights stay numbers of the format, the same on every path`(_ name: String) throws {
    let format = try #require(formats[name]).makeDefault()
    let architecture = try Fixtures.architecture(
      "tanh", "softmax", between: [try Fixtures.layer("batch_normalization"), try Fixtures.dense(5, "relu")])
    var generator = PCG64(seed: 6)
    let start = (0..<architecture.parameterCount).map { _ in generator.standardNormal().magnitude }
    var results: [[UInt64]] = []
    for path in Kernels.Path.allSupported {
      var training = try Fixtures.training(
        epochs: 3, batch: 7, loss: "categorical_crossentropy", optimizer: try Fixtures.optimizer("sgd", ""))
      training.precision = format
      training.kernels = try #require(Kernels(path))
      var weights = start
      let history = try training.run(architecture, &weights, on: try Fixtures.circles())
      #expect(history.ending == .completed)
      #expect(weights.allSatisfy { format.rounding($0) == $0 })
      results.append(weights.map(\.bitPattern))
    }
    #expect(results.allSatisfy { $0 == results[0] })
  }

  /// A scale by a power of 2 changes nothing where no number is lost.
  @Test func `the loss scale is divided out again`() throws {
    let architecture = try Fixtures.architecture("tanh", "sigmoid")
    var training = try Fixtures.training(
      epochs: 3, batch: 8, loss: "mse", optimizer: try Fixtures.optimizer("adam", ""))
    let start = (0..<architecture.parameterCount).map { 0.1 * Double($0) - 0.5 }
    var plain = start
    _ = try training.run(architecture, &plain, on: try Fixtures.circles())
    training.lossScale = 1024
    var scaled = start
    _ = try training.run(architecture, &scaled, on: try Fixtures.circles())
    #expect(plain == scaled && plain != start)
  }
}
