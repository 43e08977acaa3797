import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs other programs, never by way of a shell.
enum ExternalProgram {
  /// Seconds after which a program is given up.
  private static let patience = 60.0

  /// Where a program is, by the folders of `PATH`; relative ones are passed over.
  static func find(_ name: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
  }

  /// Runs a program to its end, without input and without a word; whether it said that all went well.
  ///
  /// Throws when it is interrupted; the program and what it started is stopped then.
  @discardableResult
  static func run(_ path: String, _ arguments: [String], interruption: Interruption) throws(Failure) -> Bool {
    guard let process = spawn(path, arguments) else { return false }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    var status: CInt = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if interruption.isRequested || clock.now > end {
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
        try interruption.check()
        return false
      }
      usleep(5_000)
    }
    return status == 0
  }

  /// Starts a program in a process group of its own.
  private static func spawn(_ path: String, _ arguments: [String]) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    return posix_spawn(&process, path, &actions, &attributes, words + [nil], environ) == 0 ? process : nil
  }
}
