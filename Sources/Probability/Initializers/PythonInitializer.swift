import Vocabulary

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
