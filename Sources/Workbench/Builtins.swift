import Networks
import Probability
import Vocabulary

/// All built-ins, heading by heading; a new one is one file and one line here or in its catalog.
public enum Builtins {
  static let all: [Builtin] = headings.flatMap { heading in heading.builtins.map { $0.under(heading.topic) } }

  public static let lexicon = Lexicon(all.map(\.signature))

  private static let headings: [(topic: String, builtins: [Builtin])] = [
    ("mathematics", Builtin.elementary + Builtin.pairs + [.clip, .where, .map]),
    (
      "vectors",
      [.length, .size, .shape, .sum, .prod] + Builtin.reductions + [.norm] + Builtin.cumulative
        + [.unique, .linspace, .transpose, .flatten, .reshape, .concatenate]
    ),
    ("statistics", [.mean, .variance, .standardDeviation, .median, .quantile, .correlation]),
    ("distributions", distributions.declarations.map { Builtin($0) { .object($0) } }),
    ("probability", Builtin.queries + [.sample, .describe]),
    ("initializers", Builtin.initializerWords),
    ("activations", Builtin.activationWords + [.saturation]),
    ("derivatives", [.gradient, .derivative, .backprop, .descend]),
    ("chains", [.chain]),
    ("layers", layers.declarations.map { Builtin($0) { .object($0) } }),
    ("losses", losses.declarations.map { Builtin($0) { .object($0) } }),
    ("optimizers", optimizers.declarations.map { Builtin($0) { .object($0) } }),
    ("schedules", schedules.declarations.map { Builtin($0) { .object($0) } }),
    ("formats", Builtin.formatWords),
    ("data", [.circles]),
    ("networks", [.sequential, .train, .evaluate, .inspect, .predict, .rewind, .weights]),
    ("session", [.seed, .set, .variables, .clear, .help]),
  ]
}
