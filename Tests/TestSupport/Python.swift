#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The Python of the machine, where there is one.
public enum Python {
  /// Whether modules can be imported; with none, whether there is a Python at all.
  public static func has(_ modules: String...) -> Bool {
    run((["pass"] + modules.map { "import \($0)" }).joined(separator: "\n")) == 0
  }

  /// The exit status of a program; nil where there is no Python.
  public static func run(_ program: String, arguments: [String] = []) -> Int32? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let words = ["python3", "-c", program] + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    guard posix_spawnp(&process, "python3", &actions, nil, &pointers, environ) == 0 else { return nil }
    var status: CInt = 0
    waitpid(process, &status, 0)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : status
  }
}
