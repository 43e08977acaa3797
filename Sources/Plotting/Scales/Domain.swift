/// What an axis shows of the numbers that the marks hold.
enum Domain {
  /// The domain of an axis: as asked for, or the bounds with a little air at ends that are not firm.
  static func of(_ axis: Axis, _ bounds: Bounds?, firm: [Double], air: Double) -> ClosedRange<Double> {
    if let domain = axis.domain, axis.scale.accepts(domain.lowerBound), axis.scale.accepts(domain.upperBound),
      domain.lowerBound < domain.upperBound
    {
      return domain
    }
    guard let bounds else { return axis.scale == .linear ? 0...1 : 1...10 }
    let domain = widened(bounds, scale: axis.scale)
    guard bounds.low < bounds.high, axis.scale == .linear else { return domain }
    let margin = (domain.upperBound * air) - (domain.lowerBound * air)
    let low = firm.contains(bounds.low) ? domain.lowerBound : domain.lowerBound - margin
    let high = firm.contains(bounds.high) ? domain.upperBound : domain.upperBound + margin
    return max(low, -.greatestFiniteMagnitude)...min(high, .greatestFiniteMagnitude)
  }

  /// The bounds, or where they are too near each other, a stretch around them.
  static func widened(_ bounds: Bounds, scale: Scale) -> ClosedRange<Double> {
    let (low, high) = (bounds.low, bounds.high)
    switch scale {
    case .linear:
      let size = max(low.magnitude, high.magnitude)
      if high / 2 - low / 2 > size * 1e-12 && high - low >= .leastNormalMagnitude { return low...high }
      let margin = size < 1e-300 ? 1 : size / 2
      return max(low - margin, -.greatestFiniteMagnitude)...min(high + margin, .greatestFiniteMagnitude)
    case .logarithmic:
      if high / low > 1.001 { return low...high }
      return max(low / 10, .leastNonzeroMagnitude)...min(high * 10, .greatestFiniteMagnitude)
    }
  }
}
