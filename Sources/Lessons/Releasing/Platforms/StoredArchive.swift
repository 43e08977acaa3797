/// A ZIP archive of files as they are, without compression: the same files give the same bytes
/// (PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).
struct StoredArchive {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// - Parameter isProgram: whether it may be run.
  mutating func add(_ name: String, _ bytes: [UInt8], isProgram: Bool = false) {
    let offset = content.count
    let name = Array(name.utf8)
    // Version 2.0, names in UTF-8, stored, the first second that the format knows.
    let common: [(Int, Int)] = [
      (20, 2), (0x0800, 2), (0, 2), (0, 2), (0x21, 2), (Int(Self.check(bytes)), 4), (bytes.count, 4), (bytes.count, 4),
      (name.count, 2), (0, 2),
    ]
    content += Self.bytes([(0x0403_4b50, 4)] + common) + name + bytes
    let rights = isProgram ? 0o100755 : 0o100644
    // Made by a Unix, which keeps a file's rights in the upper half of its attributes.
    directory +=
      Self.bytes(
        [(0x0201_4b50, 4), (3 << 8 | 20, 2)] + common + [(0, 2), (0, 2), (0, 2), (rights << 16, 4), (offset, 4)])
      + name
    count += 1
  }

  /// The whole archive.
  var bytes: [UInt8] {
    content + directory
      + Self.bytes([
        (0x0605_4b50, 4), (0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (content.count, 4), (0, 2),
      ])
  }

  /// Numbers with so many bytes each, the lowest first.
  private static func bytes(_ numbers: [(value: Int, size: Int)]) -> [UInt8] {
    numbers.flatMap { number in (0..<number.size).map { UInt8(truncatingIfNeeded: number.value >> (8 * $0)) } }
  }

  /// CRC-32, bits reversed, polynomial 0xEDB88320 (section 4.4.7).
  static func check(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }
}
