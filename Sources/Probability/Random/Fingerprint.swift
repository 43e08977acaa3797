/// A short number for a text or some bytes: their 64-bit FNV-1a hash. It is no proof against those who mean harm.
public enum Fingerprint {
  public static func of(_ text: String) -> UInt64 { of(text.utf8) }

  public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
