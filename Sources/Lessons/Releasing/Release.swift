import Vocabulary
import Workbench

/// A lesson without its answers, for handing out.
///
/// Solutions are taken out, with the `<details>` around them where that holds nothing else to do; keys become `kept` marks, and
/// options get boxes. Hints stay, since the tutor shows them, and so does hidden set-up, which the lesson needs to run.
/// All else stays as it is, byte for byte.
public struct Release: Sendable {
  /// What the author should look at.
  public struct Warning: Sendable, Equatable {
    public let line: Int
    public let message: String
    public let hint: String
  }

  /// The copy.
  public let bytes: [UInt8]
  /// In the order of the lines of the lesson.
  public let warnings: [Warning]
  /// Whether nothing of the lesson differs from learner to learner.
  public let isSameForAll: Bool

  /// The copy of a lesson. Throws where the content is no lesson, or where a key stands in a place where it is not seen as one and would be handed
  /// out.
  ///
  /// - Parameter learner: whose copy it is; with the variants that the lesson shows where it is nobody's.
  public static func make(
    of content: [UInt8], for learner: String? = nil, builtins: BuiltinTable
  ) throws(Failure) -> Release {
    let written = try TextFile.text(of: content).get()
    var document = try Document(written)
    if let learner { document = try Document(document.text(for: learner)) }
    return try make(of: document, behind: Array(content.dropLast(written.utf8.count)), builtins: builtins)
  }

  /// The same of a lesson that was read already.
  ///
  /// - Parameter mark: the byte order mark of its file, if it has one.
  static func make(
    of document: Document, behind mark: [UInt8], builtins: BuiltinTable
  ) throws(Failure) -> Release {
    let text = document.markdown
    var removal = AnswerRemoval(of: Array(text.utf8))
    try removal.removeKeys(of: document, in: MarkdownReader.read(text, includesText: true))
    return Release(
      bytes: mark + removal.lines.bytes,
      warnings: (removal.warnings + ReleaseWarnings.all(of: document, lexicon: builtins.lexicon)).sorted {
        $0.line < $1.line
      }, isSameForAll: !document.exercises.contains { $0.variants != nil })
  }

  /// Outputs that tell what an exercise asks for.
  static func outputs(of document: Document, thatTellWith lexicon: Lexicon) -> [Warning] {
    ReleaseWarnings.all(of: document, lexicon: lexicon, isToRun: false)
  }
}

/// What of a lesson gives an answer away, or will not run in a copy without answers.
private enum ReleaseWarnings {
  /// - Parameter isToRun: whether the copy is for a machine, too.
  static func all(of document: Document, lexicon: Lexicon, isToRun: Bool = true) -> [Release.Warning] {
    var warnings: [Release.Warning] = []
    var exercises: [Exercise] = []
    for step in document.steps {
      switch step {
      case .exercise(let exercise) where !exercise.isKept: exercises.append(exercise)
      case .block(let block) where block.isRun:
        for command in block.commands {
          warnings += exercises.compactMap {
            (isToRun ? unnamed(command, $0, lexicon) : nil) ?? (block.isHidden ? nil : told(command, $0, lexicon))
          }
        }
      case .exercise, .block, .quiz: break
      }
    }
    return warnings
  }

  /// A command that needs a name which only the solution makes: in a copy nobody can know that it has to wait.
  private static func unnamed(
    _ command: LessonCommand, _ exercise: Exercise, _ lexicon: Lexicon
  ) -> Release.Warning? {
    let made = Set(
      exercise.solutions.flatMap(\.commands).flatMap { LessonNames(of: $0.source, lexicon: lexicon).bound })
    let told = LessonNames.bound(by: exercise.template, lexicon: lexicon)
    guard
      let name = LessonNames(of: command.source, lexicon: lexicon).used.first(where: {
        made.contains($0) && !told.contains($0)
      })
    else { return nil }
    return Release.Warning(
      line: command.line, message: "this needs '\(name)', which only the solution of exercise '\(exercise.id)' makes",
      hint: "write '\(name) = \(Exercise.blank)' in the exercise, so that a copy can wait for it")
  }

  /// A command whose output, which stays, is what an exercise asks for, and not by chance: it is about what the exercise makes, does
  /// what the solution does, or prints more digits than agree by themselves.
  private static func told(_ command: LessonCommand, _ exercise: Exercise, _ lexicon: Lexicon) -> Release.Warning? {
    let names = LessonNames(of: command.source, lexicon: lexicon)
    let made = exercise.solutions.flatMap(\.commands).flatMap { LessonNames(of: $0.source, lexicon: lexicon).bound }
    let isAbout = (names.used + names.bound).contains(where: made.contains) || exercise.isSolved(by: command)
    for expectation in exercise.expectations {
      let value = expectation.expected.withoutTolerance.trimmingSpace
      guard value.count > 1, isAbout || value.significantDigits >= 3,
        command.expected.contains(where: { $0.trimmingSpace == value })
      else { continue }
      return Release.Warning(
        line: command.line, message: "this prints \(value), which is what exercise '\(exercise.id)' asks for",
        hint: "let it be silent with ; or show something else")
    }
    return nil
  }
}

extension Exercise {
  /// Whether a command says what a solution gives a name.
  fileprivate func isSolved(by command: LessonCommand) -> Bool {
    let said = command.source.filter { !$0.isWhitespace && $0 != ";" }
    return solutions.flatMap(\.commands).contains { solution in
      let source = solution.source.filter { !$0.isWhitespace && $0 != ";" }
      return source == said || source.hasSuffix("=" + said)
    }
  }
}

extension String {
  /// How many digits of a number stand for its value: none of a text that is no number, and without noughts at its ends.
  fileprivate var significantDigits: Int {
    guard Double(self) != nil else { return 0 }
    let digits = prefix { $0 != "e" && $0 != "E" }.filter(\.isNumber).drop { $0 == "0" }
    return digits.count - digits.reversed().prefix { $0 == "0" }.count
  }
}
