import Language
import Vocabulary
import Workbench

/// The learner's names that a command speaks of. Of a text that cannot be read nothing is known.
struct LessonNames {
  private(set) var bound: [String] = []
  /// Those whose meaning it needs from before.
  private(set) var used: [String] = []

  init(of source: String, lexicon: Lexicon) {
    guard let statements = try? Parser.statements(of: source, lexicon: lexicon) else { return }
    for statement in statements {
      used += statement.usedNames.filter { !bound.contains($0) }
      bound += statement.boundNames
    }
  }

  /// Whether a text is a name and nothing else.
  static func isName(_ text: String, lexicon: Lexicon) -> Bool {
    LessonNames(of: text, lexicon: lexicon).used == [text]
  }

  /// The names that an exercise asks for; a blank can stand for a value or for an operator.
  static func bound(by template: Block, lexicon: Lexicon) -> Set<String> {
    var names: Set<String> = []
    for command in template.commands {
      for filling in [Exercise.blank, " + "] {
        let pieces = command.source.pieces(between: Exercise.blank)
        names.formUnion(LessonNames(of: pieces.joined(separator: filling), lexicon: lexicon).bound)
      }
    }
    return names.subtracting([Exercise.blank])
  }
}

extension String {
  /// The pieces between the occurrences of a separator.
  fileprivate func pieces(between separator: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      pieces.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return pieces + [rest]
  }
}

/// The names that exercises not yet done are to make, in a copy that was handed out without its answers.
///
/// A command that uses such a name waits, and so does what builds on it, until a command gives the name a meaning without
/// using it.
struct AwaitedNames {
  private let lexicon: Lexicon
  private var names: Set<String> = []

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  mutating func wait(for exercise: Exercise) {
    names.formUnion(LessonNames.bound(by: exercise.template, lexicon: lexicon))
  }

  /// The block without the commands that have to wait.
  mutating func ready(_ block: Block) -> Block {
    if names.isEmpty { return block }
    return block.filtered { isReady($0) }
  }

  private mutating func isReady(_ command: LessonCommand) -> Bool {
    let its = LessonNames(of: command.source, lexicon: lexicon)
    let waits = its.used.contains { names.contains($0) }
    if waits { names.formUnion(its.bound) } else { names.subtract(its.bound) }
    return !waits
  }

  /// What is wrong with commands that use names whose values differ from learner to learner.
  mutating func flaws(in step: Document.Step) -> [LessonFlaw] {
    let commands: [LessonCommand] =
      switch step {
      case _ where names.isEmpty: []
      case .block(let block): block.isRun ? block.commands : []
      case .exercise(let exercise): exercise.template.commands + (exercise.solutions.first?.commands ?? [])
      case .quiz: []
      }
    return commands.compactMap { command in
      let used = LessonNames(of: command.source, lexicon: lexicon).used.first { names.contains($0) }
      guard !isReady(command), let used else { return nil }
      return LessonFlaw(
        line: command.line, message: "'\(used)' differs from learner to learner, since its exercise has variants",
        detail: "give it a value of the lesson's own before it is used here")
    }
  }
}
