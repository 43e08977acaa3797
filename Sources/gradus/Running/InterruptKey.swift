import Platform
import Vocabulary

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
