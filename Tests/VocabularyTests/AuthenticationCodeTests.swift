import Testing
import Vocabulary

/// HMAC-SHA256 by the vectors of RFC 4231.
@Suite struct AuthenticationCodeTests {
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0B, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
    (
      [UInt8](repeating: 0xAA, count: 131),
      "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed "
        + "before being used by the HMAC algorithm.",
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    ),
  ]) func `a text under a key`(key: [UInt8], text: String, code: String) {
    #expect(Self.hexadecimal(SHA256.authenticationCode(of: text.utf8, key: key)) == code)
  }

  @Test func `bytes under a key`() {
    let key = (1...25).map { UInt8($0) }
    let code = SHA256.authenticationCode(of: [UInt8](repeating: 0xCD, count: 50), key: key)
    #expect(Self.hexadecimal(code) == "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b")
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
