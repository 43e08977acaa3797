/// A child process with a pipe to it and one from it; it is ended with this value.
public final class WorkerProcess {
  /// Where its answers come from.
  public var output: Int32 { answers.descriptor }
  public var identifier: pid_t { process.identifier }
  private let requests: OpenFile
  private let answers: OpenFile
  private let process: ChildProcess
  private var pending: [UInt8] = []
  private var isEnded = false
  /// Held while pipes are made that no other process is to have.
  private static let starting = Lock()

  /// Throws where the system gives no process.
  public init(_ program: String, _ arguments: [String]) throws(SystemError) {
    Self.starting.lock()
    defer { Self.starting.unlock() }
    guard let toChild = Pipe() else { throw SystemError() }
    requests = OpenFile(adopting: toChild.writing)
    let input = OpenFile(adopting: toChild.reading)
    guard let fromChild = Pipe() else { throw SystemError() }
    answers = OpenFile(adopting: fromChild.reading)
    let output = OpenFile(adopting: fromChild.writing)
    defer {
      // Its ends of the pipes are its own from here on.
      try? input.close()
      try? output.close()
    }
    process = try ChildProcess(
      program, arguments, input: .descriptor(input.descriptor), output: .descriptor(output.descriptor),
      errors: .nothing, environment: Self.environment)
  }

  deinit {
    // A worker that gets no more requests ends by itself and takes its files with it.
    try? requests.close()
    end(within: 5000)
  }

  /// Sends a line. Where the process is gone, that is found out when its output ends.
  public func send(_ line: String) { try? requests.write(line) }

  /// The whole lines that have come, once some have; nil when no more can come.
  public func receive() -> [String]? {
    guard let bytes = try? answers.available(atMost: 1 << 16), !bytes.isEmpty else { return nil }
    pending += bytes
    guard let end = pending.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    let lines = pending[..<end].split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    pending.removeFirst(end + 1)
    return lines
  }

  /// Ends the process; the signal that had ended it before, if one had.
  @discardableResult
  public func end(within milliseconds: Int = 100) -> Int32? {
    if isEnded { return nil }
    isEnded = true
    // Its output has ended or is not wanted; a process that is ending by itself says why.
    if let ending = process.wait(atMost: milliseconds) { return ending.signal }
    process.kill()
    return nil
  }

  /// Ends it at once.
  public func kill() {
    if isEnded { return }
    isEnded = true
    process.kill()
  }

  /// Without Swift's own report on a crash, which takes seconds.
  private static var environment: [String] {
    ["SWIFT_BACKTRACE=enable=no"] + environmentVariables.filter { !$0.hasPrefix("SWIFT_BACKTRACE=") }
  }
}
