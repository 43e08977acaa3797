extension Figure {
  /// An activation over the distribution of what comes in, with the stretches marked on which it is saturated.
  public static func saturation(
    _ activation: Curve, input: Curve, below low: Double?, above high: Double?, domain: ClosedRange<Double>,
    title: String
  ) -> Figure {
    let x = Axis(domain: domain)
    func stretches(_ label: String?) -> [any Mark] {
      var marks: [any Mark] = []
      if let low, low > domain.lowerBound { marks.append(RangeMark(.x(Bounds(domain.lowerBound, low)), label: label)) }
      if let high, high < domain.upperBound {
        marks.append(RangeMark(.x(Bounds(high, domain.upperBound)), label: label))
      }
      return marks
    }
    return Figure(
      title,
      panels: [
        Panel(
          x: x, y: Axis(activation.label), marks: stretches("saturated") + [LineMark(x: activation.x, y: activation.y)]),
        Panel(
          x: x, y: Axis("density of \(input.label ?? "the input")"),
          marks: stretches(nil) + [AreaMark(x: input.x, under: input.y), LineMark(x: input.x, y: input.y)]),
      ], across: 1)
  }
}
