import ArgumentParser
import Platform

/// A command whose manual page says more than what its arguments do.
protocol ManualSubject: ParsableCommand {
  static var notes: ManualNotes { get }
}

/// What a manual page says beside the description of a command and its arguments.
struct ManualNotes {
  /// How the program can end, and what that means.
  var endings: Endings
  /// What it heeds of its surroundings.
  var environment: [EnvironmentVariable] = []
  /// What it reads and keeps unasked.
  var files: [KnownFile] = []
  /// Calls that somebody may want to copy.
  var examples: [Example] = []

  struct Example {
    /// What it does, a sentence.
    let summary: String
    let command: String
    /// What it prints, where that is worth to be seen.
    let output: String?

    init(_ summary: String, _ command: String, prints output: String? = nil) {
      (self.summary, self.command, self.output) = (summary, command, output)
    }
  }

  struct KnownFile {
    let path: String
    let meaning: String

    init(_ path: String, _ meaning: String) { (self.path, self.meaning) = (path, meaning) }
  }
}

/// The exit statuses of a command with what they mean, in the order of their numbers.
struct Endings {
  let meanings: [(status: ExitStatus, clause: String)]

  /// - Parameters: what holds when the program ends so, each a clause such as `something differs`.
  init(success: String, failed: String? = nil, wrongInput: String? = nil, fault: String? = nil) {
    let all: [(ExitStatus, String?)] = [
      (.success, success), (.failed, failed), (.wrongInput, wrongInput), (.fault, fault),
    ]
    meanings = all.compactMap { status, clause in clause.map { (status, $0) } }
  }

  /// For help: `The exit status is 0 where all holds, 1 where something differs.`
  var sentence: String {
    "The exit status is " + meanings.map { "\($0.status.rawValue) where \($0.clause)" }.joined(separator: ", ") + "."
  }
}
