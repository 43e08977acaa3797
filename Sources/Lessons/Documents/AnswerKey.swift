import Language
import Vocabulary

/// A comment that begins `<!-- gradus check=ID`, `quiz=ID` or `hint=ID`.
struct AnswerKey {
  enum Kind: String, CaseIterable {
    case check, quiz, hint
  }

  let kind: Kind
  let id: String
  /// Whether the word `kept` says that the rest was taken out of this copy.
  let isKept: Bool
  /// Whether the points are shared among the lines of the check.
  let sharesPoints: Bool
  /// Whether several options are right, which a copy says by the word `several`.
  let asksForSeveral: Bool
  let answers: [String]
  let points: Int?
  let content: [(number: Int, text: String)]
  let lines: ClosedRange<Int>

  init(_ comment: Comment) throws(Failure) {
    let line = comment.lines.lowerBound
    lines = comment.lines
    content = comment.content.filter { !$0.text.allSatisfy(\.isWhitespace) }
    var kind: Kind?
    var id = ""
    var answers: [String] = []
    var points: Int?
    var isKept = false
    var sharesPoints = false
    var asksForSeveral = false
    for (index, word) in comment.words.enumerated() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let value = parts.count == 2 ? parts[1] : ""
      if index == 0, let known = Kind(rawValue: parts[0]), !value.isEmpty {
        (kind, id) = (known, value)
      } else if kind == .quiz, parts[0] == "answer", !value.isEmpty {
        answers = value.split(separator: ",").map(String.init)
      } else if kind == .quiz, parts[0] == "points", let number = Points.read(value) {
        points = number
      } else if kind == .quiz || kind == .check, word == "kept" {
        isKept = true
      } else if kind == .check, word == "partial" {
        sharesPoints = true
      } else if kind == .quiz, word == "several" {
        asksForSeveral = true
      } else {
        throw Self.failure(of: word, named: parts[0], isFirst: index == 0, kind, line: line)
      }
    }
    guard let kind else { throw Failure(.document, "this key names no exercise", line: line) }
    (self.kind, self.id, self.answers, self.points, self.isKept) = (kind, id, answers, points, isKept)
    self.sharesPoints = sharesPoints
    self.asksForSeveral = asksForSeveral || answers.count > 1
  }

  private static func failure(of word: String, named name: String, isFirst: Bool, _ kind: Kind?, line: Int) -> Failure {
    let isQuiz = kind == .quiz
    let words = isQuiz ? ["answer", "points", "kept", "several"] : ["kept", "partial"]
    let known = isFirst ? Kind.allCases.map(\.rawValue) : words
    let hint: String? =
      switch name {
      case "points" where isQuiz: "write " + Points.form
      case "answer" where isQuiz: "write answer=b, or answer=a,c without a blank"
      case _ where isQuiz && name.count == 1: "write the letters without a blank, as in answer=a,c"
      case _ where isFirst && known.contains(name): "write \(name)=ID, without blanks"
      default: Suggestion.hint(for: name, among: known)
      }
    return Failure(.document, "a key cannot be marked '\(word)'", line: line, hint: hint)
  }

  /// The lines of a hint as Markdown.
  var text: String { content.map(\.text).joined(separator: "\n") }

  // MARK: Checks

  /// What a check says.
  struct Checks {
    /// Lines `> test = load "test.csv"`, and `| ` where a command goes on.
    var preparation: [LessonCommand] = []
    var expectations: [Exercise.Expectation] = []
    var mistakes: [Exercise.Mistake] = []
    /// Lines `variants n = 100, 200`.
    var variants: [Variants.Line] = []
  }

  /// Begins a line that lists what differs from learner to learner.
  static let variantsWord = "variants"

  /// The lines of a check. Throws with the line that is neither a command nor `expression = expected` nor
  /// `wrong expected "message"` nor `variants n = …`.
  func checks() throws(Failure) -> Checks {
    var checks = Checks()
    for (number, text) in content {
      let line = text.trimmingSpace
      if line.hasPrefix("> ") {
        checks.preparation.append(LessonCommand(source: String(line.dropFirst(2)), line: number, expected: []))
        continue
      }
      if line.hasPrefix("| "), let begun = checks.preparation.popLast() {
        let source = begun.source + "\n" + line.dropFirst(2)
        checks.preparation.append(LessonCommand(source: source, line: begun.line, expected: []))
        continue
      }
      if line.hasPrefix("<!--") || line.hasPrefix("```") || line.hasPrefix("~~~") {
        throw Failure(
          .document, "this comment is not closed before line \(number)", line: lines.lowerBound, hint: "end it with -->"
        )
      }
      if line.hasPrefix(Self.variantsWord + " ") {
        guard let (names, values) = Self.equation(String(line.dropFirst(Self.variantsWord.count))) else {
          throw Failure(
            .document, "these variants say not what has which values", line: number,
            hint: "write '\(Self.variantsWord) n = 100, 200, 400'")
        }
        checks.variants.append(try Variants.Line(names: names, values: values, line: number))
      } else if line.hasPrefix("wrong ") {
        let (rest, message) = try Self.message(in: line.dropFirst("wrong ".count).trimmingSpace, line: number)
        guard let first = checks.expectations.first else {
          throw Failure(
            .document, "a wrong answer stands before what is right", line: number, hint: "write 's = …' above it")
        }
        let named = Self.equation(rest)
        checks.mistakes.append(
          Exercise.Mistake(
            expression: named?.expression ?? first.expression, expected: named?.expected ?? rest, message: message,
            line: number))
      } else if let (expression, expected) = Self.equation(line) {
        checks.expectations.append(Exercise.Expectation(expression: expression, expected: expected, line: number))
      } else {
        throw Failure(
          .document, "this line of a check says not what must hold", line: number,
          hint: "write 's = 0.458 ±0.001', or 'wrong 0.21 \"what to say\"'")
      }
    }
    return checks
  }

  /// What stands before and behind the first ` = ` outside of brackets and strings.
  private static func equation(_ text: String) -> (expression: String, expected: String)? {
    var depth = 0
    for token in Lexer.tokens(of: text) {
      depth += token.kind.nesting
      switch token.kind {
      case .symbol(.assign) where depth == 0:
        let left = Substring(text.utf8.prefix(token.span.lowerBound))
        let right = Substring(text.utf8.dropFirst(token.span.upperBound))
        guard left.last == " ", right.first == " " else { continue }
        let (expression, expected) = (left.trimmingSpace, right.trimmingSpace)
        return expression.isEmpty || expected.isEmpty ? nil : (expression, expected)
      default: break
      }
    }
    return nil
  }

  /// Takes the quoted message from the end.
  private static func message(in text: String, line: Int) throws(Failure) -> (rest: String, message: String) {
    let inside = text.dropLast()
    let opening = inside.indices.dropFirst().first {
      inside[$0] == "\"" && inside[inside.index(before: $0)].isWhitespace && isWhole(inside[..<$0])
    }
    guard text.last == "\"", let open = opening else {
      let hasOtherQuotes = text.contains { "“”„‟«»‘’".contains($0) }
      throw Failure(
        .document, "this has no message in quotes at its end", line: line,
        hint: hasOtherQuotes ? "write it in straight quotation marks: \"…\"" : nil)
    }
    let rest = inside[..<open].trimmingSpace
    let message = String(inside[inside.index(after: open)...])
    guard !rest.isEmpty, !message.isEmpty else {
      throw Failure(.document, "this says not which answer it means, or what to say of it", line: line)
    }
    return (rest, message)
  }

  /// Whether what stands before a message is an answer, and the message no text of it: `s = "no"`, not `s =`.
  private static func isWhole(_ answer: Substring) -> Bool {
    var depth = 0
    var last = Token.Kind.space
    for token in Lexer.tokens(of: String(answer)) {
      if case .openText = token.kind { return false }
      depth += token.kind.nesting
      if ![.space, .newline, .end].contains(token.kind) { last = token.kind }
    }
    return depth <= 0 && ![.symbol(.assign), .symbol(.comma), .symbol(.equal), .symbol(.notEqual)].contains(last)
  }

  // MARK: Quizzes

  /// What to say of wrong options: lines `a "It falls as 1/√n."`.
  func messages() throws(Failure) -> [Quiz.Message] {
    var messages: [Quiz.Message] = []
    for (number, text) in content {
      let (letter, message) = try Self.message(in: text.trimmingSpace, line: number)
      let bare = letter.hasSuffix(":") ? String(letter.dropLast()) : letter
      messages.append(Quiz.Message(letter: bare, text: message, line: number))
    }
    return messages
  }
}

extension Token.Kind {
  /// By how much what follows is deeper in brackets.
  var nesting: Int {
    switch self {
    case .symbol(.leftParenthesis), .symbol(.leftBracket): 1
    case .symbol(.rightParenthesis), .symbol(.rightBracket): -1
    default: 0
    }
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmingSpace: String {
    let tail = drop(while: \.isWhitespace)
    let end = tail.lastIndex { !$0.isWhitespace }
    return end.map { String(tail[...$0]) } ?? ""
  }
}
