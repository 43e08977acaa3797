import Language
import Vocabulary
import Workbench

/// What a learner thinks that a command will print, compared with what it printed.
struct Prediction {
  let isRight: Bool
  /// What to say of the numbers that are off, and of how a right one is written here.
  let notes: [String]

  /// What to say of it.
  var said: String { ([isRight ? "Right." : "Not quite."] + notes.prefix(3)).joined(separator: " ") }

  /// Right is what a lesson may write for this output; the numbers alone are enough, in their order, as values: `4/25`, `16%`,
  /// `√0.0256` and `0,16` are 0.16. A whole number stands for what rounds to it. Words around them are what people say to each
  /// other, unless they contradict what was printed. Where the lesson gives a number with a margin, as in `24 ±10`, all within it
  /// are right, whichever came this time.
  ///
  /// - Parameter expected: what the lesson says.
  init(_ answer: String, _ output: [OutputLine], expected: [String], builtins: BuiltinTable) {
    let lines = answer.lines.map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    // What stands for any text is for those who write lessons.
    let isWild = lines.contains { Matcher.isAnyLines($0) || $0.contains("[..]") }
    if !isWild, Matcher.matches(lines, output) {
      (isRight, notes) = (true, [])
      return
    }
    let printed = output.flatMap { line in
      line.numbers.sorted { $0.key < $1.key }.map { (value: $0.value.value, text: line.characters[$0.value.range]) }
    }
    let promised = Reading.found(in: Array(expected.joined(separator: " ")))
    let came = printed.enumerated().map { index, number in
      let promise = promised.count == printed.count && promised[index].hasMargin ? promised[index] : nil
      return Came(value: number.value, text: number.text, promise: promise)
    }
    let text = lines.joined(separator: " ")
    if Self.isSameWord(text, output) {
      (isRight, notes) = (true, [])
      return
    }
    guard !came.isEmpty, Self.agrees(text, with: output, builtins.lexicon) else {
      (isRight, notes) = (false, [])
      return
    }
    let readings = Reading.all(of: text, builtins).filter { $0.numbers.count == came.count }
    if let right = readings.first(where: { Self.faults(of: $0.numbers, came).isEmpty }) {
      let isMet = zip(right.numbers, came).allSatisfy { $1.isMet(by: $0) }
      isRight = true
      notes =
        (isMet ? [] : ["The lesson says \(expected.joined(separator: " "))."])
        + (right.hasDecimalComma ? ["Numbers are written with a point here."] : [])
      return
    }
    isRight = false
    notes = readings.first.map { Self.faults(of: $0.numbers, came) } ?? []
  }

  /// The word, where an answer is one that the language or a reader's habits know as a command and that the lesson does not print:
  /// it is not to give the output away.
  static func command(_ answer: String, insteadOf expected: [String], in session: LessonSession) -> String? {
    let word = answer.trimmingSpace
    // A call, of a misspelled name too: `sigmod(1)`.
    let name = word.prefix { $0.isLetter || $0 == "_" || $0 == "′" }
    let isCall = !name.isEmpty && word.dropFirst(name.count).first == "("
    let isKnown = isCall || session.session.lexicon[word] != nil || isHabit(word)
    return isKnown && !expected.contains { $0.contains(isCall ? name : word[...]) } ? word : nil
  }

  /// Whether a word is what readers type who wish to go on, to leave or to be told.
  static func isHabit(_ word: String) -> Bool { habits.contains(word.lowercased()) }

  private static let habits: Set<String> = [
    "exit", "next", "continue", "answer", "solution", "solve", "show", "pass", "stop", "leave", "bye", "?", "q", "n",
  ]

  private struct Came {
    let value: Double
    let text: ArraySlice<Character>
    /// What the lesson says in its place, where it leaves a margin.
    let promise: WrittenNumber?

    func isMet(by said: WrittenNumber) -> Bool { said.accepts(value, printedAs: text) || said.isRounded(value) }

    func isWithinMargin(_ said: WrittenNumber) -> Bool { promise?.accepts(said.value, printedAs: []) ?? false }
  }

  private static func faults(of said: [WrittenNumber], _ came: [Came]) -> [String] {
    let style = NumberStyle.standard
    return zip(said, came).compactMap { said, came in
      if came.isMet(by: said) || came.isWithinMargin(said) { return nil }
      let (value, gap) = (style.text(came.value), style.text((came.value - said.value).magnitude))
      return "You said \(style.text(said.value)); it is \(value)" + (gap == "nan" ? "." : ", \(gap) away.")
    }
  }

  // MARK: Words

  /// `True`, `yes` and the like, for an output of one word.
  private static func isSameWord(_ text: String, _ output: [OutputLine]) -> Bool {
    let said = text.lowercased().filter { $0.isLetter || $0.isWhitespace }.trimmingSpace
    let printed = output.map(\.text).joined(separator: " ").lowercased().trimmingSpace
    if ["true", "false"].contains(printed) {
      let truths = words(in: text).compactMap { ["true": "true", "yes": "true", "false": "false", "no": "false"][$0] }
      return Set(truths) == [printed] && !words(in: text).contains("not")
    }
    return !said.isEmpty && said == printed
  }

  /// Words that say something else than any other word does, and so are right only where they were printed.
  private static let telling: Set<String> = [
    "true", "false", "yes", "no", "not", "never", "none", "nothing", "error", "fails", "healthy",
    "vanishing", "vanishes", "exploding", "explodes", "steady", "saturated", "dead", "better", "worse", "best", "same",
    "different",
  ]

  /// Of what is printed by its name, such as `uniform(low=-1, high=1)`, no other name is right.
  private static func agrees(_ text: String, with output: [OutputLine], _ lexicon: Lexicon) -> Bool {
    let printed = Set(output.flatMap { words(in: $0.text) })
    let isNamed = printed.contains { lexicon[$0] != nil }
    return words(in: text).allSatisfy { word in
      printed.contains(word) || !(telling.contains(word) || (isNamed && lexicon[word] != nil))
    }
  }

  private static func words(in text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count > 1 }
  }

  // MARK: Numbers

  /// The numbers of an answer in one of the ways in which it can be meant.
  private struct Reading {
    let numbers: [WrittenNumber]
    let hasDecimalComma: Bool

    /// As it is written, then with its commas as decimal ones.
    static func all(of text: String, _ builtins: BuiltinTable) -> [Reading] {
      let points = LooseReading.withPoints(text, everywhere: true)
      let forms = [(text, false)] + (points == text ? [] : [(points, true)])
      return forms.flatMap { form, hasComma -> [Reading] in
        let plain = spoken(form)
        let computed = reckoned(plain, builtins)
        return (computed == plain ? [plain] : [computed, plain]).map {
          Reading(numbers: found(in: Array($0)), hasDecimalComma: hasComma)
        }
      }
    }

    /// With digits for number words, and a sign for `minus`.
    private static func spoken(_ text: String) -> String {
      let words: [String: String] = [
        "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
        "eight": "8",
        "nine": "9", "ten": "10", "half": "0.5", "quarter": "0.25", "infinite": "∞", "infinity": "∞",
      ]
      var result = ""
      for piece in text.pieces(where: \.isLetter) {
        result += piece.lowercased() == "minus" ? "-" : words[piece.lowercased()] ?? String(piece)
      }
      return result.replacing("- ", with: "-").replacing("1 0.5", with: "0.5")
    }

    /// With the values of what is reckoned with numbers alone, such as `4/25`, `16%`, `√0.5` and `2^-3`. A name makes it
    /// something to be run, which would tell the learner what it prints.
    private static func reckoned(_ text: String, _ builtins: BuiltinTable) -> String {
      let isOfNumbers = { (character: Character) in
        character.isNumber || "+-−×*/÷^√().·π%‰ ".contains(character) || Superscripts.contains(character)
      }
      var result = ""
      for piece in LooseReading.percent(text, isProse: true, as: shifted).pieces(where: isOfNumbers) {
        let source = piece.trimmingSpace
        let isTerm = source.contains { "×*/÷^√π".contains($0) || Superscripts.contains($0) }
        guard isOfNumbers(piece.first ?? " "), isTerm, let value = value(of: source, builtins) else {
          result += piece
          continue
        }
        result += (piece.hasPrefix(" ") ? " " : "") + value + (piece.hasSuffix(" ") ? " " : "")
      }
      return result
    }

    /// `16` and 100 as `0.16`: with as many digits as were said.
    private static func shifted(_ number: String, by divisor: Int) -> String {
      let parts = number.split(separator: ".", omittingEmptySubsequences: false)
      let decimals = (parts.count > 1 ? parts[1].count : 0) + (divisor == 1000 ? 3 : 2)
      let digits = parts.joined()
      let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      return padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    private static func value(of source: String, _ builtins: BuiltinTable) -> String? {
      var session = Session(builtins: builtins)
      session.files = .lesson(in: nil)
      session.style.digits = 17
      guard source.count < 100, case .number(let number)? = session.run(source).results.last?.value else { return nil }
      return session.style.text(number)
    }

    /// The numbers of a text, in their order.
    static func found(in text: [Character]) -> [WrittenNumber] {
      var numbers: [WrittenNumber] = []
      var index = 0
      while index < text.count {
        let isInside = index > 0 && (text[index - 1].isLetter || text[index - 1].isNumber)
        if !isInside, let number = WrittenNumber(text[index...]), !isWord(text, index, number) {
          numbers.append(number)
          index += number.length
        } else {
          index += 1
        }
      }
      return numbers
    }

    /// Whether `inf` or `nan` only begins a word.
    private static func isWord(_ text: [Character], _ index: Int, _ number: WrittenNumber) -> Bool {
      let end = index + number.length
      return text[index].isLetter && end < text.count && text[end].isLetter
    }
  }
}

/// The raised digits and signs.
private enum Superscripts {
  static func contains(_ character: Character) -> Bool { "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻".contains(character) }
}

extension String {
  /// The text cut where characters of a kind begin or end.
  fileprivate func pieces(where isOfKind: (Character) -> Bool) -> [Substring] {
    var pieces: [Substring] = []
    var rest = self[...]
    while let first = rest.first {
      let kind = isOfKind(first)
      let piece = rest.prefix { isOfKind($0) == kind }
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    return pieces
  }
}

extension WrittenNumber {
  /// Whether this whole number is what the value rounds to. Of what is below 1, such as a share, that would say too little.
  fileprivate func isRounded(_ actual: Double) -> Bool {
    tolerance == nil && actual.isFinite && actual.rounded() != actual && actual.rounded() == value
      && actual.magnitude >= 1
  }
}
