import Vocabulary
import Workbench

/// Runs lessons.
public enum Lesson {
  /// Whether a text holds commands at all.
  static func isLesson(_ markdown: String) -> Bool {
    markdown.lines.contains { line in
      let bare = line.drop { $0.isWhitespace || $0 == ">" || $0 == "-" || $0 == "*" }
      guard let fence = bare.first, fence == "`" || fence == "~" else { return false }
      let info = String(bare.drop { $0 == fence })
      // A paragraph may begin a line with `gradus learn 4`.
      if bare.prefix(while: { $0 == fence }).count < 3, info.contains(fence) { return false }
      return info.trimmingSpace.hasPrefix("gradus") || UnseenBlock.misspelling(of: info, line: 1) != nil
    }
  }

  /// Runs a file in a session of its own. Commands after one that fails are run all the same, but none after the budget
  /// is used up.
  public static func run(
    _ path: String, builtins: BuiltinTable, seed: UInt64 = 0, budget: Budget? = Budget()
  ) -> LessonResult {
    run(LessonFile(path), builtins: builtins, seed: seed, budget: budget)
  }

  static func run(
    _ file: LessonFile, builtins: BuiltinTable, seed: UInt64 = 0, budget: Budget? = Budget(),
    variants: Int = Variants.most
  ) -> LessonResult {
    do throws(Failure) {
      let text = try file.content.get().text
      var result = try run(
        Document(text), builtins: builtins, path: file.path, seed: seed, budget: budget, variants: variants
      ) { _, _, _ in }
      result.file = file
      if !file.isCurrent {
        result.failure = Failure(.document, "the file changed while it ran", hint: "check it again")
      }
      return result
    } catch {
      return LessonResult(path: file.path, failure: error)
    }
  }

  /// Runs a document in a new session and proves its exercises: each goes on from its first solution. In a copy without
  /// answers, commands that use what an exercise is still to make are not run.
  public static func run(
    _ document: Document, builtins: BuiltinTable, path: String = "", seed: UInt64 = 0, budget: Budget? = Budget()
  ) -> LessonResult {
    run(document, builtins: builtins, path: path, seed: seed, budget: budget, variants: Variants.most) { _, _, _ in }
  }

  /// - Parameters:
  ///   - variants: of how many variants of an exercise the key is proved.
  ///   - see: is told of each command of the lesson and of its solutions once it has run.
  static func run(
    _ document: Document, builtins: BuiltinTable, path: String, seed: UInt64 = 0, budget: Budget? = Budget(),
    variants: Int = 1, seeing see: LessonSession.Witness
  ) -> LessonResult {
    var result = LessonResult(path: path)
    var session = LessonSession(builtins: builtins, path: path.isEmpty ? nil : path, seed: seed, budget: budget)
    var awaited = AwaitedNames(lexicon: builtins.lexicon)
    var shown: [CommandResult] = []
    var varied = awaited
    result.document = document
    result.runnable = document.steps.reduce(0) { $0 + $1.runnable }
    for step in document.steps where result.excess == nil {
      result.flaws += varied.flaws(in: step)
      switch step {
      case .block(let block) where block.isRun:
        let block = awaited.ready(block)
        let before = result.count
        if let explored = ExploredBlock(block, in: &session, seeing: see) {
          result.commands += explored.writtenResults
          result.flaws += explored.flaws
          result.explored.append(explored)
        } else {
          result.commands += session.run(block, seeing: see)
        }
        if !block.isHidden { shown += result.commands[before...] }
      case .block, .quiz: break
      case .exercise(let exercise):
        let proof = exercise.prove(in: session, seeing: see)
        result.commands += proof.commands
        result.flaws += proof.flaws
        if proof.flaws.isEmpty { result.flaws += exercise.flawsOfVariants(in: session, atMost: variants) }
        if exercise.variants != nil { varied.wait(for: exercise) }
        session = proof.session
        if exercise.isKept, Answer(exercise.template).isBlank { awaited.wait(for: exercise) }
      }
    }
    result.flaws += FigureTwins.flaws(in: shown)
    return result
  }
}

extension Document.Step {
  /// How many commands of it are run.
  fileprivate var runnable: Int {
    switch self {
    case .block(let block): block.isRun ? block.commands.count : 0
    case .exercise(let exercise): exercise.isKept ? 0 : exercise.solutions.reduce(0) { $0 + $1.commands.count }
    case .quiz: 0
    }
  }
}
