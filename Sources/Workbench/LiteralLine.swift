/// A line of output as a lesson writes it.
public enum LiteralLine {
  /// With `\` before a line that would be read as a command, a pattern or the end of the block otherwise.
  public static func written(_ line: String) -> String {
    let isCommand = line == ">" || line == "|" || line.hasPrefix("> ") || line.hasPrefix("| ")
    let isPattern = line.hasPrefix("\\") || line.utf8.indices.contains { line.utf8[$0...].starts(with: "[..]".utf8) }
    let isDots = !line.isEmpty && line.allSatisfy { $0 == "." || $0.isWhitespace }
    let bare = line.drop(while: \.isWhitespace)
    let isFence = bare.hasPrefix("```") || bare.hasPrefix("~~~")
    return isCommand || isPattern || isDots || isFence ? "\\" + line : line
  }
}
