import Platform

/// Another program, run from its start to its end with its output thrown away.
struct Program {
  let path: String

  /// The `gradus` beside this program.
  static var gradus: Program {
    Program(path: (try? Installation.current.helper("gradus")) ?? "gradus")
  }

  /// The exit status, or -1 where it cannot be run.
  func run(_ arguments: [String]) -> Int32 {
    guard let process = try? ChildProcess(path, arguments, output: .nothing) else { return -1 }
    return process.wait().status ?? -1
  }
}
