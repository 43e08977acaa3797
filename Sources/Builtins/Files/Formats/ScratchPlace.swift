import Platform
import Vocabulary

/// A folder of its own for what another program reads and writes; it goes away with this value.
final class ScratchPlace {
  private let folder: TemporaryFolder

  var source: String { folder.path + "/figure.svg" }
  var target: String { folder.path + "/figure.png" }

  /// Throws a failure of kind `file` where no folder can be made.
  init() throws(Failure) {
    do {
      folder = try TemporaryFolder("gradus-")
    } catch {
      throw Failure(.file, "no temporary folder can be made in '\(TemporaryFolder.parent)': \(error.text)")
    }
  }

  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    let file: OpenFile
    do { file = try OpenFile(writing: name, O_TRUNC) } catch { throw Failure(.file, error.text) }
    do throws(SystemError) {
      try file.write(bytes)
      try file.close()
    } catch {
      throw Failure(.file, "there is no room for a temporary file on the disk")
    }
  }

  /// What the program wrote; nil where there is nothing, or too much.
  func result(atMost most: Int) -> [UInt8]? {
    guard let bytes = try? OpenFile(reading: target).rest(atMost: most + 1), bytes.count <= most else { return nil }
    return bytes
  }
}
