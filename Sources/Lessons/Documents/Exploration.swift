import Vocabulary

/// What an `explore` block moves: a name or two, each with the values that it takes in turn.
///
/// The block is written with one of them, which `check` compares. A command of it that gives the name one of its values and does no more,
/// such as `stddev = 0.1;`, is where that is written and changed; where there is none the first value is meant, and is given to the
/// name before the block.
public struct Exploration: Sendable, Equatable {
  /// A name with its values, as they are written.
  public struct Dial: Sendable, Equatable {
    public let name: String
    public let values: [String]
  }

  /// For each dial, the place of its value in the list.
  public typealias Setting = [Int]

  public let dials: [Dial]

  static let mostDials = 2
  static let mostSettings = 48
  static let form = "explore stddev=[0.01, 0.1, 1]: a name or two, each with its values"

  /// Throws where there are too many, or a name or a value stands twice.
  init(_ dials: [Dial], line: Int) throws(Failure) {
    self.dials = dials
    func refuse(_ message: String, hint: String? = nil) -> Failure {
      Failure(.document, message, line: line, hint: hint ?? "write \(Self.form)")
    }
    if dials.isEmpty { throw refuse("this block does not say what is explored") }
    if dials.count > Self.mostDials {
      throw refuse("this block explores \(dials.count) names; at most \(Self.mostDials) can be moved")
    }
    if dials.count == 2, dials[0].name == dials[1].name { throw refuse("'\(dials[0].name)' is explored twice") }
    for dial in dials {
      if dial.values.count < 2 { throw refuse("'\(dial.name)' has one value, so that there is nothing to explore") }
      for (index, value) in dial.values.enumerated() {
        if value.isBlank { throw refuse("a value of '\(dial.name)' is empty") }
        if dial.values[..<index].contains(where: { $0.spelling == value.spelling }) {
          throw refuse("the value \(value) of '\(dial.name)' stands twice", hint: "take one away")
        }
      }
    }
    let count = dials.reduce(1) { $0 * $1.values.count }
    if count > Self.mostSettings {
      throw refuse(
        "this block would run \(count) times; at most \(Self.mostSettings) are explored", hint: "choose fewer values")
    }
  }

  /// All settings, the last dial moved most often.
  public var settings: [Setting] {
    dials.reduce([[]]) { begun, dial in begun.flatMap { start in dial.values.indices.map { start + [$0] } } }
  }

  /// What gives the dials their values: `stddev = 0.1`, a command a dial.
  func assignments(at setting: Setting) -> [String] {
    zip(dials, setting).map { "\($0.name) = \($0.values[$1])" }
  }

  /// In words: `stddev = 0.1, n = 100`.
  public func words(at setting: Setting) -> String { assignments(at: setting).joined(separator: ", ") }

  /// The setting that some words mean: `0.3`, `stddev = 0.3`, the first dial's before the second's. Nil where they mean none.
  public func setting(of text: String, from setting: Setting) -> Setting? {
    for (place, dial) in dials.enumerated() {
      guard let value = dial.place(of: text.given(to: dial.name) ?? text) else { continue }
      var moved = setting
      moved[place] = value
      return moved
    }
    return nil
  }

  /// The setting beside another, by so many places of a dial; at its ends the same.
  public func setting(_ setting: Setting, moving dial: Int, by step: Int) -> Setting {
    guard dials.indices.contains(dial) else { return setting }
    var moved = setting
    moved[dial] = min(max(0, setting[dial] + step), dials[dial].values.count - 1)
    return moved
  }

  // MARK: In a block

  /// For each dial, the command that gives it its value and does no more.
  private func givers(in commands: [LessonCommand]) -> [Int?] {
    dials.map { dial in commands.firstIndex { $0.source.given(to: dial.name) != nil } }
  }

  /// The setting with which a block is written. Throws where it gives a name another value than those explored.
  func written(in commands: [LessonCommand]) throws(Failure) -> Setting {
    var setting: Setting = []
    for (dial, giver) in zip(dials, givers(in: commands)) {
      guard let giver, let value = commands[giver].source.given(to: dial.name) else {
        setting.append(0)
        continue
      }
      guard let place = dial.place(of: value) else {
        throw Failure(
          .document, "\(dial.name) = \(value) is not among the values that this block explores",
          line: commands[giver].line, hint: "write one of them, \(dial.values.joined(separator: ", "))")
      }
      setting.append(place)
    }
    return setting
  }

  /// What has to be run before the commands, since none of them gives a name its value.
  func missingAssignments(at setting: Setting, in commands: [LessonCommand]) -> [String] {
    zip(assignments(at: setting), givers(in: commands)).compactMap { $1 == nil ? $0 : nil }
  }

  /// Whether a command gives a dial its value and does no more.
  func isGiver(_ command: LessonCommand) -> Bool { dials.contains { command.source.given(to: $0.name) != nil } }

  /// The commands with other values; nothing says what they print then.
  func commands(_ commands: [LessonCommand], at setting: Setting) -> [LessonCommand] {
    var sources = commands.map(\.source)
    for (place, giver) in givers(in: commands).enumerated() {
      guard let giver, let range = sources[giver].value(givenTo: dials[place].name) else { continue }
      sources[giver] = sources[giver].replacingCharacters(in: range, with: dials[place].values[setting[place]])
    }
    return zip(commands, sources).map { LessonCommand(source: $1, line: $0.line, expected: []) }
  }
}

extension Exploration.Dial {
  /// Reads `stddev=[0.01, 0.1, 1]`; nil of anything else.
  init?(_ word: String) {
    guard let sign = word.firstIndex(of: "="), word.hasSuffix("]") else { return nil }
    let list = word[word.index(after: sign)...]
    name = String(word[..<sign])
    guard list.hasPrefix("["), let first = name.unicodeScalars.first, first.properties.isAlphabetic || first == "_",
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    values = String(list.dropFirst().dropLast()).listed
  }

  /// Where a value stands in the list; nil where it does not.
  func place(of value: String) -> Int? { values.firstIndex { $0.spelling == value.spelling } }
}

extension StringProtocol {
  /// Its words; white space inside of brackets and quotation marks parts none.
  var wordsOutsideBrackets: [String] {
    var words = [""]
    var depth = 0
    var isQuoted = false
    for character in self {
      if depth == 0, !isQuoted, character.isWhitespace {
        words.append("")
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "[", "(": if !isQuoted { depth += 1 }
      case "]", ")": if !isQuoted { depth = Swift.max(0, depth - 1) }
      default: break
      }
      words[words.count - 1].append(character)
    }
    return words.filter { !$0.isEmpty }
  }
}
