import Vocabulary

/// Takes the answers out of the lines of a lesson.
struct AnswerRemoval {
  private(set) var lines: SourceLines
  private(set) var warnings: [Release.Warning] = []
  /// The lines that are left out.
  private var removed: Set<Int> = []

  init(of bytes: [UInt8]) { lines = SourceLines(bytes) }

  mutating func removeKeys(of document: Document, in root: MarkdownElement) throws(Failure) {
    try root.forEach(Self.refuseHiddenKey)
    let folds = Fold.all(in: root)
    for fold in folds { removeIfSolution(fold, of: document) }
    root.forEach { remove($0, folds) }
    root.forEach { removeComment($0) }
    for quiz in document.quizzes where !quiz.isKept {
      for option in quiz.options { addBox(option) }
    }
  }

  // MARK: Solutions

  /// Takes out a fold that holds solutions, their keys and text, or that explains a quiz or says that it answers something, but
  /// that holds nothing else of the lesson.
  private mutating func removeIfSolution(_ fold: Fold, of document: Document) {
    var solutions = 0
    var others = 0
    var keys: [String] = []
    for element in fold.elements {
      element.forEach { part in
        switch Content(part) {
        case .solution: solutions += 1
        case .key(let key) where key.kind == .check: keys.append(key.mark)
        case .key, .other: others += 1
        case nil: break
        }
      }
    }
    let answers = solutions > 0 || fold.saysThatItAnswers || document.quizzes.contains { explains(fold, $0) }
    guard answers, !isRemoved(fold.lines) else { return }
    if others == 0 {
      remove(fold.lines, leaving: keys)
    } else if solutions == 0 {
      warnings.append(
        Release.Warning(
          line: fold.lines.lowerBound, message: "this <details> may hold an answer, and stays since it holds more",
          hint: "let what is only text have a <details> of its own"))
    }
  }

  /// Whether a fold is the next thing behind a quiz that is not yet a copy's.
  private func explains(_ fold: Fold, _ quiz: Quiz) -> Bool {
    let end = endOfComment(from: quiz.keyLines.lowerBound)
    let between = (end + 1)..<max(end + 1, fold.lines.lowerBound)
    return !quiz.isKept && !fold.isHint && fold.lines.lowerBound > end
      && between.allSatisfy(lines.isBlank)
  }

  private mutating func remove(_ element: MarkdownElement, _ folds: [Fold]) {
    guard !isRemoved(element.lines) else { return }
    switch Content(element) {
    case .solution:
      if folds.contains(where: { $0.lines.contains(element.lines.lowerBound) }) {
        warnings.append(
          Release.Warning(
            line: element.lines.lowerBound,
            message: "the <details> around this solution holds more; the rest of it stays",
            hint: "let a solution have a <details> of its own, and blank lines around its tags"))
      }
      remove(element.lines, leaving: [])
    case .key(let key) where key.kind != .hint && !key.isKept: replace(key, from: element.lines.lowerBound)
    default: break
    }
  }

  private func isRemoved(_ range: ClosedRange<Int>) -> Bool {
    !removed.isEmpty && range.contains(where: removed.contains)
  }

  /// Leaves lines out, and one blank line with them where two would meet.
  private mutating func remove(_ range: ClosedRange<Int>, leaving marks: [String]) {
    removed.formUnion(range)
    let prefix = String(lines.text(range.lowerBound).prefix { $0.isWhitespace || $0 == ">" })
    if !marks.isEmpty {
      // A mark takes the first line; several have room, since each had lines of its own.
      for (offset, mark) in marks.enumerated() { lines.set(range.lowerBound + 2 * offset, to: prefix + mark) }
      for offset in marks.indices.dropLast() { lines.set(range.lowerBound + 2 * offset + 1, to: "") }
      let next = range.lowerBound + 2 * marks.count - 1
      if next <= range.upperBound { lines.empty(next...range.upperBound) }
      return
    }
    lines.empty(range)
    let (before, behind) = (range.lowerBound - 1, range.upperBound + 1)
    guard before < 1 || lines.isBlank(before) else { return }
    if behind <= lines.count, lines.isBlank(behind) {
      lines.empty(behind...behind)
    } else if behind > lines.count, before >= 1 {
      lines.empty(before...before)
    }
  }

  // MARK: Comments

  /// What an author says to themselves is not handed out; what is meant for a tool stays.
  private mutating func removeComment(_ element: MarkdownElement) {
    switch element.kind {
    case .html(let html):
      let text = html.trimmingSpace
      guard text.hasPrefix("<!--"), text.firstRange(of: "-->")?.upperBound == text.endIndex, !Self.isForTool(text),
        Comment(html, lines: element.lines) == nil, !isRemoved(element.lines)
      else { return }
      let last = endOfComment(from: element.lines.lowerBound)
      remove(element.lines.lowerBound...last, leaving: [])
    case .inlineHTML(let html) where html.hasPrefix("<!--") && !Self.isForTool(html):
      warnings.append(
        Release.Warning(
          line: element.lines.lowerBound, message: "this comment is handed out",
          hint: "a comment on lines of its own is left out"))
    default: break
    }
  }

  private static let tools = [
    "markdownlint", "prettier", "vale", "cspell", "spell", "textlint", "remark", "rumdl", "doctoc", "toc", "more",
    "truncate", "spdx", "copyright", "license", "licence",
  ]

  private static func isForTool(_ comment: String) -> Bool {
    let word = comment.dropFirst(4).drop(while: \.isWhitespace).prefix { $0.isLetter }.lowercased()
    return tools.contains(word)
  }

  /// The line on which a comment ends, which the library does not tell.
  private func endOfComment(from first: Int) -> Int {
    var last = first
    while last < lines.count, lines.text(last).firstRange(of: "-->") == nil { last += 1 }
    return last
  }

  // MARK: Keys

  /// What stands before and behind a comment on its lines stays.
  private mutating func replace(_ key: AnswerKey, from first: Int) {
    let opening = lines.text(first)
    let last = endOfComment(from: first)
    let closing = lines.text(last)
    let prefix = opening.firstRange(of: "<!--").map { opening[..<$0.lowerBound] } ?? ""
    let suffix = closing.firstRange(of: "-->").map { closing[$0.upperBound...] } ?? ""
    lines.set(last, to: prefix + key.mark + suffix)
    if last > first { lines.empty(first...last - 1) }
  }

  private mutating func addBox(_ option: Quiz.Option) {
    let line = lines.text(option.line)
    let indentation = line.prefix(while: \.isWhitespace)
    let mark = line.dropFirst(indentation.count).prefix { !$0.isWhitespace }
    let space = line.dropFirst(indentation.count + mark.count).prefix(while: \.isWhitespace)
    var rest = line.dropFirst(indentation.count + mark.count + space.count)
    if rest.hasPrefix("[") { rest = rest.dropFirst(3).drop(while: \.isWhitespace) }
    lines.set(option.line, to: indentation + mark + space + "[ ] " + rest)
  }

  /// Throws where HTML holds a key or a solution that nothing reads, and that would be handed out.
  private static func refuseHiddenKey(_ element: MarkdownElement) throws(Failure) {
    let html: String
    switch element.kind {
    case .html(let text), .inlineHTML(let text): html = text
    default: return
    }
    let isBlock = if case .html = element.kind { true } else { false }
    let known = isBlock && Comment(html, lines: element.lines).map { !$0.words.isEmpty } == true ? 1 : 0
    var keys = 0
    var rest = html[...]
    while let opening = rest.firstRange(of: "<!--") {
      rest = rest[opening.upperBound...]
      let bare = rest.drop(while: \.isWhitespace)
      guard bare.hasPrefix("gradus") else { continue }
      let first = bare.dropFirst("gradus".count).drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
      if first.contains("=") { keys += 1 }
    }
    if keys > known {
      throw Failure(
        .document, "a key stands here where it is not seen as one", line: element.lines.lowerBound,
        hint: "begin its comment on a line of its own, behind a blank line")
    }
    if known == 0, html.firstRange(of: "solution=") != nil, html.firstRange(of: "gradus") != nil {
      throw Failure(
        .document, "a solution stands here where it is not seen as one", line: element.lines.lowerBound,
        hint: "put a blank line before its block")
    }
  }

  /// What of the lesson an element is.
  private enum Content {
    case solution
    case key(AnswerKey)
    case other

    init?(_ element: MarkdownElement) {
      switch element.kind {
      case .code(let fence?, _):
        let words = fence.info.split(whereSeparator: \.isWhitespace)
        guard words.first == "gradus" else { return nil }
        self = words.contains { $0.hasPrefix("solution=") } ? .solution : .other
      case .html(let html):
        guard let comment = Comment(html, lines: element.lines) else { return nil }
        self = comment.words.isEmpty ? .other : (try? AnswerKey(comment)).map { .key($0) } ?? .other
      default: return nil
      }
    }
  }
}

extension AnswerKey {
  /// What stands in its place in a copy.
  fileprivate var mark: String {
    let points = points.map { " points=\($0)" } ?? ""
    return "<!-- gradus \(kind.rawValue)=\(id)\(points)\(asksForSeveral ? " several" : "") kept -->"
  }
}

/// Neighbours that stand between `<details>` and `</details>`, those two included.
private struct Fold {
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
