/// What happens when a signal comes.
public enum Signal {
  /// Calls a function from now on. Writing is not cut short by the signal; waiting is, since that happens in `poll`.
  public static func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    set(signal, handler, flags: SA_RESTART)
  }

  /// Does what the system does by default.
  public static func reset(_ signal: Int32) { set(signal, SIG_DFL, flags: 0) }

  /// Lets it pass without effect.
  public static func ignore(_ signal: Int32) { set(signal, SIG_IGN, flags: 0) }

  private static func set(_ signal: Int32, _ handler: (@convention(c) (Int32) -> Void)?, flags: Int32) {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    sigemptyset(&action.sa_mask)
    action.sa_flags = flags
    sigaction(signal, &action, nil)
  }
}
