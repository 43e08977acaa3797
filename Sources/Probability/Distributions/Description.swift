import Vocabulary

/// What is known of a distribution.
public struct Description: Record {
  public let distribution: any Distribution

  public init(of distribution: any Distribution) { self.distribution = distribution }

  public var kind: String { "description" }

  public var display: Display {
    let isKnown = (try? distribution.requireProbabilities()) != nil
    return distribution.display + "\n" + Display(list(["mean", "variance", "std", "support", "quartiles"]))
      + (isKnown ? "" : "\n  its quantiles are not known")
  }

  public static let fields: [Field<Description>] =
    moments.map { $0.of(\.distribution) } + [
      Field("quartiles", "the quantiles at ¼, ½ and ¾", only: "with known quantiles") { description -> [Double]? in
        let distribution = description.distribution
        guard (try? distribution.requireProbabilities()) != nil else { return nil }
        return [0.25, 0.5, 0.75].map { distribution.quantile($0) }
      }
    ]

  /// What every distribution can be asked by name.
  static let moments: [Field<any Distribution>] = [
    Field("mean", "the mean") { $0.mean },
    Field("variance", "the variance", aliases: ["var"]) { $0.variance },
    Field("std", "the standard deviation", aliases: ["sigma", "scale"]) { $0.standardDeviation },
    Field("median", "the median", only: "with known quantiles") {
      (try? $0.requireProbabilities()) == nil ? nil : $0.median
    },
    Field("mode", "the likeliest value", only: "where it has a closed form") { $0.mode },
    Field("entropy", "the entropy in nats", only: "where it has a closed form") { $0.entropy },
    Field("skewness", "the skewness") { $0.skewness },
    Field("kurtosis", "the excess over a normal's kurtosis") { $0.kurtosis },
    Field("support", "the smallest and the largest value") { [$0.support.lowerBound, $0.support.upperBound] },
  ]
}

/// The parameters that it was made of, and what every distribution can be asked.
extension RandomVariable {
  public var fieldDescriptions: [FieldDescription] {
    let parameters = distribution.properties.map { FieldDescription($0.name, "as it was made") }
    let moments = Description.moments.map(\.description)
    return parameters + moments.filter { moment in !parameters.contains { $0.name == moment.name } }
  }

  public func field(_ name: String) -> Value? {
    distribution.properties.first { $0.name == name }?.value
      ?? Description.moments.first { $0.name == name }?.value(of: distribution)
  }
}
