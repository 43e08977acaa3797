import Platform
import Vocabulary

/// The beginning of a lesson, with one of everything that a lesson can have.
public struct Starter: Sendable {
  /// The file's name, which ends in `.md`.
  public let fileName: String
  /// The file's content.
  public let markdown: String

  /// Takes a name such as `weight decay`, which becomes the title `Weight decay` and the file `weight-decay.md`.
  ///
  /// Throws where no file can be called so.
  public init(name: String) throws(Failure) {
    let bare = name.lowercased().hasSuffix(".md") ? String(name.dropLast(3)) : name
    let words = bare.split { $0 == "-" || $0 == "_" || $0.isWhitespace }
    guard !words.isEmpty else { throw Failure(.document, "the lesson needs a name") }
    if bare.contains("/") {
      throw Failure(.document, "a lesson's name has no '/'", hint: "name the folder with --output FOLDER")
    }
    let isPlain = words.joined().unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789.'".contains(Character($0))
    }
    guard isPlain, !bare.hasPrefix(".") else {
      throw Failure(.document, "a lesson's name is made of letters, digits, spaces and hyphens")
    }
    let title = words.joined(separator: " ")
    fileName = words.joined(separator: "-").lowercased() + ".md"
    markdown = Self.text(title: title.prefix(1).uppercased() + title.dropFirst())
  }

  /// Writes the file into a folder; throws where that is none, or has such a file already.
  ///
  /// - Returns: the file's path.
  public func write(to folder: String?) throws(Failure) -> String {
    if let folder, FileKind(of: folder) != .folder {
      throw Failure(.document, "there is no folder '\(folder)'")
    }
    let path = folder.map { $0.hasSuffix("/") ? $0 + fileName : $0 + "/" + fileName } ?? fileName
    let file: OpenFile
    do {
      file = try OpenFile(writing: path, O_EXCL)
    } catch {
      if error.code == EEXIST {
        throw Failure(.document, "there is a file '\(path)' already", hint: "take another name")
      }
      throw Self.unwritable(path, error)
    }
    do {
      try file.write(markdown)
    } catch {
      unlink(path)
      throw Self.unwritable(path, error)
    }
    return path
  }

  private static func unwritable(_ path: String, _ error: SystemError) -> Failure {
    Failure(.document, "'\(path)' cannot be written: \(error.text)")
  }
}
