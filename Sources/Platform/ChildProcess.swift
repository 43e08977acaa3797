/// A program that this one has started. It is not ended with this value.
public final class ChildProcess {
  /// Where what a program reads comes from, or what it writes goes to.
  public enum Stream: Sendable {
    /// Where that of this program does.
    case shared
    /// Nothing comes, and what goes there is gone.
    case nothing
    /// What is open here; 0 for output means where the input comes from there.
    case descriptor(Int32)
    /// A file; one that is written is made where it is missing, for its owner's eyes only.
    case file(String)
    /// For reading and writing. The first one that the leader of a session opens becomes its own.
    case terminal(String)
  }

  /// Whom signals reach along with a program.
  public enum Group: Sendable {
    /// It belongs to the group of this program.
    case shared
    /// It leads a group of those that it starts.
    case own
    /// It leads a session, too, which can have a terminal of its own.
    case session
  }

  /// How a program ended.
  public enum Ending: Equatable, Sendable {
    /// With this status.
    case exited(Int32)
    /// By this signal.
    case killed(Int32)

    /// Nil where a signal has ended it.
    public var status: Int32? { if case .exited(let status) = self { status } else { nil } }

    /// The signal that has ended it, if one has.
    public var signal: Int32? { if case .killed(let signal) = self { signal } else { nil } }
  }

  public let identifier: pid_t
  private let group: Group
  private var ending: Ending?

  /// Starts a program, never by way of a shell.
  ///
  /// - Parameters:
  ///   - program: its path; a name without `/` is looked for in the folders of `PATH`.
  ///   - environment: as `NAME=value`; if nil, that of this program.
  public init(
    _ program: String, _ arguments: [String], input: Stream = .shared, output: Stream = .shared,
    errors: Stream = .shared, environment: [String]? = nil, group: Group = .shared
  ) throws(SystemError) {
    var (actions, attributes) = (noSpawnActions, noSpawnAttributes)
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (stream, number) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      stream.add(to: &actions, as: number)
    }
    // Threads of this program may block signals; other programs do not expect that.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(group.flag | Int32(POSIX_SPAWN_SETSIGMASK)))
    let words = ([program] + arguments).map { strdup($0) }
    let variables = (environment ?? environmentVariables).map { strdup($0) }
    defer { for pointer in words + variables { free(pointer) } }
    let spawn = program.contains("/") ? posix_spawn : posix_spawnp
    var process: pid_t = 0
    let code = spawn(&process, program, &actions, &attributes, words + [nil], variables + [nil])
    (identifier, self.group) = (process, group)
    if code != 0 { throw SystemError(code) }
  }

  /// Lets a program take the place of this one. Returns only where that is not possible.
  public static func replaceThisProgram(by program: String, _ arguments: [String]) -> SystemError {
    let words = ([program] + arguments).map { strdup($0) }
    defer { for pointer in words { free(pointer) } }
    execv(program, words + [nil])
    return SystemError()
  }

  // MARK: Its end

  /// Waits for its end.
  @discardableResult
  public func wait() -> Ending { look(0) ?? .exited(0) }

  /// How it ended; nil where it has not.
  public func poll() -> Ending? { look(WNOHANG) }

  /// Waits for its end, but no longer than so many milliseconds; nil where it has not ended then.
  public func wait(atMost milliseconds: Int) -> Ending? {
    for _ in 0..<milliseconds {
      if let ending = poll() { return ending }
      usleep(1_000)
    }
    return poll()
  }

  /// Whether a signal has stopped it since this was asked last.
  public func isStopped() -> Bool {
    var status: Int32 = 0
    guard ending == nil, waitpid(identifier, &status, WUNTRACED | WNOHANG) == identifier else { return false }
    if status & 0xFF == 0x7F { return true }
    ending = Ending(status)
    return false
  }

  private func look(_ options: Int32) -> Ending? {
    if let ending { return ending }
    var status: Int32 = 0
    while true {
      let found = waitpid(identifier, &status, options)
      if found == 0 { return nil }
      // Where nobody knows how children end, it ended well.
      if found == identifier || errno != EINTR {
        ending = found == identifier ? Ending(status) : .exited(0)
        return ending
      }
    }
  }

  /// Sends it a signal, unless it is known to have ended.
  public func send(_ signal: Int32) {
    if ending == nil { systemKill(identifier, signal) }
  }

  /// Ends it at once, and the group that it leads.
  public func kill() {
    if ending == nil { systemKill(group == .own ? -identifier : identifier, SIGKILL) }
    wait()
  }
}

extension ChildProcess.Stream {
  fileprivate func add(to actions: inout SpawnActions, as number: Int32) {
    switch self {
    case .shared: break
    case .nothing:
      let flags = number == STDIN_FILENO ? O_RDONLY : O_WRONLY
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", flags, 0)
    case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, number)
    case .file(let path):
      let flags = number == STDIN_FILENO ? O_RDONLY : O_WRONLY | O_CREAT
      posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
    case .terminal(let path): posix_spawn_file_actions_addopen(&actions, number, path, O_RDWR, 0)
    }
  }
}

extension ChildProcess.Group {
  fileprivate var flag: Int32 {
    switch self {
    case .shared: 0
    case .own: Int32(POSIX_SPAWN_SETPGROUP)
    case .session: spawnsNewSession
    }
  }
}

extension ChildProcess.Ending {
  /// From what the system says of it.
  fileprivate init(_ status: Int32) {
    self = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
  }
}
