/// What a peer did that the protocol forbids; its connection ends.
public struct Violation: Error, Equatable, Sendable {
  /// One sentence without a full stop.
  public let text: String

  init(_ text: String) { self.text = text }
}

/// How much a peer may ask for.
package enum Limit {
  /// Bytes of a message with all its frames.
  package static let message = 64 << 20
  package static let frames = 64
  /// Bytes of a command.
  package static let command = 1 << 16
  /// Topics that a peer may subscribe to, and the bytes of all of them.
  static let topics = 10_000
  static let topicBytes = 1 << 20
  /// Connections of a socket.
  package static let peers = 64
  /// Seconds in which a connection must be ready.
  static let handshake = 10
  /// Messages that may wait to be sent to a peer, and their bytes. One that is larger may wait alone.
  static let waitingMessages = 10_000
  static let waitingBytes = 16 << 20
  /// Milliseconds for which a publisher waits for a subscriber who is behind, before that one misses messages.
  static let patience = 1_000
}
