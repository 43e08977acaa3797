import Vocabulary
import Workbench

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder that pages are written to.
struct OutputFolder {
  private let path: String
  /// Where a page's generator is looked for.
  private static let head = 4096

  init(_ path: String) { self.path = path }

  /// Makes the folders for some pages. Throws where one cannot be made, or a page would take the place of a file that
  /// gradus did not make.
  func prepare(for pages: [String]) throws(Failure) {
    var folders: Set<String> = []
    for page in pages {
      let file = place(of: page)
      let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
      if folders.insert(folder).inserted { try make(folder) }
      guard !isForeign(file) else {
        throw Failure(
          .document, "'\(file)' was not made by gradus and is left as it is",
          hint: "choose another folder with --output")
      }
    }
  }

  func write(_ text: String, as page: String) throws(Failure) {
    try TextFile.replace(place(of: page), with: Array(text.utf8))
  }

  private func place(of page: String) -> String { path + (path.hasSuffix("/") ? "" : "/") + page }

  /// Makes a folder and those that lead to it.
  private func make(_ folder: String) throws(Failure) {
    var made = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      made += part
      if mkdir(made, 0o777) != 0, errno != EEXIST {
        let reason = errno == EACCES ? "this is not permitted" : String(cString: strerror(errno))
        throw Failure(.document, "the folder '\(made)' cannot be made: \(reason)")
      }
      var status = stat()
      guard stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw Failure(.document, "'\(made)' is no folder")
      }
      made += "/"
    }
  }

  /// Whether somebody else's file stands there.
  private func isForeign(_ file: String) -> Bool {
    guard let stream = fopen(file, "r") else { return false }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: Self.head)
    let count = fread(&bytes, 1, bytes.count, stream)
    return String(decoding: bytes[..<count], as: UTF8.self).firstRange(of: HTMLPage.generator.source) == nil
  }
}
