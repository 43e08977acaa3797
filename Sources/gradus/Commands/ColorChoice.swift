import Platform
import ArgumentParser
import CLibEdit

/// When text is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// `auto` colours terminals, unless NO_COLOR is set or the terminal is a dumb one.
  func isAllowed(on stream: UnsafeMutablePointer<FILE>) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: Terminal.isTerminal(stream) && !Terminal.isDumb && environmentVariable("NO_COLOR") == nil
    }
  }
}
