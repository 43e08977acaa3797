import Vocabulary

/// 128 random bits that let somebody in. Only `mark` is ever kept.
public struct Secret: Sendable, Equatable {
  /// As it stands in addresses and cookies: 22 letters, digits, `-` and `_` (base64url of RFC 4648 without padding).
  public let text: String

  private static let size = 16
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// A new one, from the system's randomness.
  public init() {
    var generator = SystemRandomNumberGenerator()
    self.init(bytes: (0..<Self.size).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// One that somebody shows; nil where the text cannot be one.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == (Self.size * 8 + 5) / 6, text.utf8.allSatisfy(Self.alphabet.contains) else { return nil }
    self.text = String(text)
  }

  init(bytes: [UInt8]) {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0...group.count { text.append(Self.alphabet[bits >> (18 - 6 * place) & 63]) }
    }
    self.text = String(decoding: text, as: UTF8.self)
  }

  /// Its SHA-256 in hexadecimal, by which it is known again.
  public var mark: String {
    SHA256.hash(text.utf8).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}
