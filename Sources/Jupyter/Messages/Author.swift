import Platform
import Synchronization
import Vocabulary
import ZeroMQ

/// Writes the messages of a kernel: each with a number of its own, all of one session.
package final class Author: Sendable {
  static let protocolVersion = "5.5"

  private let session: String
  private let signature: Signature
  private let count = Atomic<Int>(0)

  package init(signature: Signature) {
    self.signature = signature
    var generator = SystemRandomNumberGenerator()
    let digits = (0..<4).map { _ in String(UInt32.random(in: 0x1000_0000 ... .max, using: &generator), radix: 16) }
    session = digits.joined()
  }

  /// A message with the frames that lead to its reader.
  func message(_ type: String, _ content: JSON, way: Message, parent: [UInt8]?) -> Message {
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    let header = JSON(object: [
      ("msg_id", JSON(string: "\(session)_\(number)")), ("session", JSON(string: session)),
      ("username", JSON(string: "kernel")), ("date", JSON(string: Self.date)), ("msg_type", JSON(string: type)),
      ("version", JSON(string: Self.protocolVersion)),
    ])
    return Envelope.sealed(
      way: way, header: Array(header.text.utf8), parent: parent, content: content, signature: signature)
  }

  /// The time of day in UTC: `2026-12-01T08:30:00.123456Z`.
  private static var date: String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    gmtime_r(&now.tv_sec, &parts)
    func text(_ number: Int, _ digits: Int) -> String {
      let written = String(number)
      return String(repeating: "0", count: max(0, digits - written.count)) + written
    }
    let day = [text(Int(parts.tm_year) + 1900, 4), text(Int(parts.tm_mon) + 1, 2), text(Int(parts.tm_mday), 2)]
    let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { text(Int($0), 2) }
    return day.joined(separator: "-") + "T" + time.joined(separator: ":") + "." + text(now.tv_nsec / 1000, 6) + "Z"
  }
}
