import Platform
import Vocabulary

/// Runs other programs, never by way of a shell.
enum ExternalProgram {
  /// Seconds after which a program is given up.
  private static let patience = 60.0

  /// Where a program is, by the folders of `PATH`; relative ones are passed over.
  static func find(_ name: String) -> String? {
    let folders = Installation.variable.value ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first { path in
      FileKind(of: path) == .file && access(path, X_OK) == 0
    }
  }

  /// Runs a program to its end, without input and without a word; whether it said that all went well.
  ///
  /// Throws when it is interrupted; the program and what it started is stopped then.
  @discardableResult
  static func run(_ path: String, _ arguments: [String], interruption: Interruption) throws(Failure) -> Bool {
    let process = try? ChildProcess(
      path, arguments, input: .nothing, output: .nothing, errors: .nothing, group: .own)
    guard let process else { return false }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    while true {
      if let ending = process.poll() { return ending == .exited(0) }
      if interruption.isRequested || clock.now > end {
        process.kill()
        try interruption.check()
        return false
      }
      usleep(5_000)
    }
  }
}

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
