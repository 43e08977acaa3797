/// How long something takes once, from many times.
struct Measurement {
  let line: String

  /// The best of three runs, divided by the count; the scale turns seconds into the unit.
  init(_ name: String, unit: String, scale: Double, count: Int, _ body: (Int) -> Void) {
    let clock = ContinuousClock()
    let best = (0..<3).map { _ in clock.measure { body(count) } }.min() ?? .zero
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
    let value = (seconds / Double(count) * scale * 1000).rounded() / 1000
    line = "\(name): \(value) \(unit)"
  }
}
