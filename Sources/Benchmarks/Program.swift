#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Another program, run from its start to its end with its output thrown away.
struct Program {
  private let path: String

  /// The `gradus` beside this program.
  static var gradus: Program {
    let own = CommandLine.arguments.first ?? ""
    let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? "./"
    return Program(path: folder + "gradus")
  }

  /// The exit status, or -1 where it cannot be run.
  func run(_ arguments: [String]) -> Int32 {
    var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    guard posix_spawn(&process, path, &actions, nil, &argv, environ) == 0 else { return -1 }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status
  }
}
