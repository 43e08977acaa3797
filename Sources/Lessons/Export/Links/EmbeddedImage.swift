import Platform
import Vocabulary

/// A picture that is put into the page itself.
struct EmbeddedImage {
  /// Larger pictures would make the page slow to open.
  private static let largest = 2 << 20

  private static let types = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "svg": "image/svg+xml",
  ]

  /// `data:image/png;base64,…`.
  let address: String

  /// Nil where the file is no picture, cannot be read or is too large.
  init?(_ path: String) {
    guard let dot = path.lastIndex(of: "."), let type = Self.types[path[path.index(after: dot)...].lowercased()],
      let bytes = Self.bytes(of: path)
    else { return nil }
    address = "data:\(type);base64,\(Self.base64(bytes))"
  }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = try? OpenFile(reading: path), let status = try? file.status(), status.kind == .file,
      status.size <= largest, let bytes = try? file.next(status.size), bytes.count == status.size
    else { return nil }
    return bytes
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 3 * 4 + 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
