import Vocabulary

/// What any optimizer may do to gradients and weights before its step, as in Keras.
public struct Adjustments: Sendable {
  /// The share of each weight, times the learning rate, that is taken off at each step.
  let weightDecay: Double
  /// The bound of each gradient.
  let clipValue: Double?
  /// The bound of the Euclidean norm of each layer's kernel's gradient, and of its biases'.
  let clipNorm: Double?
  /// The bound of the norm of all gradients together.
  let globalClipNorm: Double?

  /// Neither decay nor clipping.
  static let none = Adjustments()

  private init() { (weightDecay, clipValue, clipNorm, globalClipNorm) = (0, nil, nil, nil) }

  /// Throws a failure of kind `argument` where gradients would be clipped in several ways.
  public init(_ weightDecay: Double, _ clipValue: Double?, _ clipNorm: Double?, _ globalClipNorm: Double?)
    throws(Failure)
  {
    guard [clipValue, clipNorm, globalClipNorm].count(where: { $0 != nil }) <= 1 else {
      throw Failure(.argument, "gradients can be clipped in one way only", hint: "give one of the clip arguments")
    }
    self.weightDecay = weightDecay
    self.clipValue = clipValue
    self.clipNorm = clipNorm
    self.globalClipNorm = globalClipNorm
  }

  public static func weightDecay(_ standard: Double = 0) -> Parameter<Double> {
    Parameter(
      "weight_decay", .nonnegative, "the share of a weight, times the rate, that each step takes off", default: standard
    )
  }
  public static let clipValue = Parameter<Double?>.optional(
    "clip_value", .positive, "the bound of each gradient", aliases: ["clipvalue"])
  public static let clipNorm = Parameter<Double?>.optional(
    "clip_norm", .positive, "the bound of the norm of each kernel's and each bias vector's gradient",
    aliases: ["clipnorm", "max_norm"])
  public static let globalClipNorm = Parameter<Double?>.optional(
    "global_clip_norm", .positive, "the bound of the norm of all gradients together", aliases: ["global_clipnorm"])

  /// Those that do something.
  var properties: [Property] {
    var properties = weightDecay == 0 ? [] : [Property("weight_decay", .number(weightDecay))]
    for (name, bound) in [("clip_value", clipValue), ("clip_norm", clipNorm), ("global_clip_norm", globalClipNorm)] {
      if let bound { properties.append(Property(name, .number(bound))) }
    }
    return properties
  }

  /// Clips all gradients, given the groups that have norms of their own.
  func clip(_ gradients: UnsafeMutableBufferPointer<Double>, groups: [Range<Int>]) {
    if let clipValue {
      for group in groups {
        for index in group {
          let gradient = gradients[index]
          gradients[index] = gradient > clipValue ? clipValue : gradient < -clipValue ? -clipValue : gradient
        }
      }
    }
    if let clipNorm {
      for group in groups { scale(gradients, group, sumOfSquares(gradients, group), bound: clipNorm) }
    }
    if let globalClipNorm {
      let sum = groups.reduce(0) { $0 + sumOfSquares(gradients, $1) }
      for group in groups { scale(gradients, group, sum, bound: globalClipNorm) }
    }
  }

  private func sumOfSquares(_ gradients: UnsafeMutableBufferPointer<Double>, _ group: Range<Int>) -> Double {
    var sum = 0.0
    for index in group { sum += gradients[index] * gradients[index] }
    return sum
  }

  private func scale(
    _ gradients: UnsafeMutableBufferPointer<Double>, _ group: Range<Int>, _ sumOfSquares: Double, bound: Double
  ) {
    let norm = sumOfSquares.squareRoot()
    guard norm > bound else { return }
    let factor = bound / norm
    for index in group { gradients[index] *= factor }
  }
}
