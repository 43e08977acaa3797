import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Turns Ctrl-C into a cancellation.
enum InterruptKey {
  /// A constant, so that the signal handler may touch it.
  static let interruption = Interruption()

  /// From now on Ctrl-C no longer ends the program.
  static func install() {
    _ = interruption
    Signals.watch(SIGINT)
    Signals.handle(SIGINT) { signal in
      InterruptKey.interruption.request()
      Signals.note(signal)
    }
  }
}
