import ElementaryFunctions
import Vocabulary

/// The options that Adam and its relatives share.
struct AdamOptions: Sendable {
  var learningRate: any Schedule
  let beta1: Double
  let beta2: Double
  let epsilon: Double
  let adjustments: Adjustments
}

/// Adam and its relatives: a running mean of the gradients, divided by something that tells their size.
protocol AdamFamily: Optimizer {
  var options: AdamOptions { get set }
}

extension AdamFamily {
  var learningRate: any Schedule {
    get { options.learningRate }
    set { options.learningRate = newValue }
  }
  var adjustments: Adjustments { options.adjustments }
  var properties: [Property] {
    [
      rateProperty, Property("beta_1", .number(options.beta1)), Property("beta_2", .number(options.beta2)),
      Property("epsilon", .number(options.epsilon)),
    ]
  }
  /// The running mean and the size.
  var memoryPerWeight: Int { 2 }

  /// The counterpart of this class in `torch.optim`.
  func python(keras: String, torch: String, torchDecouplesDecay: Bool = false) -> PythonOptimizer {
    PythonOptimizer(
      keras: keras, torch: torch,
      ["betas=(\(options.beta1.python), \(options.beta2.python))", "eps=\(options.epsilon.python)"],
      torchDecouplesDecay: torchDecouplesDecay)
  }

  /// The declaration of one of the family, with Keras's defaults; `size` says what `beta_2` keeps.
  static func declaration(
    _ name: String, _ summary: String, size: String = "the squares' running mean", decay: Double = 0,
    formula: String, source: String, aliases: [ForeignName], make: @escaping @Sendable (AdamOptions) -> any Optimizer
  ) -> Declaration<any Optimizer> {
    let decayShown = decay == 0 ? "" : ", weight_decay=\(decay)"
    return Declaration<any Optimizer>(
      name, summary, .learningRate(0.001),
      Parameter("beta_1", .decay, "the share of the gradients' running mean that is kept", default: 0.9),
      Parameter("beta_2", .decay, "the share of \(size) that is kept", default: 0.999),
      Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7),
      Adjustments.weightDecay(decay), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
      documentation: Documentation(
        formula: formula, source: source,
        examples: [
          Example(name, gives: "\(name)(learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1×10⁻⁷\(decayShown))")
        ], aliases: aliases)
    ) { (rate, beta1, beta2, epsilon, decay, value, norm, global) throws(Failure) in
      make(
        AdamOptions(
          learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon,
          adjustments: try Adjustments(decay, value, norm, global)))
    }
  }
}
