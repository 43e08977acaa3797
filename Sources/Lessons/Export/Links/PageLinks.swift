import Platform
import Vocabulary

/// Where the links and images of a lesson lead when it has become a page among others.
struct PageLinks: Sendable {
  /// The folder of the lesson, with a `/` at its end unless it is the current one.
  let folder: String
  /// The page's own name in the output folder.
  let page: String
  /// The names of all pages in the output folder, by the full paths of their lessons.
  let pages: [String: String]

  init(lesson: String, page: String, pages: [String: String]) {
    folder = lesson.lastIndex(of: "/").map { String(lesson[...$0]) } ?? ""
    self.page = page
    self.pages = pages
  }

  /// The address of a link; nil where no page may lead there.
  func address(_ written: String) -> String? {
    let address = Address(written)
    guard address.isAllowed else { return nil }
    if address.isRelative, let file = resolvedPath(folder + address.path) {
      if let target = pages[file] {
        return Self.address(of: target, from: page) + Address(String(address.fragment)).encoded
      }
      // A Markdown file that becomes no page, such as one for teachers, is not beside the pages.
      if BytePath(file).isMarkdown { return nil }
    }
    return address.encoded
  }

  /// The image itself, where it is a file beside the lesson or below.
  func image(_ written: String) -> EmbeddedImage? {
    let address = Address(written)
    guard address.isAllowed, address.isRelative, let file = resolvedPath(folder + address.path),
      let root = resolvedPath(folder.isEmpty ? "." : folder), file.hasPrefix(root == "/" ? root : root + "/")
    else { return nil }
    return EmbeddedImage(file)
  }

  /// The address of a page, seen from another one.
  static func address(of target: String, from page: String) -> String {
    var to = target.split(separator: "/")[...]
    var from = page.split(separator: "/").dropLast()
    while to.count > 1, let first = to.first, first == from.first {
      to = to.dropFirst()
      from = from.dropFirst()
    }
    return Address.of(path: String(repeating: "../", count: from.count) + to.joined(separator: "/"))
  }
}

/// An address of a link as a lesson writes it.
struct Address {
  /// With everything spelled that cannot stand in an address.
  let written: String

  init(_ written: String) { self.written = written }

  /// `https` of `https://…`; nil of an address within the site.
  ///
  /// Read as browsers do, which pass over white space and control characters.
  private var scheme: String? {
    let bare = written.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    guard let end = bare.firstIndex(where: { ":/?#".unicodeScalars.contains($0) }), bare[end] == ":" else { return nil }
    return String(String.UnicodeScalarView(bare[..<end])).lowercased()
  }

  /// Whether a page may lead there; scripts and data in an address are refused.
  var isAllowed: Bool { scheme.map { ["http", "https", "mailto"].contains($0) } ?? true }

  /// Whether it may be a file beside the lesson.
  var isRelative: Bool {
    scheme == nil && !written.hasPrefix("/") && !written.hasPrefix("#") && !written.hasPrefix("?")
  }

  /// The file that a relative address names, its `%20` read.
  var path: String { Self.decoded(written.prefix { $0 != "#" && $0 != "?" }) }

  /// What follows the file's name: `#anchor`.
  var fragment: Substring { written.drop { $0 != "#" } }

  /// The same with what cannot stand in an address spelled as `%20`.
  var encoded: String { Self.encoded(written, keeping: "-._~!$&'()*+,;=:@/?#[]%") }

  /// The address of a file by its name.
  static func of(path: String) -> String { encoded(path, keeping: "-._~!$&'()*+,;=@/") }

  private static func encoded(_ text: String, keeping kept: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let kept = Set(kept.utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case _ where kept.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decoded(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

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
    address = "data:\(type);base64,\(Base64.text(of: bytes))"
  }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = try? OpenFile(reading: path), let status = try? file.status(), status.kind == .file,
      status.size <= largest, let bytes = try? file.next(status.size), bytes.count == status.size
    else { return nil }
    return bytes
  }
}
