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
    var action = sigaction(calling: handler, flags: flags)
    sigaction(signal, &action, nil)
  }
}
