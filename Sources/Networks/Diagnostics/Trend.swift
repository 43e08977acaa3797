import ElementaryFunctions

/// What becomes of a signal or a gradient from layer to layer: the one rule of `chain`, `flow`, `inspect`, `watch=` and
/// `compare`.
public enum Trend: String, Sendable {
  case vanishing
  case healthy
  case exploding

  /// By how much it changes in all, over so many steps from one layer to the next.
  ///
  /// It vanishes where the first layer gets less than a hundredth, or less than a tenth after losing more than a third in
  /// each layer on average (the geometric mean): short nets are judged by the factor of a layer, which more layers would
  /// multiply, deep ones by what is left. It explodes where the same holds of the reciprocal. Of a net that has learnt what
  /// it was to learn, whose gradients come from a few hard points, only a thousandth or a thousandfold is said.
  public init(change total: Double, over steps: Int, hasLearnt: Bool = false) {
    let size = total.magnitude
    self =
      Self.isGone(size, steps, hasLearnt) ? .vanishing : Self.isGone(1 / size, steps, hasLearnt) ? .exploding : .healthy
  }

  /// By the changes on both ways; that it explodes on one of them is said first.
  public init(forward: Double, backward: Double, over steps: Int) {
    let both = [Trend(change: forward, over: steps), Trend(change: backward, over: steps)]
    self = both.contains(.exploding) ? .exploding : both.contains(.vanishing) ? .vanishing : .healthy
  }

  private static func isGone(_ rest: Double, _ steps: Int, _ hasLearnt: Bool) -> Bool {
    if hasLearnt { return rest < 1e-3 }
    return rest < 0.01 || rest < 0.1 && perLayer(rest, steps) < 2.0 / 3
  }

  /// The factor of one step, of which so many make the whole.
  public static func perLayer(_ total: Double, _ steps: Int) -> Double {
    steps <= 1 || total == 0 || !total.isFinite ? total : exp(log(total) / Double(steps))
  }
}
