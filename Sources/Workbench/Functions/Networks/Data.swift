import Networks
import Probability
import Vocabulary

extension Builtin {
  static let circles = Builtin(
    "circles", "A small circle of points inside a larger one: two classes that no straight line divides.",
    Parameter("n", .positiveCount, "how many points"),
    Parameter("noise", .nonnegative, "the standard deviation of the shaking", default: 0),
    Parameter("factor", .number("a number from 0 to 1") { (0...1).contains($0) }, "the inner radius", default: 0.8),
    .seed,
    source: "the definition of scikit-learn's make_circles",
    notes: "In NumPy: rng = np.random.default_rng(seed); a = np.arange(n // 2) * (2 * np.pi / (n // 2)); b likewise for the "
      + "rest; points = np.c_[np.r_[np.cos(a), factor * np.cos(b)], np.r_[np.sin(a), factor * np.sin(b)]]; "
      + "points = points[rng.permutation(n)] + rng.normal(0, noise, (n, 2)). Class 0 is the outer circle.",
    examples: [Example("circles(10_000, noise=0.05, seed=1)", gives: "circles: 10000 points × 2 features, 2 classes")],
    seeAlso: ["train"], elsewhere: ["make_circles"]
  ) { (session: inout Session, count, noise, factor, seed) throws(Failure) in
    try session.machine.limits.reserve(numbers: 4 * Double(count))
    let interruption = session.interruption
    return .object(
      try session.draw(seed: seed) { (generator: inout PCG64) throws(Failure) in
        try Circles.make(count, noise: noise, factor: factor, using: &generator, interruption: interruption)
      })
  }
}
