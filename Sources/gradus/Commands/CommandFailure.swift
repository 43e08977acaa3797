import Lessons
import Vocabulary

/// How the program ends.
enum ExitStatus: Int32 {
  case success = 0
  /// A command failed, or a lesson says something else than it prints.
  case differs = 1
  /// What the call names is wrong or cannot be read.
  case wrongCall = 2
  /// Of the program or the machine, as where a report cannot be written.
  case fault = 3
}

/// Why a subcommand ends in something else than success; rendered in one place, `Gradus.main`.
struct CommandFailure: Error {
  /// What stands behind `error: `; nil where all has been said.
  let message: String?
  let status: ExitStatus

  init(_ message: String, status: ExitStatus = .wrongCall) {
    self.message = message.withoutControls
    self.status = status
  }

  /// Nothing more is to be said.
  init(_ status: ExitStatus) {
    message = nil
    self.status = status
  }

  init(_ failure: DocumentFailure, in path: String? = nil) { self.init(failure.text(in: path)) }
}

extension ExitStatus {
  /// Throws where it is not success.
  func end() throws(CommandFailure) {
    if self != .success { throw CommandFailure(self) }
  }
}
