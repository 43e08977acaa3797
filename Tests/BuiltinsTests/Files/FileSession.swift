import Builtins
import TestSupport
import Testing
import Vocabulary
import Workbench

/// A session with a folder for its files.
struct FileSession {
  let folder: TemporaryFolder
  var session = Session()

  init() throws { folder = try TemporaryFolder() }

  /// Runs a command in which `%` stands for the folder.
  mutating func run(_ command: String) -> Transcript { session.run(command.replacing("%", with: folder.path)) }

  /// What the last statement yielded; records the failure if there is one.
  mutating func value(_ command: String) throws -> Value {
    let transcript = run(command)
    if let failure = transcript.failure { Issue.record("\(command): \(failure.message)") }
    return try #require(transcript.results.last?.value)
  }

  /// The failure of a command with `%` again for the folder.
  mutating func failure(_ command: String) throws -> Failure {
    var failure = try #require(run(command).failure)
    failure.message = failure.message.replacing(folder.path, with: "%")
    return failure
  }

  func bytes(_ name: String) -> [UInt8]? { folder.read(name).map { Array($0.utf8) } }
}

extension Value {
  /// Rows (-1: a number; -2: a vector), columns, and the bits of the numbers, as in the reference files.
  var parts: (rows: Int, columns: Int, bits: [UInt64]) {
    switch self {
    case .number(let number): (-1, 0, [number.bitPattern])
    case .vector(let numbers): (-2, 0, numbers.map(\.bitPattern))
    case .matrix(let matrix): (matrix.rows, matrix.columns, matrix.elements.map(\.bitPattern))
    default: (-3, 0, [])
    }
  }
}
