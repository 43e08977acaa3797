import Vocabulary

/// Links between lessons, which lead to notebooks where these are made along with them.
enum NotebookLinks {
  /// The text with links to some Markdown files, such as `](03-variance.md#one)`, leading to the notebooks of these names.
  static func towardsNotebooks(_ text: String, _ files: Set<String>) -> String {
    replaced(text, ".md", by: ".ipynb") { files.contains($0) }
  }

  /// The text with all links to notebooks leading to lessons.
  static func towardsLessons(_ text: String) -> String { replaced(text, ".ipynb", by: ".md") { _ in true } }

  /// - Parameter isMeant: asked with the address up to its `#`.
  private static func replaced(
    _ text: String, _ ending: String, by other: String, _ isMeant: (String) -> Bool
  ) -> String {
    var result = ""
    var rest = text[...]
    while let opening = rest.firstRange(of: "](") {
      result += rest[..<opening.upperBound]
      rest = rest[opening.upperBound...]
      let address = rest.prefix { !")# \n".contains($0) }
      rest = rest[address.endIndex...]
      let isReplaced = address.hasSuffix(ending) && isMeant(String(address))
      result += isReplaced ? String(address.dropLast(ending.count)) + other : String(address)
    }
    return result + rest
  }
}
