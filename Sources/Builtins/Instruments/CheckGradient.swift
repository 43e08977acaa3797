import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let gradientCheck = Builtin(
    "gradient_check", "Holds the derivatives by the chain rule against differences of the loss.",
    Parameter("network", .network, "the network"),
    Parameter("data", .dataset, "the points whose loss is meant"),
    .lossOfTraining,
    Parameter(
      "n", .positiveCount, "how many of the points are taken, from the first on", default: 100, aliases: ["points"]),
    documentation: Documentation(
      formula: "(L(w + h) - L(w - h)) / 2h, h = 10⁻⁵ × max(1, |w|)",
      notes:
        "A relative error is |difference| / max(|∂L/∂w|, |quotient|); both agree up to 10⁻⁵. Where the derivatives are "
        + "so small that rounding of L hides them, it is taken of a million times that rounding. Where they do not agree, h "
        + "is tried ten and a hundred times smaller, so as not to reach across the kink of a relu. Of a layer with more "
        + "than 100 parameters 100 are checked, evenly spread. Dropout drops nothing.",
      examples: [
        Example(
          "gradient_check sequential(input(2), dense(3, tanh), dense(1), seed=1) circles(8, seed=1)",
          gives: """
              layer   units      checked   largest   difference   relative_error
                  1   3 tanh           9      0.63   8.38×10⁻¹²        2.5×10⁻¹⁰
                  2   1 linear         4         1      1×10⁻¹¹          3×10⁻¹⁰
              largest = max |∂L/∂w|
            agree: the largest relative error is 3×10⁻¹⁰
            """)
      ],
      seeAlso: ["inspect", "gradient", "backprop"],
      aliases: ["gradcheck"]),
    yields: GradientCheck.self
  ) { (session: inout Session, network, data, loss, points) throws(Failure) in
    .object(
      try network.architecture.checkGradient(
        session.networks[network].weights, on: data.prefix(points),
        loss: session.loss(loss, for: network), interruption: session.interruption, progress: session.progress))
  }
}
