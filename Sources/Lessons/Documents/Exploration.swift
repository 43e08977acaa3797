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
    let said = Self.assignment(text)
    for (place, dial) in dials.enumerated() where said.name == nil || said.name == dial.name {
      guard let value = dial.values.firstIndex(where: { $0.spelling == said.value }) else { continue }
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
    dials.map { dial in commands.firstIndex { Self.assignment($0.source).name == dial.name } }
  }

  /// The setting with which a block is written. Throws where it gives a name another value than those explored.
  func written(in commands: [LessonCommand]) throws(Failure) -> Setting {
    var setting: Setting = []
    for (dial, giver) in zip(dials, givers(in: commands)) {
      guard let giver else {
        setting.append(0)
        continue
      }
      let value = Self.assignment(commands[giver].source).value
      guard let place = dial.values.firstIndex(where: { $0.spelling == value }) else {
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
  func isGiver(_ command: LessonCommand) -> Bool {
    Self.assignment(command.source).name.map { name in dials.contains { $0.name == name } } ?? false
  }

  /// The commands with other values.
  func commands(_ commands: [LessonCommand], at setting: Setting) -> [LessonCommand] {
    var moved = commands
    for (place, giver) in givers(in: commands).enumerated() {
      guard let giver else { continue }
      let old = commands[giver]
      let end = old.source.trimmingSpace.hasSuffix(";") ? ";" : ""
      moved[giver] = LessonCommand(source: assignments(at: setting)[place] + end, line: old.line, expected: [])
    }
    return moved
  }

  /// `stddev = 0.1;` as a name and a value; what is no such thing is a value.
  private static func assignment(_ source: String) -> (name: String?, value: String) {
    var bare = source.trimmingSpace[...]
    if bare.last == ";" { bare.removeLast() }
    guard let sign = bare.firstIndex(of: "=") else { return (nil, String(bare).spelling) }
    let name = String(bare[..<sign]).trimmingSpace
    let value = bare[bare.index(after: sign)...]
    guard Self.isName(name), value.first != "=" else { return (nil, String(bare).spelling) }
    return (name, String(value).spelling)
  }

  fileprivate static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}

extension Exploration.Dial {
  /// Reads `stddev=[0.01, 0.1, 1]`; nil of anything else.
  init?(_ word: String) {
    guard let sign = word.firstIndex(of: "="), word.hasSuffix("]") else { return nil }
    let list = word[word.index(after: sign)...]
    guard list.hasPrefix("["), Exploration.isName(String(word[..<sign])) else { return nil }
    name = String(word[..<sign])
    values = Brackets.split(list.dropFirst().dropLast(), at: { $0 == "," }).map(\.trimmingSpace)
  }
}

/// Texts cut where they are not inside of brackets or quotation marks.
enum Brackets {
  static func split(_ text: some StringProtocol, at isSeparator: (Character) -> Bool) -> [String] {
    var pieces = [""]
    var depth = 0
    var isQuoted = false
    for character in text {
      if depth == 0, !isQuoted, isSeparator(character) {
        pieces.append("")
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "[", "(": if !isQuoted { depth += 1 }
      case "]", ")": if !isQuoted { depth = max(0, depth - 1) }
      default: break
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }
}
