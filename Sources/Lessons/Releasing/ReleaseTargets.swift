import Vocabulary
import Workbench

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the copies of lessons go.
public struct ReleaseTargets: Sendable {
  private var targets: [String: String] = [:]

  /// Files that were found below some paths. A folder as output is made where it is missing; a single lesson can have any
  /// file, and needs none.
  ///
  /// Throws where several lessons would go into one file, or one over itself.
  public init(_ files: [String], of paths: [String], output: String?) throws(Failure) {
    guard let output else {
      if files.count == 1 { return }
      throw Failure(.document, "\(files.count) lessons need a folder to go to", hint: "name it with --output FOLDER")
    }
    let isFolder = output.hasSuffix("/") || FileKind(of: output) == .folder
    if files.count == 1, !isFolder {
      try add(output, for: files[0])
      return
    }
    if FileKind(of: output) == .file {
      throw Failure(.document, "'\(output)' is a file; \(files.count) lessons need a folder")
    }
    let base = output.hasSuffix("/") ? String(output.dropLast()) : output
    for file in files {
      let root = paths.first { file.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
      let name = root.map { String(file.dropFirst($0.count).drop { $0 == "/" }) } ?? file.lastComponent
      let target = base + "/" + name
      try Self.makeFolders(to: target)
      try add(target, for: file)
    }
  }

  /// Where a lesson goes; nil where it is printed.
  public subscript(_ file: String) -> String? { targets[file] }

  private mutating func add(_ target: String, for file: String) throws(Failure) {
    if let other = targets.first(where: { $0.value == target })?.key {
      throw Failure(.document, "'\(other)' and '\(file)' would both become '\(target)'")
    }
    if let source = FileKind.identity(of: file), source == FileKind.identity(of: target) {
      throw Failure(
        .document, "the copy would take the place of the lesson '\(file)' itself",
        hint: "name another file or folder with --output")
    }
    targets[file] = target
  }

  private static func makeFolders(to file: String) throws(Failure) {
    var path = ""
    for part in file.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      path += part + "/"
      if path == "/" || FileKind(of: path) == .folder { continue }
      if mkdir(path, 0o777) != 0, errno != EEXIST {
        throw Failure(.document, "the folder '\(path)' cannot be made: \(String(cString: strerror(errno)))")
      }
    }
  }
}

extension String {
  /// What follows the last `/`.
  var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
