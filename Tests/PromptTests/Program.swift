import Platform
import TestSupport

/// The built program, run as people run it.
enum Program {
  struct NotStarted: Error {}

  /// Beside the tests.
  static var path: String {
    let own = try? Installation.current.helper("gradus")
    if let own { return own }
    #if DEBUG
      return Project.path(".build/debug/gradus")
    #else
      return Project.path(".build/release/gradus")
    #endif
  }

  /// What a run printed, and how it ended.
  struct Outcome {
    let output: String
    let errors: String
    let status: Int32
  }

  /// Runs it with arguments and an input, away from any terminal.
  static func run(
    _ arguments: String..., input: [UInt8] = [], environment: [String] = []
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  static func run(_ arguments: [String], input: [UInt8] = [], environment: [String] = []) throws -> Outcome {
    try run([path] + arguments, in: nil, input: input, environment: environment)
  }

  /// Runs any program, in a folder if one is named.
  static func run(
    _ words: [String], in place: String?, input: [UInt8] = [], environment: [String] = []
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    folder.write("input", bytes: input)
    let words = place.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] + words } ?? words
    let process = try ChildProcess(
      words[0], Array(words.dropFirst()), input: .file(folder.path + "/input"), output: .file(folder.path + "/output"),
      errors: .file(folder.path + "/errors"), environment: environment + ["LC_ALL=C.UTF-8"])
    let status = process.wait().number
    return Outcome(output: folder.read("output") ?? "", errors: folder.read("errors") ?? "", status: status)
  }

  /// The status of a shell command.
  static func shell(_ command: String) throws -> Int32 {
    try ChildProcess("/bin/sh", ["-c", command], environment: ["PATH=/usr/local/bin:/usr/bin:/bin"]).wait().number
  }

  /// Starts it.
  static func start(
    _ arguments: [String], input: ChildProcess.Stream = .shared, output: ChildProcess.Stream,
    errors: ChildProcess.Stream = .shared, environment: [String], group: ChildProcess.Group = .shared
  ) throws -> ChildProcess {
    try ChildProcess(
      path, arguments, input: input, output: output, errors: errors, environment: environment, group: group)
  }
}

extension ChildProcess.Ending {
  /// The exit status; of a program that a signal has ended that signal, negative.
  var number: Int32 { status ?? -(signal ?? 0) }
}
