import CKernels
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

  /// The declaration of one of the family, with Keras's defaults; `size` says what `beta_2` keeps, `path` where the example
  /// goes.
  static func declaration(
    _ name: String, _ summary: String, size: String = "the squares' running mean", decay: Double = 0,
    path: String, formula: String, source: String, aliases: [ForeignName],
    make: @escaping @Sendable (AdamOptions) -> any Optimizer
  ) -> Declaration<any Optimizer> {
    Declaration<any Optimizer>(
      name, summary, .learningRate(0.001),
      Parameter("beta_1", .decay, "the share of the gradients' running mean that is kept", default: 0.9),
      Parameter("beta_2", .decay, "the share of \(size) that is kept", default: 0.999),
      Parameter("epsilon", .positive, "keeps the divisor from 0", default: 1e-7, aliases: ["eps"]),
      Adjustments.weightDecay(decay), Adjustments.clipValue, Adjustments.clipNorm, Adjustments.globalClipNorm,
      documentation: Documentation(
        formula: formula, source: source,
        examples: [.firstSteps(of: "\(name)(0.1)", gives: path)], aliases: aliases)
    ) { (rate, beta1, beta2, epsilon, decay, value, norm, global) throws(Failure) in
      make(
        AdamOptions(
          learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon,
          adjustments: try Adjustments(decay, value, norm, global)))
    }
  }
}

/// Running means of the gradients, divided by the root of those of their squares.
struct Adam: AdamFamily {
  let name: String
  var options: AdamOptions

  static let declaration = declaration(
    "adam", "Running means of the gradients, divided by the root of those of their squares.",
    path: "[0, 0.0999999, 0.199897, 0.299618]", formula: formula,
    source: "D. Kingma, J. Ba, Adam, 2015; as in Keras",
    aliases: [ForeignName("Adam", write: "adam(0.001)")]
  ) { Adam(name: "adam", options: $0) }

  /// Adam as it is used with weight decay.
  static let decoupledDeclaration = declaration(
    "adamw", "Adam with weights that decay by themselves.", decay: 0.004,
    path: "[0, 0.0999999, 0.199857, 0.299498]", formula: formula,
    source: "I. Loshchilov, F. Hutter, Decoupled weight decay regularization, 2019; as in Keras",
    aliases: [ForeignName("AdamW", write: "adamw(0.001)")]
  ) { Adam(name: "adamw", options: $0) }

  private static let formula =
    "m = m + (g - m) × (1 - β₁), v = v + (g² - v) × (1 - β₂), "
    + "w = w - learning_rate × √(1 - β₂^t) / (1 - β₁^t) × m / (√v + epsilon)"

  var python: PythonOptimizer? {
    name == "adam"
      ? python(keras: "Adam", torch: "Adam") : python(keras: "AdamW", torch: "AdamW", torchDecouplesDecay: true)
  }

  func step(_ step: OptimizerStep) {
    let (number, beta1, beta2) = (Double(step.number), options.beta1, options.beta2)
    let correction = (1 - pow(beta2, number)).squareRoot() / (1 - pow(beta1, number))
    var rates = AdamRates(rate: step.rate * correction, beta1: beta1, beta2: beta2, epsilon: options.epsilon)
    step.kernels.table.pointee.adam_step(
      step.weights, step.gradients, step.memory, step.memory + step.distance, step.count, &rates)
  }
}

/// Adam with the largest recent gradient in place of the squares' mean.
struct Adamax: AdamFamily {
  var options: AdamOptions

  static let declaration = declaration(
    "adamax", "Adam with the largest recent gradient in place of the mean of squares.", size: "the largest gradient",
    path: "[0, 0.1, 0.198344, 0.29499]",
    formula: "m = m + (g - m) × (1 - β₁), u = max(β₂ × u, |g|), w = w - learning_rate / (1 - β₁^t) × m / (u + epsilon)",
    source: "D. Kingma, J. Ba, Adam, 2015; as in Keras", aliases: ["Adamax"]
  ) { Adamax(options: $0) }

  var name: String { "adamax" }
  var python: PythonOptimizer? { python(keras: "Adamax", torch: "Adamax") }

  func step(_ step: OptimizerStep) {
    let (means, largest) = (step.memory, step.memory + step.distance)
    let correction = 1 - pow(options.beta1, Double(step.number))
    for i in 0..<step.count {
      let gradient = step.gradients[i]
      means[i] += (gradient - means[i]) * (1 - options.beta1)
      largest[i] = max(options.beta2 * largest[i], gradient.magnitude)
      step.weights[i] -= step.rate * means[i] / (correction * (largest[i] + options.epsilon))
    }
  }
}

/// Adam with Nesterov's momentum.
struct Nadam: AdamFamily {
  var options: AdamOptions

  static let declaration = declaration(
    "nadam", "Adam with Nesterov's momentum, which grows to β₁.", path: "[0, 0.106279, 0.182415, 0.251826]",
    formula: "uₜ = β₁ × (1 - 0.96^t / 2), m and v as in adam, w = w - learning_rate × (uₜ₊₁ × m / (1 - u₁ … uₜ₊₁) + "
      + "(1 - uₜ) × g / (1 - u₁ … uₜ)) / (√(v / (1 - β₂^t)) + epsilon)",
    source: "T. Dozat, Incorporating Nesterov momentum into Adam, 2016; as in Keras", aliases: ["Nadam", "NAdam"]
  ) { Nadam(options: $0) }

  var name: String { "nadam" }
  var python: PythonOptimizer? { python(keras: "Nadam", torch: "NAdam") }

  /// The product of all momenta so far.
  func advanced(_ running: Double, to step: Int) -> Double { running * momentum(step) }

  private func momentum(_ step: Int) -> Double { options.beta1 * (1 - 0.5 * pow(0.96, Double(step))) }

  func step(_ step: OptimizerStep) {
    let (means, squares) = (step.memory, step.memory + step.distance)
    let (now, next) = (momentum(step.number), momentum(step.number + 1))
    let ofMean = next / (1 - step.running * next)
    let ofGradient = (1 - now) / (1 - step.running)
    let ofSquares = 1 - pow(options.beta2, Double(step.number))
    for i in 0..<step.count {
      let gradient = step.gradients[i]
      means[i] += (gradient - means[i]) * (1 - options.beta1)
      squares[i] += (gradient * gradient - squares[i]) * (1 - options.beta2)
      let ahead = ofMean * means[i] + ofGradient * gradient
      step.weights[i] -= ahead * step.rate / ((squares[i] / ofSquares).squareRoot() + options.epsilon)
    }
  }
}
