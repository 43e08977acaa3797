import Vocabulary

/// The answers in a copy that was handed in, by the ids of the questions. Nothing else of the copy is looked at, and nothing in
/// it can be wrong: what is not found is missing.
package struct AnswerSheet {
  private(set) var answers: [String: Answer] = [:]
  /// The lines before the mark of each quiz, back to the mark or block before.
  private(set) var options: [String: [String]] = [:]
  /// The names that blocks outside of exercises give a meaning.
  private(set) var namesElsewhere: Set<String> = []
  /// The language that the copy says its answers are in, where that is not gradus.
  let otherLanguage: String?

  private var source: [Substring] = []
  private let lexicon: Lexicon
  /// The first line that can belong to the next quiz.
  private var first = 1

  /// Throws where the text is more than a lesson can be.
  init(_ markdown: String, lexicon: Lexicon) throws(Failure) {
    try self.init(HandedInCopy(markdown: markdown), lexicon: lexicon)
  }

  /// Throws where a part is more than a lesson can be.
  package init(_ copy: HandedInCopy, lexicon: Lexicon) throws(Failure) {
    self.lexicon = lexicon
    otherLanguage = copy.otherLanguage
    for part in copy.parts {
      switch part {
      case .markdown(let markdown):
        let before = source.count
        source += markdown.lines
        try MarkdownReader.read(markdown, includesText: false).forEach { add($0, below: before) }
      case .commands(let text, let exercise):
        add(text.lines.map(String.init), to: exercise)
        if exercise != nil { first = source.count + 1 }
      }
    }
  }

  /// - Parameter before: the lines of all parts before the one that the element stands in.
  private mutating func add(_ element: MarkdownElement, below before: Int) {
    switch element.kind {
    case .code(let fence?, let text):
      add(fence.info, text.lines.map(String.init))
      if Self.id(in: fence.info, of: "exercise") != nil { first = before + element.lines.upperBound + 1 }
    case .html(let html):
      guard let comment = Comment(html, lines: element.lines), let word = comment.words.first else { return }
      if word.hasPrefix("quiz=") {
        add(quiz: String(word.dropFirst("quiz=".count)), before: before + element.lines.lowerBound)
      }
      first = before + element.lines.upperBound + 1
    default: break
    }
  }

  // MARK: Exercises

  /// Takes an answer from a block. Where its closing fence was lost, the next block stands in it.
  private mutating func add(_ info: String, _ lines: [String]) {
    let opener = lines.firstIndex { $0.drop(while: \.isWhitespace).lowercased().hasPrefix("```gradus") }
    add(info, own: Array(lines[..<(opener ?? lines.count)]))
    guard let opener else { return }
    add(String(lines[opener].drop(while: \.isWhitespace).drop { $0 == "`" }), Array(lines[(opener + 1)...]))
  }

  private mutating func add(_ info: String, own lines: [String]) {
    let id = Self.id(in: info, of: "exercise")
    if id != nil || info.lowercased().hasPrefix("gradus") { add(lines, to: id) }
  }

  /// Of several blocks for one exercise the last counts that is filled in.
  private mutating func add(_ lines: [String], to id: String?) {
    let answer = Answer(Self.commands(in: lines))
    guard let id else {
      return namesElsewhere.formUnion(answer.sources.flatMap { LessonNames(of: $0, lexicon: lexicon).bound })
    }
    if answers[id] == nil || !answer.isBlank { answers[id] = answer }
  }

  /// The id that a word of a fence names, in whatever way the words are parted.
  private static func id(in info: String, of key: String) -> String? {
    let words = info.split { $0.isWhitespace || ",{}".contains($0) }
    return words.first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
  }

  /// The commands of a block; where nobody wrote a prompt, all of it is one.
  private static func commands(in lines: [String]) -> [String] {
    let lines = lines.map(tidied)
    guard let first = lines.firstIndex(where: { $0 == ">" || $0.hasPrefix("> ") }) else {
      return [lines.joined(separator: "\n")]
    }
    return ((try? LessonCommand.read(Array(lines[first...]), firstLine: 1)) ?? []).map(\.source)
  }

  /// With a prompt as it should be: without blanks before it, be they of the kind that does not break, and with one behind.
  private static func tidied(_ line: String) -> String {
    let bare = line.drop(while: \.isWhitespace)
    for prompt in [">", "&gt;", "＞", "›"] where bare.hasPrefix(prompt) {
      var rest = bare.dropFirst(prompt.count)
      while rest.first == ">" { rest = rest.dropFirst() }
      return "> " + rest.drop(while: \.isWhitespace)
    }
    if bare.first == "|", bare.dropFirst().first.map(\.isWhitespace) ?? true { return "| " + bare.dropFirst(2) }
    return line
  }

  // MARK: Quizzes

  private mutating func add(quiz id: String, before line: Int) {
    let lines = first < line ? source[(first - 1)..<min(line - 1, source.count)].map(String.init) : []
    let isTicked = lines.contains { OptionLine($0)?.box == .ticked }
    if options[id] == nil || isTicked { options[id] = lines }
  }
}
