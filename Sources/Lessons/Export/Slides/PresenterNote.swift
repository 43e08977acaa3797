/// What a lesson says to whoever shows it: a comment of its own, `<!-- note: Let the class vote first. -->`, in Markdown.
///
/// For all else it is a comment like others: readers do not see it, and copies that are handed out do not have it.
struct PresenterNote {
  let markdown: String

  /// Nil of anything else.
  init?(_ element: MarkdownElement) {
    guard case .html(let html) = element.kind else { return nil }
    let text = html.trimmingSpace
    guard text.hasPrefix("<!--"), let end = text.firstRange(of: "-->"), end.upperBound == text.endIndex else {
      return nil
    }
    let words = text[..<end.lowerBound].dropFirst(4).trimmingSpace
    guard words.prefix(5).lowercased() == "note:" else { return nil }
    markdown = words.dropFirst(5).trimmingSpace
  }
}
