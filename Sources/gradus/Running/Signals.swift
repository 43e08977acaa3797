import Platform
import Vocabulary

/// Makes signals readable, so that waiting for a key and waiting for a signal are one wait.
///
/// A handler that only sets a flag would be missed when it runs between the look at the flag and the wait.
enum Signals {
  /// A pipe that never blocks: the handlers write a byte, whoever waits reads it.
  private static let pipe: (reading: Int32, writing: Int32) = {
    guard let pipe = Pipe() else { return (-1, -1) }
    for end in [pipe.reading, pipe.writing] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    return (pipe.reading, pipe.writing)
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
    Signal.handle(signal) { Signals.note($0) }
  }

  /// What the signal does by default.
  static func unwatch(_ signal: Int32) { Signal.reset(signal) }

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
}

/// Turns Ctrl-C into a cancellation.
enum InterruptKey {
  /// A constant, so that the signal handler may touch it.
  static let interruption = Interruption()

  /// From now on Ctrl-C and Ctrl-\ no longer end the program.
  static func install() {
    _ = interruption
    Signals.watch(SIGINT)
    Signal.ignore(SIGQUIT)
    Pauses.watch()
    Signal.handle(SIGINT) { signal in
      InterruptKey.interruption.request()
      Signals.note(signal)
    }
  }
}
