import Vocabulary

extension Derivative {
  /// How densities and probabilities of a distribution change.
  ///
  /// - Parameters:
  ///   - logDensity: the logarithm of the density as a formula of `x` and the parameters; what depends on none of
  ///     `names` may be left out.
  ///   - names: the parameters in which it is differentiated; of a discrete distribution not `x`.
  ///   - factors: by what the density is multiplied for the slope of the cdf in a parameter.
  static func density(
    _ logDensity: String, of names: [String], isDiscrete: Bool = false, cdf factors: [String: String] = [:]
  ) -> Derivative {
    let density = ThingSlopes.formula(logDensity, of: names + (isDiscrete ? [] : ["x"]))
    guard !isDiscrete else { return .thing(["log_pdf": density]) }
    return .thing([
      "log_pdf": density, "cdf": .factors(times: "pdf", factors.merging(["x": "1"]) { given, _ in given }),
    ])
  }

  /// The same for a distribution that is moved and stretched by two parameters.
  static func density(_ logDensity: String, location: String, scale: String) -> Derivative {
    density(
      logDensity, of: [location, scale], cdf: [location: "-1", scale: "(\(location) - x) / \(scale)"])
  }
}
