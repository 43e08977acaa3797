import Vocabulary

/// The answers in a copy that was handed in, by the ids of the questions. Nothing else of the copy is looked at, and nothing in
/// it can be wrong: what is not found is missing.
struct AnswerSheet {
  private(set) var answers: [String: Answer] = [:]
  /// The letters of the options that are ticked.
  private(set) var choices: [String: [String]] = [:]

  private let source: [Substring]
  private var lastList: MarkdownElement?

  /// Throws where the text is nested beyond all reason.
  init(_ markdown: String) throws(Failure) {
    source = markdown.lines
    try MarkdownReader.read(markdown, includesText: false).forEach { add($0) }
    lastList = nil
  }

  private mutating func add(_ element: MarkdownElement) {
    switch element.kind {
    case .list: lastList = element
    case .code(let fence?, let text): add(fence.info, text.lines.map(String.init))
    case .html(let html):
      guard let comment = Comment(html, lines: element.lines), let word = comment.words.first,
        word.hasPrefix("quiz="), let list = lastList
      else { return }
      choices[String(word.dropFirst("quiz=".count))] = letters(of: list)
    default: break
    }
  }

  // MARK: Exercises

  /// Takes an answer from a block. Where its closing fence was lost, the next block stands in it.
  private mutating func add(_ info: String, _ lines: [String]) {
    let opener = lines.firstIndex { $0.drop(while: \.isWhitespace).hasPrefix("```gradus") }
    add(info, own: Array(lines[..<(opener ?? lines.count)]))
    guard let opener else { return }
    add(String(lines[opener].drop(while: \.isWhitespace).drop { $0 == "`" }), Array(lines[(opener + 1)...]))
  }

  /// Of several blocks for one exercise the last counts that is filled in.
  private mutating func add(_ info: String, own lines: [String]) {
    let words = info.split(whereSeparator: \.isWhitespace)
    guard words.first == "gradus", let word = words.first(where: { $0.hasPrefix("exercise=") }) else { return }
    let id = String(word.dropFirst("exercise=".count))
    let answer = Answer(Self.commands(in: lines))
    if answers[id] == nil || !answer.isBlank { answers[id] = answer }
  }

  /// The commands of a block; where nobody wrote a prompt, all of it is one.
  private static func commands(in lines: [String]) -> [String] {
    guard let first = lines.firstIndex(where: { $0 == ">" || $0.hasPrefix("> ") }) else {
      return [lines.joined(separator: "\n")]
    }
    return ((try? LessonCommand.read(Array(lines[first...]), firstLine: 1)) ?? []).map(\.source)
  }

  // MARK: Quizzes

  private func letters(of list: MarkdownElement) -> [String] {
    list.children.compactMap { item in
      guard source.indices.contains(item.lines.lowerBound - 1) else { return nil }
      let text = source[item.lines.lowerBound - 1].trimmingSpace
      guard let option = Quiz.Option(item: Self.tidied(text), line: item.lines.lowerBound) else { return nil }
      return option.isChosen ? option.letter : nil
    }
  }

  /// With the box as it should be: whatever stands in it ticks it, be it `x`, ` x ` or `✓`.
  private static func tidied(_ item: String) -> String {
    guard let open = item.firstIndex(of: "["), let close = item[open...].firstIndex(of: "]"),
      item.distance(from: open, to: close) <= 4
    else { return item }
    let isTicked = item[item.index(after: open)..<close].contains { !$0.isWhitespace }
    return item[..<open] + (isTicked ? "[x] " : "[ ] ") + item[item.index(after: close)...].drop(while: \.isWhitespace)
  }
}
