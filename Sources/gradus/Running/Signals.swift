#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes signals readable, so that waiting for a key and waiting for a signal are one wait.
///
/// A handler that only sets a flag would be missed when it runs between the look at the flag and the wait.
enum Signals {
  /// A pipe that never blocks: the handlers write a byte, whoever waits reads it.
  private static let pipe: (reading: Int32, writing: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard Self.openPipe(&ends) == 0 else { return (-1, -1) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (ends[0], ends[1])
  }()

  enum Arrival {
    case input, signal, nothing
  }

  /// Waits so many milliseconds, or for ever if negative, for standard input or a signal that is watched. Signals go
  /// first: a Ctrl-C is not to wait behind a long paste.
  static func wait(_ timeout: Int32) -> Arrival {
    var descriptors = [
      pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&descriptors, 2, timeout) > 0 else { return .nothing }
    return descriptors[0].revents != 0 ? .signal : .input
  }

  /// Forgets what was noted, and says what it was.
  @discardableResult
  static func forget() -> Set<Int32> {
    var noted: Set<Int32> = []
    while let signal = next() { noted.insert(signal) }
    return noted
  }

  /// Makes a signal readable from now on.
  static func watch(_ signal: Int32) {
    _ = pipe
    handle(signal) { Signals.note($0) }
  }

  static func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    sigemptyset(&action.sa_mask)
    // Writing is not to be cut short; waiting happens in poll, which a signal ends all the same.
    action.sa_flags = SA_RESTART
    sigaction(signal, &action, nil)
  }

  /// What the signal does by default.
  static func unwatch(_ signal: Int32) {
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = SIG_DFL
    #else
      action.__sigaction_u.__sa_handler = SIG_DFL
    #endif
    sigaction(signal, &action, nil)
  }

  /// Called by handlers: writes the signal's number.
  static func note(_ signal: Int32) {
    let kept = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(pipe.writing, &byte, 1)
    errno = kept
  }

  /// The next signal that was noted, nil where there is none.
  static func next() -> Int32? {
    var byte: UInt8 = 0
    return read(pipe.reading, &byte, 1) == 1 ? Int32(byte) : nil
  }

  private static func openPipe(_ ends: inout [Int32]) -> Int32 {
    #if canImport(Glibc)
      Glibc.pipe(&ends)
    #else
      Darwin.pipe(&ends)
    #endif
  }
}
