import Builtins
import Lessons
import Vocabulary
import Workbench

/// Makes inputs that nobody would type, and tries whether the session bears them.
///
/// Input and verdict depend on the seed, the number of the input and the corpus alone.
public struct Fuzzer: Sendable {
  private let seed: UInt64
  private let mutation: Mutation?
  private let workspace: Workspace
  private let callsEverything: Bool

  /// Calls every built-in in turn with extreme values; each may take so many bytes and steps.
  public init(callingEverything seed: UInt64, memory: Int, steps: Int, allowsFiles: Bool = false) {
    self.seed = seed
    mutation = nil
    callsEverything = true
    workspace = Workspace(allowsFiles: allowsFiles, memory: memory, steps: steps)
  }

  /// The corpus holds lines to be spoilt; without any, inputs are made without a model only. Where built-ins that touch
  /// files may run, they do so in the current folder.
  public init(seed: UInt64, corpus: [String], allowsFiles: Bool = false) {
    self.seed = seed
    mutation = corpus.isEmpty ? nil : Mutation(corpus: corpus)
    callsEverything = false
    workspace = Workspace(allowsFiles: allowsFiles)
  }

  /// Cancels the input that is being tried.
  public var interruption: Interruption { workspace.session.interruption }

  /// One input.
  public func input(_ number: UInt64) -> String {
    var chance = Chance(seed: seed, number: number)
    if callsEverything { return ExtremeCalls.make(&chance, lexicon: BuiltinTable.standard.lexicon, number: number) }
    let kind = chance.below(8)
    if kind < 4 { return Grammar.make(&chance, lexicon: BuiltinTable.standard.lexicon, names: Workspace.names) }
    if kind < 7, let mutation { return mutation.make(&chance) }
    return RandomText.make(&chance)
  }

  /// Runs an input and looks at what came of it.
  public func trial(_ number: UInt64, of input: String) -> Trial {
    var chance = Chance(seed: seed ^ .max, number: number)
    return Trial(input, in: workspace, &chance)
  }
}

/// The commands of lessons and transcripts.
public enum Corpus {
  /// The lines that begin with `> ` in the Markdown files at and below some paths, in their order.
  public static func lines(of paths: [String]) throws(Failure) -> [String] {
    var lines: [String] = []
    for file in try LessonFiles.find(paths) {
      guard case .success(let text) = TextFile.read(file) else { continue }
      lines += text.lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    }
    return lines
  }
}
