/// A name that NumPy, Keras or PyTorch has for something, so that an error can answer it with gradus's own.
public struct Spelling: Sendable, Equatable, ExpressibleByStringLiteral {
  /// Without the names of modules: `randn`, not `torch.randn`.
  public let name: String
  /// What to write instead; nil for the thing's own usage.
  public let advice: String?

  public init(_ name: String, write advice: String? = nil) {
    self.name = name
    self.advice = advice
  }

  public init(stringLiteral name: String) { self.init(name) }
}
