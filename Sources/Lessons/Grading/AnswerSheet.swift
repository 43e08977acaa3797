import Vocabulary

/// The answers in a copy that was handed in, by the ids of the questions. Nothing else of the copy is looked at, and nothing in
/// it can be wrong: what is not found is missing.
struct AnswerSheet {
  private(set) var answers: [String: Answer] = [:]
  /// The lines before the mark of each quiz, back to the mark or block before.
  private(set) var options: [String: [String]] = [:]
  /// The names that blocks outside of exercises give a meaning.
  private(set) var namesElsewhere: Set<String> = []

  private let source: [Substring]
  private let lexicon: Lexicon
  /// The first line that can belong to the next quiz.
  private var first = 1

  /// Throws where the text is more than a lesson can be.
  init(_ markdown: String, lexicon: Lexicon) throws(Failure) {
    self.lexicon = lexicon
    source = markdown.lines
    try MarkdownReader.read(markdown, includesText: false).forEach { add($0) }
  }

  private mutating func add(_ element: MarkdownElement) {
    switch element.kind {
    case .code(let fence?, let text):
      add(fence.info, text.lines.map(String.init))
      if Self.id(in: fence.info, of: "exercise") != nil { first = element.lines.upperBound + 1 }
    case .html(let html):
      guard let comment = Comment(html, lines: element.lines), let word = comment.words.first else { return }
      if word.hasPrefix("quiz=") { add(quiz: String(word.dropFirst("quiz=".count)), before: element.lines.lowerBound) }
      first = element.lines.upperBound + 1
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

  /// Of several blocks for one exercise the last counts that is filled in.
  private mutating func add(_ info: String, own lines: [String]) {
    let answer = Answer(Self.commands(in: lines))
    guard let id = Self.id(in: info, of: "exercise") else {
      if info.lowercased().hasPrefix("gradus") {
        namesElsewhere.formUnion(answer.sources.flatMap { LessonNames(of: $0, lexicon: lexicon).bound })
      }
      return
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
