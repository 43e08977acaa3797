import Synchronization
import Vocabulary

/// By what the two sides know that a message is from the other: HMAC-SHA256 under the key of the connection file.
package struct Signature: Sendable {
  private let key: [UInt8]

  /// With an empty key nothing is signed.
  package init(key: [UInt8]) { self.key = key }

  /// Of the four parts of a message, in hexadecimal.
  package func text(of parts: some Sequence<[UInt8]>) -> [UInt8] {
    if key.isEmpty { return [] }
    let digits = Array("0123456789abcdef".utf8)
    return SHA256.authenticationCode(of: parts.flatMap { $0 }, key: key).flatMap {
      [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
    }
  }

  /// Whether the parts are signed so. How long it takes does not tell how much of a forgery is right.
  package func accepts(_ text: [UInt8], of parts: some Sequence<[UInt8]>) -> Bool {
    let own = self.text(of: parts)
    guard !key.isEmpty else { return true }
    return own.count == text.count && zip(own, text).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  var isOn: Bool { !key.isEmpty }
}

/// The signatures of late, so that a message that somebody has overheard cannot be sent again.
package final class SignatureMemory: Sendable {
  private struct State {
    var recent: Set<[UInt8]> = []
    var before: Set<[UInt8]> = []
  }

  /// So many are kept at least.
  private static let least = 1 << 15

  private let state = Mutex(State())

  package init() {}

  /// Whether it is a new one; it is none the next time.
  package func isNew(_ signature: [UInt8]) -> Bool {
    state.withLock { state in
      guard !state.before.contains(signature), state.recent.insert(signature).inserted else { return false }
      if state.recent.count >= Self.least { (state.before, state.recent) = (state.recent, []) }
      return true
    }
  }
}
