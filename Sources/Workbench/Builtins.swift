import Networks
import Probability
import Vocabulary

/// All built-ins, heading by heading; a new one is one file and one line here.
public enum Builtins {
  static let all: [Builtin] = headings.flatMap { heading in heading.builtins.map { $0.under(heading.topic) } }

  public static let lexicon = Lexicon(all.map(\.signature))

  private static let headings: [(topic: String, builtins: [Builtin])] = [
    ("mathematics", ElementaryFunctions.builtins + [.sum, .length]),
    ("chains", [.chain]),
    ("session", [.seed, .set, .variables, .clear, .help]),
  ]
}
