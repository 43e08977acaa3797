/// Neighbours that stand between `<details>` and `</details>`, those two included.
struct Fold {
  let elements: ArraySlice<MarkdownElement>

  var lines: ClosedRange<Int> {
    let first = elements.first?.lines.lowerBound ?? 1
    return first...max(first, elements.last?.lines.upperBound ?? first)
  }

  /// What stands between `<summary>` and `</summary>`, in small letters.
  private var summary: String {
    guard case .html(let html)? = elements.first?.kind else { return "" }
    let text = html.lowercased()
    guard let open = text.firstRange(of: "<summary>"), let close = text.firstRange(of: "</summary>"),
      open.upperBound <= close.lowerBound
    else { return "" }
    return text[open.upperBound..<close.lowerBound].trimmingSpace
  }

  var isHint: Bool { summary.hasPrefix("hint") }

  /// Whether its summary speaks of a solution or an answer.
  var saysThatItAnswers: Bool {
    !isHint
      && ["solution", "answer", "lösung", "antwort", "solución", "respuesta", "réponse"].contains {
        summary.contains($0)
      }
  }

  /// The folds of a text, those inside others before them. Left out are those that share a piece of HTML with other text.
  static func all(in element: MarkdownElement) -> [Fold] {
    element.children.flatMap(all) + folds(among: element.children)
  }

  private static func folds(among siblings: [MarkdownElement]) -> [Fold] {
    var folds: [Fold] = []
    var open: [(index: Int, isAtStart: Bool)] = []
    for (index, element) in siblings.enumerated() {
      guard case .html(let html) = element.kind else { continue }
      for tag in Tag.all(in: html) {
        if tag.isOpening {
          open.append((index, tag.isAtStart))
        } else if let (first, isAtStart) = open.popLast(), isAtStart, tag.isAtEnd, first < index {
          folds.append(Fold(elements: siblings[first...index]))
        }
      }
    }
    return folds
  }

  private struct Tag {
    let isOpening: Bool
    let isAtStart: Bool
    let isAtEnd: Bool

    static func all(in html: String) -> [Tag] {
      guard !html.trimmingSpace.hasPrefix("<!--") else { return [] }
      let lowercase = html.lowercased()
      var tags: [Tag] = []
      var rest = lowercase[...]
      while let start = rest.firstIndex(of: "<") {
        let isAtStart = lowercase[..<start].allSatisfy(\.isWhitespace)
        rest = rest[start...]
        let isOpening = rest.hasPrefix("<details")
        let isClosing = rest.hasPrefix("</details")
        rest = rest.drop { $0 != ">" }.dropFirst()
        if isOpening || isClosing {
          tags.append(Tag(isOpening: isOpening, isAtStart: isAtStart, isAtEnd: rest.allSatisfy(\.isWhitespace)))
        }
      }
      return tags
    }
  }
}
