/// What students type to find their class: six characters that nobody mistakes for others, read aloud as `RHO-4T7`.
public struct ClassCode: Sendable, Hashable, CustomStringConvertible {
  /// Without the dash, as it stands in addresses: `RHO4T7`.
  public let text: String

  private static let alphabet = Array("ABCDEFGHJKMNOPQRSTUVWXYZ2346789")
  private static let length = 6
  /// What is written for them all the same.
  private static let lookAlikes: [Character: Character] = ["0": "O", "5": "S"]

  /// A new one, from the system's randomness.
  public init() {
    var generator = SystemRandomNumberGenerator()
    self.init(using: &generator)
  }

  init(using generator: inout some RandomNumberGenerator) {
    text = String((0..<Self.length).map { _ in Self.alphabet.randomElement(using: &generator) ?? "A" })
  }

  /// Reads one leniently: in either case, with blanks and dashes anywhere, with `0` for `O` and `5` for `S`; nil where it cannot be one.
  public init?(_ typed: some StringProtocol) {
    guard typed.utf8.count <= 64 else { return nil }
    let characters = typed.uppercased().filter { !$0.isWhitespace && !"-–—_.".contains($0) }.map {
      Self.lookAlikes[$0] ?? $0
    }
    guard characters.count == Self.length, characters.allSatisfy(Self.alphabet.contains) else { return nil }
    text = String(characters)
  }

  /// As it is shown: `RHO-4T7`.
  public var description: String { "\(text.prefix(3))-\(text.suffix(3))" }
}
