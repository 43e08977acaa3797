import Networks
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let fitRate = Builtin(
    "fit_rate", "A learning-rate range test: the loss batch by batch while the rate rises, and the rate that suggests.",
    Parameter("network", .network, "the network; it is left as it was"),
    Parameter("data", .dataset, "the points to learn from"),
    Parameter("low", .learningRate, "the rate of the first batch", default: 1e-5, aliases: ["start_lr", "min_lr"]),
    Parameter("high", .learningRate, "the rate of the last batch", default: 10, aliases: ["end_lr", "max_lr"]),
    Parameter(
      "steps", .integer(2...1_000_000), "how many batches", default: 100,
      aliases: ["num_it", "num_iter", "num_training"]),
    Parameter(
      "batch_size", .positiveCount, "points whose gradients are averaged for a step", default: 32,
      aliases: ["bs", "batch"]),
    Parameter("optimizer", .optimizer, "how gradients move the weights", default: StochasticGradientDescent.standard),
    .lossOfTraining,
    Parameter("smoothing", .decay, "the share of the losses' running mean that each batch keeps", default: 0.9),
    Parameter("shuffle", .truth, "whether the points are taken in a new order each time", default: true),
    .seed,
    documentation: Documentation(
      formula: "rate of batch i, from 0: low × (high / low)^(i / (steps - 1))",
      source: "L. N. Smith, Cyclical learning rates for training neural networks, 2017",
      notes:
        "The smoothed loss is the running mean divided by 1 - smoothing^n after n batches. The test ends early where that "
        + "is more than four times its smallest. Suggested is a tenth of the rate at which it is smallest; the rate at which "
        + "it falls fastest, by differences over a tenth of all batches, is told too. The first tenth of the batches, ten at "
        + "most, and the last one are not looked at; a fall of less than a twentieth, or than four times the noise that the "
        + "losses' differences from batch to batch make, is taken for chance. plot draws it with "
        + "the rate on a logarithmic axis.",
      examples: [
        Example(
          """
          data = blobs(200, seed=1); net = sequential(input(2), dense(8, tanh), dense(3, softmax), seed=1); \
          fit_rate net data loss=categorical_crossentropy seed=1
          """,
          gives: """
            blobs: 200 points × 2 features, 3 classes
            sequential: 2 → 8 tanh → 3 softmax, 51 parameters
                   rate     loss   smoothed
                 1×10⁻⁵     1.81       1.81
              3.51×10⁻⁵     1.74       1.74
               0.000123     1.91       1.76
               0.000433     1.27        1.7
                0.00152     1.61       1.71
                0.00614     1.21        1.5
                 0.0215    0.877       1.19
                 0.0756    0.508      0.863
                  0.266    0.218      0.527
                  0.933   0.0704      0.275
                   3.76     5.63      0.825
            stopped after 93 of 100 batches: the smoothed loss is more than four times the smallest
            suggested: learning_rate=0.28, a tenth of 2.8, where the smoothed loss is smallest; it falls fastest at 0.087
            """)
      ],
      seeAlso: ["train", "plot", "compare", "learning_rate_at"],
      aliases: ["lr_find", ForeignName("LRFinder", write: "fit_rate net data")]),
    yields: RateTest.self
  ) {
    (
      session: inout Session, network, data, low, high, steps, batchSize, optimizer, loss, smoothing, shuffles, seed
    ) throws(Failure) in
    guard low < high else {
      throw Failure(.argument, "high must be above low", about: .argument("high"), hint: "the rate rises")
    }
    guard (high / low).isFinite else {
      throw Failure(.argument, "low and high are too far apart", about: .argument("low"))
    }
    let training = Training(
      epochs: 1, batchSize: batchSize, loss: session.loss(loss, for: network), optimizer: optimizer,
      shuffles: shuffles)
    let points = Int(min(Double(steps) * Double(min(batchSize, data.count)), 0x1p53))
    try session.context.step(by: network.architecture.trainingSteps(points: points, epochs: 1))
    let (weights, interruption, progress) = (session.networks[network].weights, session.interruption, session.progress)
    let test = try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
      try training.testRates(
        network.architecture, weights, on: data, from: low, to: high, steps: steps, smoothing: smoothing,
        using: &generator, interruption: interruption, progress: progress)
    }
    return .object(test)
  }
}
