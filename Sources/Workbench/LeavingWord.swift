/// The words that leave a conversation, here and elsewhere.
public enum LeavingWord {
  private static let all: Set<String> = ["exit", "quit", "exit()", "quit()", ":q", ":quit"]

  public static func isOne(_ text: String) -> Bool {
    all.contains(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}
