import Language
import Probability
import Vocabulary

/// The numbers of an exercise that differ from learner to learner.
///
/// A line `variants n = 100, 200, 400` of a key lists what a learner may get in the place of the command `n = 100` that the exercise
/// gives; `variants n, s = [100, 0.1], [400, 0.05]` lists values that go together. Of several such lines each is drawn by itself.
struct Variants: Sendable, Equatable {
  struct Line: Sendable, Equatable {
    let names: [String]
    /// For each variant a value for each name, as they are written; the first is the one that the lesson shows.
    let values: [[String]]
    /// Where it stands in the file.
    let number: Int
  }

  /// A name and the value that a variant gives it.
  struct Given: Sendable, Equatable {
    let name: String
    let value: String

    var text: String { "\(name) = \(value)" }
  }

  /// More than so many are too many to prove.
  static let most = 100

  let lines: [Line]
  /// Which one this is, counted from 0 for the one that is written.
  var choice = 0

  /// Nil where a key has none.
  init?(_ lines: [Line]) {
    if lines.isEmpty { return nil }
    self.lines = lines
  }

  var count: Int { lines.reduce(1) { min($0 * $1.values.count, Self.most + 1) } }
  var names: [String] { lines.flatMap(\.names) }

  /// What a variant gives.
  subscript(_ index: Int) -> [Given] {
    zip(lines, places(index)).flatMap { line, place in
      zip(line.names, line.values[place]).map { Given(name: $0, value: $1) }
    }
  }

  /// Which value of each line a variant has.
  fileprivate func places(_ index: Int) -> [Int] {
    var rest = index
    return lines.map { line in
      defer { rest /= line.values.count }
      return rest % line.values.count
    }
  }

  /// The commands that this variant gives.
  var given: [Given] { self[choice] }

  /// `n = 400, s = 0.05`.
  func text(_ index: Int) -> String { self[index].map(\.text).joined(separator: ", ") }

  // MARK: Drawing

  /// Which one a learner gets: always the same for a name, in whatever order and letters its words are written.
  func drawn(for learner: String, exercise id: String) -> Int {
    let words = learner.split { $0.isWhitespace || $0 == "_" || $0 == "," }.map { $0.lowercased().decomposed }
    let hash = Fingerprint.of((words.sorted() + [id]).joined(separator: "\u{0}"))
    return Int(hash.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// So many of them, the written one among them, the others as far apart as they can be.
  func some(atMost most: Int) -> [Int] {
    let wanted = max(1, min(most, count))
    return (0..<wanted).map { $0 * count / wanted }
  }

  /// What an answer says of the numbers that were given with it.
  enum Finding: Equatable {
    case variant(Int)
    /// Numbers that no variant has.
    case other(String)
    case nothing
  }

  /// The variant whose numbers stand in an answer.
  func found(in answer: Answer) -> Finding {
    let lines = answer.sources.flatMap { $0.lines.map(String.init) }
    let said = names.compactMap { name in
      lines.compactMap { $0.given(to: name) }.first.map { Given(name: name, value: $0.spelling) }
    }
    if said.isEmpty { return .nothing }
    let fitting = (0..<count).filter { index in
      said.allSatisfy { said in self[index].contains { $0.name == said.name && $0.value.spelling == said.value } }
    }
    if fitting.count == 1 { return .variant(fitting[0]) }
    return fitting.isEmpty ? .other(said.map(\.text).joined(separator: ", ")) : .nothing
  }
}

// MARK: Reading

extension Variants.Line {
  /// Reads what stands before and behind the `=` of a line.
  init(names: String, values: String, line number: Int) throws(Failure) {
    let names = names.split(separator: ",").map(\.trimmingSpace)
    let rows = values.listed.map { names.count == 1 ? [$0] : $0.withoutBrackets?.listed ?? [] }
    func flaw(_ message: String, _ hint: String) -> Failure { Failure(.document, message, line: number, hint: hint) }
    if rows.contains(where: { $0.contains("") }) {
      throw flaw("a value is missing between two commas", "write a value on each side of each comma")
    }
    if let row = rows.firstIndex(where: { $0.count != names.count }) {
      throw flaw(
        "'\(values.listed[row])' has no value for each of \(names.joined(separator: ", "))",
        "write values that go together in brackets, as in [\(names.map { _ in "…" }.joined(separator: ", "))]")
    }
    if rows.count < 2 {
      throw flaw("one value of \(names[0]) makes no variants", "write others behind it, with commas between")
    }
    if let row = rows.indices.first(where: { rows[..<$0].contains(rows[$0]) }) {
      throw flaw("\(values.listed[row]) stands twice among the variants", "leave one of the two out")
    }
    (self.names, self.values, self.number) = (names, rows, number)
  }

  /// As it is written, with another variant as the first.
  fileprivate func text(startingWith place: Int) -> String {
    let all = [values[place]] + values[..<place] + values[(place + 1)...]
    let written = all.map { $0.count == 1 ? $0[0] : "[" + $0.joined(separator: ", ") + "]" }
    return "\(AnswerKey.variantsWord) \(names.joined(separator: ", ")) = \(written.joined(separator: ", "))"
  }
}

extension Variants {
  /// Throws where the block of an exercise does not give what the first variant has.
  func check(_ template: Block) throws(Failure) {
    if count > Self.most {
      throw Failure(
        .document, "these are more than \(Self.most) variants, too many to prove", line: lines[0].number,
        hint: "let values go together, as in 'variants n, s = [100, 0.1], [400, 0.05]'")
    }
    let all = names
    if let twice = all.indices.first(where: { all[..<$0].contains(all[$0]) }) {
      throw Failure(.document, "'\(all[twice])' has variants already", line: lines.last?.number)
    }
    for line in lines {
      for (name, value) in zip(line.names, line.values[0]) {
        guard let given = template.commands.compactMap({ $0.source.given(to: name) }).first, given != Exercise.blank
        else {
          throw Failure(
            .document, "exercise '\(template.exercise ?? "")' does not give '\(name)'", line: line.number,
            hint: "write '> \(name) = \(value)' in its block, above the blank")
        }
        if given.spelling != value.spelling {
          let id = template.exercise ?? ""
          throw Failure(
            .document, "exercise '\(id)' gives \(name) = \(given), and its variants begin with \(value)",
            line: line.number, hint: "let the first variant be the one that is written in the block")
        }
      }
    }
  }
}

// MARK: Variants of exercises

extension Exercise {
  /// The exercise as it is with another variant. What its solutions print is not compared, since it is written for the first.
  func variant(_ index: Int) -> Exercise {
    guard let variants, index != variants.choice else { return self }
    var copy = self
    copy.variants?.choice = index
    copy.template = template.giving(variants[index])
    copy.solutions = solutions.map { $0.giving(variants[index]).withoutOutputs }
    return copy
  }

  /// The same with values in the places of what its key writes in terms of the numbers that are given, such as `1/√n ±0.001`.
  ///
  /// - Parameter session: prepared for the exercise.
  func resolved(in session: LessonSession) throws(Failure) -> Exercise {
    guard let names = variants?.names else { return self }
    func value(_ expected: String) throws(Failure) -> String {
      let term = expected.withoutTolerance
      let used = LessonNames(of: term.trimmingSpace, lexicon: session.session.lexicon).used
      guard used.contains(where: names.contains) else { return expected }
      let lines = try session.value(of: term.trimmingSpace).get()
      return lines.map(\.text).joined(separator: " ") + " " + expected[term.endIndex...]
    }
    var copy = self
    copy.expectations = []
    copy.mistakes = []
    for it in expectations {
      copy.expectations.append(Expectation(expression: it.expression, expected: try value(it.expected), line: it.line))
    }
    for it in mistakes {
      copy.mistakes.append(
        Mistake(expression: it.expression, expected: try value(it.expected), message: it.message, line: it.line))
    }
    return copy
  }

  /// What is wrong with variants: all that is proved of the written one, proved of others, and that none is answered by the answer to
  /// another.
  ///
  /// - Parameter most: how many are tried.
  func flawsOfVariants(in session: LessonSession, atMost most: Int) -> [LessonFlaw] {
    guard let variants, !isKept else { return [] }
    var flaws: [LessonFlaw] = []
    var answers: [(index: Int, session: LessonSession)] = []
    var hasCollided = false
    for index in variants.some(atMost: most) {
      let variant = variant(index)
      if let (value, failure) = variants[index].lazy.compactMap({ given in session.failure(of: given) }).first {
        flaws.append(
          LessonFlaw(
            line: variants.lines[0].number, message: "the value \(value) of a variant does not run",
            detail: failure.message))
        continue
      }
      let proof = variant.prove(in: session)
      let failed = proof.commands.first { $0.failure != nil }
      if index > 0 {
        flaws += proof.flaws.map {
          LessonFlaw(line: $0.line, message: "\($0.message) with \(variants.text(index))", detail: $0.detail)
        }
        if let failed, proof.flaws.isEmpty {
          flaws.append(
            LessonFlaw(
              line: failed.command.line, message: "the solution of exercise '\(id)' fails with \(variants.text(index))",
              detail: failed.failure?.message ?? ""))
        }
      }
      guard proof.flaws.isEmpty, failed == nil else { continue }
      if !hasCollided,
        let other = answers.first(where: {
          Judgement(of: variant, in: $0.session.restored(for: variant, from: session)).isRight
        })
      {
        hasCollided = true
        flaws.append(
          LessonFlaw(
            line: variants.lines[0].number,
            message: "the answer to exercise '\(id)' with \(variants.text(other.index)) passes with "
              + "\(variants.text(index)), too",
            detail: "let the answers differ by more than the check allows"))
      }
      answers.append((index, proof.session))
    }
    return flaws
  }
}

extension LessonSession {
  /// Nil where the value of a name runs.
  fileprivate func failure(of given: Variants.Given) -> (value: String, Failure)? {
    if case .failure(let failure) = value(of: given.value) { (given.value, failure) } else { nil }
  }
}

extension Block {
  /// The block with other values in its commands that give some.
  fileprivate func giving(_ values: [Variants.Given]) -> Block {
    mapped { command in
      LessonCommand(source: command.source.giving(values), line: command.line, expected: command.expected)
    }
  }

  fileprivate var withoutOutputs: Block {
    mapped { LessonCommand(source: $0.source, line: $0.line, expected: []) }
  }
}

extension Document {
  /// The text of the lesson as a learner gets it whose name draws the variants. It is a lesson as well, in which these are the
  /// written ones.
  public func text(for learner: String) -> String {
    var lines = SourceLines(Array(markdown.utf8))
    for exercise in exercises {
      guard let variants = exercise.variants else { continue }
      let index = variants.drawn(for: learner, exercise: exercise.id)
      for command in ([exercise.template] + exercise.solutions).flatMap(\.commands) {
        let (old, new) = (command.source, command.source.giving(variants[index]))
        let text = lines.text(command.line)
        guard old != new, let range = text.ranges(of: old).last else { continue }
        lines.set(command.line, to: text.replacingCharacters(in: range, with: new))
      }
      for (line, place) in zip(variants.lines, variants.places(index)) {
        let indentation = lines.text(line.number).prefix { $0.isWhitespace || $0 == ">" }
        lines.set(line.number, to: indentation + line.text(startingWith: place))
      }
    }
    return String(decoding: lines.bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate func giving(_ values: [Variants.Given]) -> String {
    for given in values {
      if let range = value(givenTo: given.name) { return replacingCharacters(in: range, with: given.value) }
    }
    return self
  }

  /// What stands in the brackets that it begins and ends with.
  fileprivate var withoutBrackets: String? {
    guard let first, let last, "[(".contains(first), "])".contains(last), count > 1 else { return nil }
    return String(dropFirst().dropLast())
  }

  /// The same however accents are composed with letters, in one character or in two.
  fileprivate var decomposed: String {
    map { character in
      if character.isASCII { return String(character) }
      for letter in "abcdefghijklmnopqrstuvwxyz" {
        for mark in Self.accents where Character("\(letter)\(mark)") == character { return "\(letter)\(mark)" }
      }
      return String(character)
    }.joined()
  }

  /// Grave, acute, circumflex, tilde, macron, breve; dot, dots, ring, two acutes, caron, cedilla and hook.
  private static let accents = ([0x307, 0x308, 0x30A, 0x30B, 0x30C, 0x327, 0x328] + Array(0x300...0x306)).compactMap {
    Unicode.Scalar($0 as UInt32)
  }
}
