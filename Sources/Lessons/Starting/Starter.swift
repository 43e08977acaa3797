import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0, errno == EEXIST {
      throw Failure(.document, "there is a file '\(path)' already", hint: "take another name")
    }
    var text = markdown
    let isWritten = descriptor >= 0 && text.withUTF8 { Self.write(descriptor, $0.baseAddress, $0.count) == $0.count }
    let code = errno
    if descriptor >= 0 { close(descriptor) }
    guard isWritten else {
      if descriptor >= 0 { unlink(path) }
      throw Failure(.document, "'\(path)' cannot be written: \(String(cString: strerror(code)))")
    }
    return path
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }
}
