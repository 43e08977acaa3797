/// A short number for a text: the 64-bit FNV-1a hash of its UTF-8.
public enum Fingerprint {
  public static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
