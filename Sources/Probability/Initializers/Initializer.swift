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

/// The number of inputs and of outputs of a unit, from the shape of a kernel as Keras counts them.
public struct Fans: Sendable, Equatable {
  public let fanIn: Int
  public let fanOut: Int

  /// `[in, out]`, or `[height, width, …, in, out]` of a convolution; one number counts as both. Nil of an empty shape
  /// or where the product overflows.
  public init?(shape: [Int]) {
    guard let last = shape.last else { return nil }
    let receptive = shape.dropLast(2).reduce((value: 1, overflow: false)) { product, size in
      let (value, overflow) = product.value.multipliedReportingOverflow(by: size)
      return (value, product.overflow || overflow)
    }
    let incoming = shape.count == 1 ? last : shape[shape.count - 2]
    let (fanIn, first) = receptive.value.multipliedReportingOverflow(by: incoming)
    let (fanOut, second) = receptive.value.multipliedReportingOverflow(by: last)
    if receptive.overflow || first || second { return nil }
    self.fanIn = fanIn
    self.fanOut = fanOut
  }
}

/// An initializer, or a distribution in its place, in Python source for Keras 3 and PyTorch 2.
public struct PythonInitializer: Sendable {
  /// What Keras's `kernel_initializer=` takes; nil where Keras has no rule of the kind.
  let keras: String?
  /// A call that fills a tensor of PyTorch, given the tensor; nil where PyTorch has no rule of the kind.
  let torch: (@Sendable (_ tensor: String) -> String)?

  public init(keras: String? = nil, torch: (@Sendable (_ tensor: String) -> String)? = nil) {
    self.keras = keras
    self.torch = torch
  }

  /// Written as the distribution that the rule draws from, in both libraries.
  public static let asDistribution = PythonInitializer()
}

extension Initializer {
  /// What Keras's `kernel_initializer=` takes for a layer with these fans.
  ///
  /// Throws a failure of kind `argument` where Keras has nothing of the kind.
  public func keras(fanIn: Int, fanOut: Int) throws(Failure) -> String {
    if let rule = python.keras { return rule }
    guard let drawn = try? distribution(fanIn: fanIn, fanOut: fanOut), let call = drawn.python.keras else {
      throw hasNoCounterpart(in: "Keras")
    }
    return call
  }

  /// A call that fills a tensor of PyTorch; throws likewise.
  public func torch(_ tensor: String, fanIn: Int, fanOut: Int) throws(Failure) -> String {
    if let rule = python.torch { return rule(tensor) }
    guard let drawn = try? distribution(fanIn: fanIn, fanOut: fanOut), let call = drawn.python.torch else {
      throw hasNoCounterpart(in: "PyTorch")
    }
    return call(tensor)
  }

  private func hasNoCounterpart(in library: String) -> Failure {
    Failure(.argument, "\(library) has no initializer like \(display.printed().text)")
  }
}

extension Double {
  /// As Python writes it: `0.01`, `1e-07`, `float("inf")`.
  public var python: String {
    isFinite ? description : "float(\"\(isNaN ? "nan" : self < 0 ? "-inf" : "inf")\")"
  }
}
