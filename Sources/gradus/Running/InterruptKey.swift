import Vocabulary

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Turns Ctrl-C into a wish to stop.
enum InterruptKey {
  /// A constant, so that the signal handler may touch it.
  static let interruption = Interruption()

  /// From now on Ctrl-C no longer ends the program.
  static func install() {
    _ = interruption
    var action = sigaction()
    #if canImport(Glibc)
    action.__sigaction_handler.sa_handler = { _ in InterruptKey.interruption.request() }
    #else
    action.__sigaction_u.__sa_handler = { _ in InterruptKey.interruption.request() }
    #endif
    sigemptyset(&action.sa_mask)
    sigaction(SIGINT, &action, nil)
  }
}
