import Vocabulary

/// How often something in a lesson holds when the session begins with other seeds.
public struct Luck: Sendable, Equatable {
  public let line: Int
  /// The command, or what is said of a key.
  public let title: String
  public let held: Int
  public let runs: Int
  /// Whether it holds with the lesson's own seed.
  public let isPlain: Bool

  /// What does not hold under every seed, in the order of the file; what never holds is no luck.
  static func list(plain: LessonResult, others: [Footprint]) -> [Luck] {
    let own = Footprint(plain)
    let keys = (others + [own]).flatMap(\.verdicts.keys)
    var titles: [Int: String] = [:]
    for command in plain.commands {
      titles[command.command.line] = "> " + command.command.source.lines.joined(separator: " ⏎ ")
    }
    return Set(keys).sorted().compactMap { line in
      // A command that was not reached does not hold; a key that is not complained of does.
      let held = others.count { $0.verdicts[line] ?? (titles[line] == nil) }
      let isPlain = own.verdicts[line] ?? true
      guard held < others.count, held > 0 || isPlain else { return nil }
      return Luck(
        line: line, title: titles[line] ?? "the key of an exercise", held: held, runs: others.count, isPlain: isPlain)
    }
  }

  /// What is kept of a run: which lines hold.
  struct Footprint: Sendable {
    let verdicts: [Int: Bool]

    init(_ result: LessonResult) {
      var verdicts: [Int: Bool] = [:]
      for command in result.commands { verdicts[command.command.line] = command.holds }
      for flaw in result.flaws { verdicts[flaw.line] = false }
      self.verdicts = verdicts
    }
  }
}
