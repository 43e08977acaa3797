import Vocabulary

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
    return block.filtered { command in
      let its = LessonNames(of: command.source, lexicon: lexicon)
      let waits = its.used.contains { names.contains($0) }
      if waits { names.formUnion(its.bound) } else { names.subtract(its.bound) }
      return !waits
    }
  }
}
