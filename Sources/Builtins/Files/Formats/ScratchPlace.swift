import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of its own for what another program reads and writes; it goes away with this value.
final class ScratchPlace {
  private let path: String

  var source: String { path + "/figure.svg" }
  var target: String { path + "/figure.png" }

  /// Throws a failure of kind `file` where no folder can be made.
  init() throws(Failure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/gradus-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(.file, "no temporary folder can be made in '\(parent)': \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    unlink(source)
    unlink(target)
    rmdir(path)
  }

  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    guard let file = fopen(name, "w") else { throw Failure(.file, String(cString: strerror(errno))) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else {
      throw Failure(.file, "there is no room for a temporary file on the disk")
    }
  }

  /// What the program wrote; nil where there is nothing, or too much.
  func result(atMost most: Int) -> [UInt8]? {
    guard let file = fopen(target, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= most {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
    return nil
  }
}
