/// The 64 bytes with which both sides of a connection begin.
///
/// ZMTP 3.1 (https://rfc.zeromq.org/spec/37), section "Framing": a signature, the version, the name of the mechanism.
package struct Greeting: Equatable, Sendable {
  package static let size = 64
  private static let versionPlace = 10
  private static let mechanism = Array("NULL".utf8) + [UInt8](repeating: 0, count: 16)

  /// The version is 3 and this.
  package let minor: UInt8

  /// Ours: version 3.1, no security, no server.
  package static let own: [UInt8] =
    [0xFF] + [UInt8](repeating: 0, count: 8) + [0x7F, 3, 1] + mechanism + [UInt8](repeating: 0, count: 32)

  /// What has come of a peer's greeting; nil while it is not whole. Throws as soon as it cannot become one that is understood.
  ///
  /// A later version speaks as we do. A peer that expects one before 3.0, or another mechanism, is refused.
  package static func read(_ bytes: ArraySlice<UInt8>) throws(Violation) -> Greeting? {
    let bytes = Array(bytes.prefix(size))
    guard bytes.first ?? 0xFF == 0xFF else { throw Violation("this is no greeting of ZMTP") }
    if bytes.count >= versionPlace, bytes[versionPlace - 1] & 1 == 0 { throw Violation("this is no greeting of ZMTP") }
    if bytes.count > versionPlace, bytes[versionPlace] < 3 {
      throw Violation("the peer speaks version \(bytes[versionPlace]) of ZMTP, not 3")
    }
    guard bytes.count == size else { return nil }
    guard bytes[(versionPlace + 2)..<(versionPlace + 2 + mechanism.count)].elementsEqual(mechanism) else {
      throw Violation("the peer asks for a mechanism other than NULL")
    }
    return Greeting(minor: bytes[versionPlace + 1])
  }
}
