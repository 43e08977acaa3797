import Lessons

/// How the program ends, as a shell sees it.
enum ExitStatus: Int32 {
  case success = 0
  /// A command failed, or a lesson prints something else than it says.
  case failed = 1
  /// The program was called wrongly, or a file that it was given cannot be used.
  case wrongInput = 2
  /// The fault is neither the call's nor a file's: output that cannot be written, or a fault of gradus.
  case fault = 3

  init(_ status: Check.Status) {
    switch status {
    case .allHold: self = .success
    case .someDiffer: self = .failed
    case .unreadable: self = .wrongInput
    }
  }

  /// Throws unless all went well.
  func check() throws { if self != .success { throw CommandFailure(self) } }
}

/// Why a command ends; caught in one place, which says it and ends the program.
struct CommandFailure: Error {
  let status: ExitStatus
  /// What is said on standard error, if not all has been said already.
  let message: String?

  init(_ status: ExitStatus, _ message: String? = nil) { (self.status, self.message) = (status, message) }
}
