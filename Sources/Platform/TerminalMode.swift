/// How the terminal at standard input treats what is typed.
public final class TerminalMode {
  /// As it was found; nil where there is no terminal, or it is as it was.
  private var found: termios?

  public init() {}

  /// Whether what is typed is hidden.
  public var hidesTyping: Bool { found != nil }

  deinit { restore() }

  /// From now on what is typed is kept for whoever reads next, as it comes and without being shown. Keys that send
  /// signals send them.
  public func hideTyping() {
    guard found == nil else { return }
    var mode = termios()
    guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return }
    found = mode
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    mode.c_iflag &= ~tcflag_t(ICRNL | IXON)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
  }

  /// As it was found.
  public func restore() {
    guard var mode = found else { return }
    found = nil
    tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
  }
}

/// How many columns and rows the window at standard output has; nil where there is none, or it does not say.
public func windowSize() -> (columns: Int?, rows: Int?) {
  var size = winsize()
  guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return (nil, nil) }
  return (size.ws_col > 0 ? Int(size.ws_col) : nil, size.ws_row > 0 ? Int(size.ws_row) : nil)
}
