import Platform

extension Terminal {
  static let kind = EnvironmentVariable(
    "TERM", "The kind of the terminal. In one called dumb the prompt takes whole lines, without Tab and arrows.")

  /// What tells of a terminal.
  static var variables: [EnvironmentVariable] { [kind] + CharacterEncoding.variables }
}
