/// How long something takes once, from many times.
struct Measurement {
  let name: String
  private let unit: String
  private let scale: Double
  private let count: Int
  private let body: (Int) -> Void

  /// The scale turns seconds into the unit.
  init(_ name: String, unit: String, scale: Double, count: Int, _ body: @escaping (Int) -> Void) {
    self.name = name
    self.unit = unit
    self.scale = scale
    self.count = count
    self.body = body
  }

  /// The best of three runs, divided by the count.
  var line: String {
    let clock = ContinuousClock()
    let best = (0..<3).map { _ in clock.measure { body(count) } }.min() ?? .zero
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
    let value = (seconds / Double(count) * scale * 1000).rounded() / 1000
    return "\(name): \(value) \(unit)"
  }
}
