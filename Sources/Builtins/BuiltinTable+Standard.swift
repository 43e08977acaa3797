import Networks
import Probability
import Vocabulary
import Workbench

extension BuiltinTable {
  /// All built-ins, heading by heading; a new one is one file and one line here or in its catalog.
  public static let standard = BuiltinTable(
    headings.map { ($0.topic, $0.builtins.map(\.takingFunctionsAsActivations)) }, foreignNames: ForeignNames.all,
    foreignArguments: ForeignArguments.all, pages: HelpTopic.all, lessons: LessonOutline.all)

  private static let headings: [(topic: String, builtins: [Builtin])] = [
    ("mathematics", Builtin.elementary + Builtin.pairs + [.choose, .clip, .where, .map, .iterate, .fold]),
    ("vectors", Builtin.vectors),
    ("matrices", Builtin.linearAlgebra),
    (
      "statistics",
      [
        .mean, .variance, .standardDeviation, .median, .quantile, .covariance, .correlation, .fit, .tTest,
        .chiSquareTest,
      ] + Builtin.sampleStatistics
    ),
    ("distributions", distributions.declarations.map { Builtin($0) { .object(RandomVariable($0)) } } + [.copy]),
    ("probability", Builtin.queries + [.sample, .describe] + Builtin.choices),
    ("initializers", Builtin.initializerWords + [.gain]),
    ("activations", Builtin.activationWords + [.saturation]),
    ("neurons", [.push, .neuron, .flow]),
    ("derivatives", [.gradient, .derivative, .backprop, .descend]),
    ("chains", [.chain]),
    ("layers", layers.declarations.map { Builtin($0) { .object($0) } }),
    ("losses", Builtin.lossWords),
    ("optimizers", optimizers.declarations.map { Builtin($0) { .object($0) } }),
    ("schedules", schedules.declarations.map { Builtin($0) { .object($0) } } + [.learningRateAt]),
    ("formats", Builtin.formatWords),
    ("data", Builtin.madeData + [.dataset, .split, .standardize, .oneHot, .features, .targets]),
    (
      "networks",
      [
        .sequential, .summary, .train, .evaluate, .lossOnData, .accuracyOnData, .confusionMatrix, .rSquared, .predict,
        .forward, .rewind, .weights, .biases, .setWeights, .setBiases, .initialize,
      ] + starts.declarations.map { Builtin($0) { .object($0) } }
    ),
    ("instruments", [.inspect, .gradients, .symmetry, .gradientCheck, .landscape, .compare, .fitRate]),
    ("tables", [.table, .text]),
    ("figures", [.plot, .scatter, .hist, .boundary]),
    ("files", [.load, .save, .loadWeights, .export, .transcript]),
    ("session", [.seed, .set, .variables, .clear, .time, .help]),
  ]
}

extension Builtin {
  /// What takes vectors and matrices apart, puts them together and sums them up.
  fileprivate static let vectors: [Builtin] = [
    [.length, .size, .shape, .sum, .prod, .smallest, .largest], reductions, [.count, .norm], cumulative,
    [.unique, .frequencies, .linspace, .transpose, .flatten, .reshape, .concatenate],
  ].flatMap { $0 }
}

extension Session {
  /// A new conversation with all built-ins and seed 0.
  public init() { self.init(builtins: .standard) }
}
