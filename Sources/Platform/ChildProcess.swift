/// A program that this one has started, never by way of a shell; what is not piped comes from and goes to nowhere.
public final class ChildProcess {
  /// How the child sees one of its three standard files.
  public enum Stream: Sendable {
    case nowhere
    /// Of a number that this process has open.
    case descriptor(Int32)
  }

  public let id: pid_t

  /// Nil where the system gives no process.
  ///
  /// - Parameters:
  ///   - environment: `NAME=value` each; what this process has where it is left out.
  ///   - leadsGroup: whether it gets a process group of its own, so that all it starts can be ended with it.
  public init?(
    _ program: String, _ arguments: [String], environment: [String]? = nil, input: Stream = .nowhere,
    output: Stream = .nowhere, errors: Stream = .nowhere, leadsGroup: Bool = false
  ) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, stream) in [input, output, errors].enumerated() {
      switch stream {
      case .nowhere:
        posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", number == 0 ? O_RDONLY : O_WRONLY, 0)
      case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
      }
    }
    if leadsGroup { posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP)) }
    let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?]? = environment.map { $0.map { strdup($0) } + [nil] }
    defer { for pointer in words + (variables ?? []) { free(pointer) } }
    var child: pid_t = 0
    let status =
      if let variables {
        posix_spawn(&child, program, &actions, &attributes, words, variables)
      } else {
        posix_spawn(&child, program, &actions, &attributes, words, environ)
      }
    guard status == 0 else { return nil }
    id = child
  }

  /// How it ended: its exit status, or the signal that ended it. Waits for it if it is still running.
  public func wait() -> Ending {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return Ending(status)
  }

  /// How it ended; nil while it runs.
  public func ending() -> Ending? {
    var status: Int32 = 0
    return waitpid(id, &status, WNOHANG) == 0 ? nil : Ending(status)
  }

  /// Ends it, or its whole group, at once; `wait` must follow.
  public func kill(group: Bool = false) { _ = Platform.kill(group ? -id : id, SIGKILL) }

  public enum Ending: Equatable, Sendable {
    case exited(Int32)
    case signal(Int32)

    fileprivate init(_ status: Int32) {
      self = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }
  }

  /// Where a program is, by the folders of `PATH`; relative ones are passed over.
  public static func find(_ name: String) -> String? {
    let folders = variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
  }

  /// The path of the running program.
  public static var ownProgram: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    #if canImport(Darwin)
      var size = UInt32(buffer.count)
      let count = _NSGetExecutablePath(&buffer, &size) == 0 ? strlen(buffer) : 0
    #else
      let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    #endif
    guard count > 0 else { return CommandLine.arguments.first }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// The two ends of a pipe, closed in children.
public struct Pipe: Sendable {
  public let reading: Int32
  public let writing: Int32

  /// Nil where the system gives none.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }
}
