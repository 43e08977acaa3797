import Vocabulary

/// Gathers what makes a lesson while its Markdown is walked through, and puts it together at the end.
struct DocumentReading {
  private let source: [Substring]
  private(set) var blocks: [Block] = []
  private(set) var keys: [AnswerKey] = []
  private(set) var otherBlocks = 0
  /// The list that stands before each quiz's key, by the line of the key.
  private var lists: [Int: MarkdownElement] = [:]
  /// The last list that is in no other one.
  private var lastList: MarkdownElement?

  init(source: [Substring]) { self.source = source }

  // MARK: Gathering

  mutating func add(_ element: MarkdownElement) throws(Failure) {
    switch element.kind {
    case .list: if lastList.map({ !$0.lines.contains(element.lines.lowerBound) }) ?? true { lastList = element }
    case .code(let fence?, let text): try add(fence, text, element.lines)
    case .html(let html): try add(html, element.lines)
    case .code(nil, _):
      try UnseenBlock.refuse(in: element.lines, of: source, because: "it is indented by four blanks or more")
    case .paragraph:
      try UnseenBlock.refuse(in: element.lines, of: source, because: "it belongs to the paragraph above it")
    default: break
    }
  }

  private mutating func add(
    _ fence: MarkdownElement.Fence, _ text: String, _ lines: ClosedRange<Int>
  ) throws(Failure) {
    let words = fence.info.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.first == "gradus" else {
      if let failure = UnseenBlock.misspelling(of: fence.info, line: lines.lowerBound) { throw failure }
      otherBlocks += 1
      return
    }
    guard isClosed(lines, by: fence) else {
      throw Failure(.document, "this block is never closed", line: lines.lowerBound, hint: "end it with ```")
    }
    let marks = try BlockMark.read(fence.info.trimmingSpace.dropFirst("gradus".count), line: lines.lowerBound)
    var content = text.lines.map(String.init)
    if content.last?.isEmpty == true { content.removeLast() }
    blocks.append(try Block(marks, content, lines: lines))
  }

  /// Whether the last line of the block is its closing fence, and not just the end of what surrounds it.
  private func isClosed(_ lines: ClosedRange<Int>, by fence: MarkdownElement.Fence) -> Bool {
    guard lines.count > 1, source.indices.contains(lines.upperBound - 1) else { return false }
    let line = source[lines.upperBound - 1].drop { $0.isWhitespace || $0 == ">" }
    let closing = line.prefix { $0 == fence.character }
    return closing.count >= fence.length && line.dropFirst(closing.count).allSatisfy(\.isWhitespace)
  }

  private mutating func add(_ html: String, _ lines: ClosedRange<Int>) throws(Failure) {
    guard let comment = Comment(html, lines: lines) else {
      return try UnseenBlock.refuse(in: html, from: lines.lowerBound)
    }
    guard html.contains("-->") else {
      throw Failure(.document, "this comment is never closed", line: lines.lowerBound, hint: "end it with -->")
    }
    if comment.words.isEmpty {
      blocks.append(Block(setUp: comment))
      return
    }
    let key = try AnswerKey(comment)
    keys.append(key)
    if key.kind == .quiz { lists[lines.lowerBound] = lastList }
  }

  /// Items that begin with a letter and a bracket, `- a) grows`, with a box or without. Throws where one does not, or two have
  /// the same letter.
  private func options(
    of list: MarkdownElement, for id: String
  ) throws(Failure) -> (options: [Quiz.Option], lines: ClosedRange<Int>) {
    var options: [Quiz.Option] = []
    for item in list.children {
      let text = item.lines.compactMap { source.indices.contains($0 - 1) ? String(source[$0 - 1]) : nil }
        .map(\.trimmingSpace).filter { !$0.isEmpty }.joined(separator: " ")
      let line = item.lines.lowerBound
      guard let option = Quiz.Option(item: text, line: line) else {
        throw Failure(
          .document, "this option of quiz '\(id)' does not begin with a letter and a bracket", line: line,
          hint: "write '- \(Self.letter(options.count))) …'")
      }
      if let other = options.first(where: { $0.letter == option.letter }) {
        throw Failure(
          .document, "quiz '\(id)' has two options \(option.letter))", line: line,
          hint: "line \(other.line) has the other")
      }
      options.append(option)
    }
    // The library counts the blank lines behind a list to it.
    let last = list.lines.last { source.indices.contains($0 - 1) && !source[$0 - 1].allSatisfy(\.isWhitespace) }
    return (options, list.lines.lowerBound...(last ?? list.lines.upperBound))
  }

  private static func letter(_ index: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(index, 25))))
  }

  // MARK: Putting together

  /// The steps in the order of the file.
  func steps() throws(Failure) -> [Document.Step] {
    var steps: [Document.Step] = []
    for block in blocks where block.solution == nil {
      steps.append(block.exercise == nil ? .block(block) : .exercise(try exercise(block)))
    }
    for key in keys where key.kind == .quiz { steps.append(.quiz(try quiz(key))) }
    try checkIDs(steps)
    return steps.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  private func exercise(_ template: Block) throws(Failure) -> Exercise {
    let id = template.exercise ?? ""
    var exercise = Exercise(id: id, points: template.points ?? 1, template: template)
    let checks = keys.filter { $0.kind == .check && $0.id == id }
    guard let check = checks.first else {
      throw Failure(
        .document, "nothing says what answers exercise '\(id)'", line: template.lines.lowerBound,
        hint: "write <!-- gradus check=\(id) … --> behind it")
    }
    if checks.count > 1 {
      throw Failure(.document, "exercise '\(id)' has a check already", line: checks[1].lines.lowerBound)
    }
    let said = try check.checks()
    exercise.preparation = said.preparation
    exercise.expectations = said.expectations
    exercise.mistakes = said.mistakes
    exercise.variants = Variants(said.variants)
    exercise.sharesPoints = check.sharesPoints
    exercise.isKept = check.isKept
    exercise.hints = keys.filter { $0.kind == .hint && $0.id == id }.map(\.text)
    exercise.solutions = blocks.filter { $0.solution == id }
    if check.isKept { return exercise }
    if exercise.expectations.isEmpty {
      throw Failure(
        .document, "this check of exercise '\(id)' says not what must hold", line: check.lines.lowerBound,
        hint: "write a line like 's = 0.458 ±0.001'")
    }
    if check.sharesPoints, exercise.expectations.count < 2 {
      throw Failure(
        .document, "the points of exercise '\(id)' are to be shared among the lines of its check, and it has one line",
        line: check.lines.lowerBound, hint: "write another line that must hold, or take 'partial' away")
    }
    if !template.commands.contains(where: { $0.source.contains(Exercise.blank) }) {
      throw Failure(
        .document, "exercise '\(id)' has no blank", line: template.lines.lowerBound,
        hint: "write \(Exercise.blank) where the answer goes")
    }
    try exercise.variants?.check(template)
    if exercise.solutions.isEmpty {
      // Perhaps its id is misspelled.
      try checkSolutions()
      throw Failure(
        .document, "exercise '\(id)' has no solution", line: template.lines.lowerBound,
        hint: "write a block ```gradus solution=\(id)")
    }
    return exercise
  }

  private func quiz(_ key: AnswerKey) throws(Failure) -> Quiz {
    guard let list = lists[key.lines.lowerBound], !list.children.isEmpty else {
      throw Failure(
        .document, "no options stand before quiz '\(key.id)'", line: key.lines.lowerBound,
        hint: "write a list of items like '- a) grows'")
    }
    let (options, lines) = try options(of: list, for: key.id)
    let messages = try key.messages()
    let letters = options.map(\.letter)
    if !key.isKept, key.answers.isEmpty {
      throw Failure(
        .document, "quiz '\(key.id)' has no answer", line: key.lines.lowerBound, hint: "write answer=b on this line")
    }
    for letter in key.answers where !letters.contains(letter) {
      throw Failure(.document, "quiz '\(key.id)' has no option \(letter))", line: key.lines.lowerBound)
    }
    for message in messages where !letters.contains(message.letter) {
      throw Failure(.document, "quiz '\(key.id)' has no option \(message.letter))", line: message.line)
    }
    for message in messages where key.answers.contains(message.letter) {
      throw Failure(.document, "option \(message.letter)) is right and needs no message", line: message.line)
    }
    return Quiz(
      id: key.id, points: key.points ?? 1, options: options, answers: key.isKept ? [] : key.answers, messages: messages,
      lines: lines, keyLines: key.lines, asksForSeveral: key.asksForSeveral)
  }

  /// Ids are unique in a lesson, and every key and solution belongs to an exercise.
  private func checkIDs(_ steps: [Document.Step]) throws(Failure) {
    var exercises: Set<String> = []
    var all: [String: Int] = [:]
    for step in steps {
      let id: String
      switch step {
      case .block: continue
      case .exercise(let exercise): id = exercise.id
      case .quiz(let quiz): id = quiz.id
      }
      if case .exercise = step { exercises.insert(id) }
      if let other = all.updateValue(step.lines.lowerBound, forKey: id) {
        throw Failure(
          .document, "the id '\(id)' is taken already", line: step.lines.lowerBound, hint: "line \(other) has it")
      }
    }
    for key in keys where key.kind != .quiz && all[key.id] == nil {
      throw Failure(
        .document, "there is no exercise '\(key.id)'", line: key.lines.lowerBound,
        hint: Suggestion.hint(for: key.id, among: exercises.sorted()))
    }
    try checkSolutions()
  }

  private func checkSolutions() throws(Failure) {
    let exercises = Set(blocks.compactMap(\.exercise))
    for block in blocks {
      guard let id = block.solution, !exercises.contains(id) else { continue }
      throw Failure(
        .document, "there is no exercise '\(id)'", line: block.lines.lowerBound,
        hint: Suggestion.hint(for: id, among: exercises.sorted()))
    }
  }
}

extension Quiz.Option {
  /// Reads an item as it is written, its list mark included.
  init?(item: String, line: Int) {
    var rest = item.drop { $0.isNumber }
    guard let mark = rest.first, "-*+.)".contains(mark) else { return nil }
    rest = rest.dropFirst().drop(while: \.isWhitespace)
    var isChosen = false
    for (box, chosen) in [("[ ]", false), ("[x]", true), ("[X]", true)] where rest.hasPrefix(box) {
      isChosen = chosen
      rest = rest.dropFirst(3).drop(while: \.isWhitespace)
      break
    }
    guard let letter = rest.first, letter.isASCII, letter.isLetter, rest.dropFirst().first == ")" else { return nil }
    self.init(letter: String(letter), text: rest.dropFirst(2).trimmingSpace, line: line, isChosen: isChosen)
  }
}

/// A comment that begins `<!-- gradus`: hidden set-up or an answer key.
struct Comment {
  /// What follows `gradus` on the first line where that is a key, such as `check=sd`; else empty.
  let words: [String]
  /// The lines that follow, and what follows `gradus` on the first line where it is no key.
  let content: [(number: Int, text: String)]
  let lines: ClosedRange<Int>

  /// Nil of other comments.
  init?(_ html: String, lines: ClosedRange<Int>) {
    var texts = html.lines.map(String.init)
    guard let opening = texts.first?.drop(while: \.isWhitespace), opening.hasPrefix("<!--") else { return nil }
    let bare = opening.dropFirst(4).drop(while: \.isWhitespace)
    guard bare == "gradus" || bare.hasPrefix("gradus ") || bare.hasPrefix("gradus\t") || bare.hasPrefix("gradus-->")
    else { return nil }
    texts[0] = String(bare.dropFirst("gradus".count))
    if let end = texts.firstIndex(where: { $0.contains("-->") }), let mark = texts[end].firstRange(of: "-->") {
      texts[end] = String(texts[end][..<mark.lowerBound])
      texts.removeLast(texts.count - end - 1)
    }
    let first = texts[0].split(whereSeparator: \.isWhitespace).map(String.init)
    let isKey = first.first?.contains("=") == true
    words = isKey ? first : []
    if isKey { texts[0] = "" }
    content = texts.enumerated().map { (lines.lowerBound + $0.offset, $0.element) }
    self.lines = lines
  }
}
