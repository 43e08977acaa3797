import Platform
import Vocabulary
import Workbench

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
      if folders.insert(folder).inserted { try Self.make(folder) }
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

  private static func make(_ folder: String) throws(Failure) {
    do {
      try Folder.make(folder)
    } catch {
      switch error.error.code {
      case ENOTDIR: throw Failure(.document, "'\(error.path)' is no folder")
      case EACCES: throw Failure(.document, "the folder '\(error.path)' cannot be made: this is not permitted")
      default: throw Failure(.document, "the folder '\(error.path)' cannot be made: \(error.error.text)")
      }
    }
  }

  /// Whether somebody else's file stands there.
  private func isForeign(_ file: String) -> Bool {
    guard let file = try? OpenFile(reading: file) else { return false }
    let bytes = (try? file.rest(atMost: Self.head)) ?? []
    return String(decoding: bytes, as: UTF8.self).firstRange(of: HTMLPage.generator.source) == nil
  }
}
