import TestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built program, run as people run it.
enum Program {
  struct NotStarted: Error {}

  /// Beside the tests.
  static var path: String {
    #if os(Linux)
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
      if count > 0 {
        let own = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/gradus"
      }
    #endif
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
    let folder = try TemporaryFolder()
    folder.write("input", bytes: input)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, folder.path + "/input", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder.path + "/output", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder.path + "/errors", O_WRONLY | O_CREAT, 0o600)
    let process = try spawn(arguments, environment: environment + ["LC_ALL=C.UTF-8"], &actions, flags: 0)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return Outcome(
      output: folder.read("output") ?? "", errors: folder.read("errors") ?? "",
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F))
  }

  /// The status of a shell command.
  static func shell(_ command: String) throws -> Int32 {
    var process: pid_t = 0
    let texts: [String] = ["/bin/sh", "-c", command]
    let words = texts.map { strdup($0) }
    let variables = [strdup("PATH=/usr/local/bin:/usr/bin:/bin")]
    defer { for pointer in words + variables { free(pointer) } }
    guard posix_spawn(&process, "/bin/sh", nil, nil, words + [nil], variables + [nil]) == 0 else { throw NotStarted() }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  static func spawn(
    _ arguments: [String], environment: [String], _ actions: inout posix_spawn_file_actions_t, flags: Int32
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads of a test run may block signals; whoever sits at a terminal does not.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(flags | Int32(POSIX_SPAWN_SETSIGMASK)))
    var process: pid_t = 0
    let words = ([path] + arguments).map { strdup($0) }
    let variables = environment.map { strdup($0) }
    defer { for pointer in words + variables { free(pointer) } }
    guard posix_spawn(&process, path, &actions, &attributes, words + [nil], variables + [nil]) == 0 else {
      throw NotStarted()
    }
    return process
  }
}
