#if canImport(Glibc)
  import Glibc
#else
  import Darwin
  import MachO
#endif

/// A child process with a pipe to it and one from it; it is ended with this value.
final class WorkerProcess {
  /// Where its answers come from.
  let output: Int32
  private let input: Int32
  private let process: pid_t
  private var pending: [UInt8] = []
  private var isEnded = false

  /// Nil where the system gives no process.
  init?(_ program: String, _ arguments: [String]) {
    guard let toChild = Self.makePipe() else { return nil }
    guard let fromChild = Self.makePipe() else {
      toChild.close()
      return nil
    }
    var actions = Self.makeActions()
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild.reading, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild.writing, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let words = ([program] + arguments).map { strdup($0) }
    let variables = Self.environment.map { strdup($0) }
    defer { for pointer in words + variables { free(pointer) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, program, &actions, nil, words + [nil], variables + [nil])
    close(toChild.reading)
    close(fromChild.writing)
    (input, output, process) = (toChild.writing, fromChild.reading, child)
    if status != 0 {
      isEnded = true
      return nil
    }
  }

  deinit {
    // A worker that gets no more requests ends by itself and takes its files with it.
    close(input)
    end(within: 5000)
    close(output)
  }

  /// Sends a line. Where the process is gone, that is found out when its output ends.
  func send(_ line: String) {
    var rest = Array(line.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
    }
  }

  /// The whole lines that have come, once some have; nil when no more can come.
  func receive() -> [String]? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &chunk, chunk.count)
    if count < 0, errno == EINTR { return [] }
    guard count > 0 else { return nil }
    pending += chunk[..<count]
    guard let end = pending.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    let lines = pending[..<end].split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    pending.removeFirst(end + 1)
    return lines
  }

  /// Ends the process; the signal that had ended it before, if one had.
  @discardableResult
  func end(within milliseconds: Int = 100) -> Int32? {
    if isEnded { return nil }
    isEnded = true
    var status: Int32 = 0
    var found = waitpid(process, &status, WNOHANG)
    for _ in 0..<milliseconds where found == 0 {
      // Its output has ended or is not wanted; a process that is ending by itself says why.
      usleep(1000)
      found = waitpid(process, &status, WNOHANG)
    }
    if found == 0 {
      Self.killProcess(process)
      waitpid(process, &status, 0)
      return nil
    }
    return status & 0x7F == 0 ? nil : status & 0x7F
  }

  /// Ends it at once.
  func kill() {
    if isEnded { return }
    isEnded = true
    Self.killProcess(process)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// The path of the running program.
  static var ownProgram: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    #if canImport(Glibc)
      let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    #else
      var size = UInt32(buffer.count)
      let count = _NSGetExecutablePath(&buffer, &size) == 0 ? strlen(buffer) : 0
    #endif
    guard count > 0 else { return CommandLine.arguments.first ?? "gradus" }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Without Swift's own report on a crash, which takes seconds.
  private static var environment: [String] {
    var variables = ["SWIFT_BACKTRACE=enable=no"]
    var pointer = environ
    while let entry = pointer.pointee {
      let text = String(cString: entry)
      if !text.hasPrefix("SWIFT_BACKTRACE=") { variables.append(text) }
      pointer += 1
    }
    return variables
  }

  private struct Pipe {
    let reading: Int32
    let writing: Int32

    func close() {
      for end in [reading, writing] { closeFile(end) }
    }
  }

  private static func makePipe() -> Pipe? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return Pipe(reading: ends[0], writing: ends[1])
  }

  #if canImport(Glibc)
    private static func makeActions() -> posix_spawn_file_actions_t {
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      return actions
    }
    private static func killProcess(_ process: pid_t) { Glibc.kill(process, SIGKILL) }
  #else
    private static func makeActions() -> posix_spawn_file_actions_t? {
      var actions: posix_spawn_file_actions_t?
      posix_spawn_file_actions_init(&actions)
      return actions
    }
    private static func killProcess(_ process: pid_t) { Darwin.kill(process, SIGKILL) }
  #endif
}

private func closeFile(_ descriptor: Int32) { close(descriptor) }
