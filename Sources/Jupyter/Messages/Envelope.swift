import Vocabulary
import ZeroMQ

/// A message as it came over a socket: signed and whole, with what it is and what it says.
///
/// https://jupyter-client.readthedocs.io/en/stable/messaging.html, section "The wire protocol", version 5.5.
package struct Envelope {
  /// Why a message is dropped.
  package enum Refusal: Error, Equatable {
    case incomplete, wronglySigned, replayed
    /// Its header is no JSON object or does not say what it is.
    case unknown
  }

  package static let border = Array("<IDS|MSG>".utf8)
  private static let partCount = 4

  /// The frames before the border, which lead back to the sender.
  package let way: Message
  /// As it came, for the answers to it.
  package let header: [UInt8]
  /// Such as `execute_request`.
  package let type: String
  /// Nil where it is no JSON object.
  let content: Content?

  package init(_ message: Message, signature: Signature, memory: SignatureMemory?) throws(Refusal) {
    guard let border = message.firstIndex(of: Self.border), message.count > border + 1 + Self.partCount else {
      throw .incomplete
    }
    let parts = message[(border + 2)..<(border + 2 + Self.partCount)]
    guard signature.accepts(message[border + 1], of: parts) else { throw .wronglySigned }
    if signature.isOn, let memory, !memory.isNew(message[border + 1]) { throw .replayed }
    way = Array(message[..<border])
    header = parts[border + 2]
    guard let fields = Content(header), let type = fields.text("msg_type") else { throw .unknown }
    self.type = type
    content = Content(parts[border + 5])
  }

  /// A message with its signature, as it is sent.
  static func sealed(
    way: Message, header: [UInt8], parent: [UInt8]?, content: JSON, signature: Signature
  ) -> Message {
    let empty = Array("{}".utf8)
    let parts = [header, parent ?? empty, empty, Array(content.text.utf8)]
    return way + [border, signature.text(of: parts)] + parts
  }
}
