import Platform
import ArgumentParser
import CLibEdit

/// When text is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  static let help = ArgumentHelp("When text is coloured.", valueName: "when")
  static let variable = EnvironmentVariable(
    "NO_COLOR", "Where it is set, nothing is coloured unless --color always is given.")

  /// `auto` colours terminals, unless NO_COLOR is set or the terminal is a dumb one.
  func isAllowed(on stream: UnsafeMutablePointer<FILE>) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: Terminal.isTerminal(stream) && !Terminal.isDumb && Self.variable.value == nil
    }
  }
}
