import Platform

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
    if address.isRelative, let file = resolvedPath(folder + address.path), let target = pages[file] {
      return Self.address(of: target, from: page) + Address(String(address.fragment)).encoded
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
