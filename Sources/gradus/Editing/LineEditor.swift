import Workbench

/// What came from the keyboard.
enum Input: Equatable {
  case line(String)
  /// Ctrl-C: the line is given up.
  case interrupted
  /// Ctrl-D on an empty line, or the end of the input.
  case end
}

/// Reads lines from somebody who types.
protocol LineEditor {
  /// Reads a line; a continuation has another prompt.
  func read(continues: Bool) -> Input
  /// Makes an entry come back with the arrow keys.
  func remember(_ entry: String)
  /// Says what Tab offers from now on.
  func setCompleter(_ completer: @escaping (_ line: String, _ offset: Int) -> Completions)
}
