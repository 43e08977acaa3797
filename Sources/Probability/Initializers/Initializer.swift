import Vocabulary

/// A rule that says how a layer's weights are drawn.
public protocol Initializer: Object {
  /// The built-in's name: `he_normal`.
  var name: String { get }
  /// What is known of it beyond the declaration.
  var profile: InitializerProfile { get }
  /// What Keras and PyTorch call it.
  var python: PythonInitializer { get }
  /// Whether the rule asks how many units an input feeds.
  var needsFanOut: Bool { get }

  /// The distribution of a weight in a layer with so many inputs and outputs to a unit.
  ///
  /// Throws where the weights are drawn together, so that no single one has a distribution of its own.
  func distribution(fanIn: Int, fanOut: Int) throws(Failure) -> any Distribution

  /// A kernel, row by row: a row for each input and a column for each unit, as Keras has it.
  ///
  /// Throws where the rule does not apply to such a shape.
  func weights(_ shape: KernelShape, using generator: inout PCG64) throws(Failure) -> [Double]
}

/// Rows and columns of a kernel, and the fans that its weights are drawn for.
public struct KernelShape: Sendable {
  public let rows: Int
  public let columns: Int
  public let fanIn: Int
  public let fanOut: Int

  /// The kernel of a dense layer: a row for each input, a column for each unit.
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, fanIn: rows, fanOut: columns)
  }

  public init(rows: Int, columns: Int, fanIn: Int, fanOut: Int) {
    self.rows = rows
    self.columns = columns
    self.fanIn = fanIn
    self.fanOut = fanOut
  }

  var count: Int { rows * columns }
}

extension Initializer {
  public var kind: String { "initializer" }
  public var needsFanOut: Bool { false }

  public var display: Display {
    guard !properties.isEmpty else { return Display(name) }
    let parts = properties.map { Display("\($0.name)=") + ($0.value.word ?? $0.value.display) }
    return Display(name) + "(" + parts.joined(separator: ", ") + ")"
  }

  /// Independent draws, one for each weight.
  public func weights(_ shape: KernelShape, using generator: inout PCG64) throws(Failure) -> [Double] {
    let distribution = try distribution(fanIn: shape.fanIn, fanOut: shape.fanOut)
    var weights = [Double](repeating: 0, count: shape.count)
    weights.withUnsafeMutableBufferPointer { distribution.fill($0, using: &generator) }
    return weights
  }

  /// What a rule says that draws all weights together.
  func hasNoDistribution() -> Failure {
    Failure(
      .argument, "\(name) makes a whole matrix at once: a single weight has no distribution of its own",
      hint: "look at a draw: sample \(name) [250, 100]")
  }
}

extension Value {
  /// A word without quotation marks.
  fileprivate var word: Display? {
    if case .text(let text) = self { Display(text) } else { nil }
  }
}

/// What `describe` says of an initializer.
public struct InitializerProfile: Sendable {
  /// The standard deviation that the weights end up with, as a formula of `fan_in` and `fan_out`: `√(2 / fan_in)`.
  public let standardDeviation: String
  /// The activations it was made for.
  public let suits: String
  public let keras: String
  public let torch: String

  public init(standardDeviation: String, suits: String, keras: String, torch: String) {
    self.standardDeviation = standardDeviation
    self.suits = suits
    self.keras = keras
    self.torch = torch
  }
}
