/// What layers make of signals on their way forward and of gradients on their way back.
public struct Passage: Sendable {
  /// The root mean square of z in the last layer over that in the first; 0 where the first is 0.
  public let forward: Double
  /// That of ∂L/∂z in the first layer over that in the last; 0 where the last is 0.
  public let backward: Double
  /// From one layer to the next.
  public let steps: Int

  /// Of root mean squares, one a layer from the first to the last, of which there is at least one.
  public init(signals: [Double], gradients: [Double]) {
    func ratio(_ end: Double, _ start: Double) -> Double { start == 0 ? 0 : end / start }
    precondition(!signals.isEmpty && signals.count == gradients.count)
    steps = signals.count - 1
    forward = ratio(signals[steps], signals[0])
    backward = ratio(gradients[0], gradients[steps])
  }

  public var trend: Trend { Trend(forward: forward, backward: backward, over: steps) }
}
