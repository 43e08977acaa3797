extension PCG64 {
  /// A draw from the standard normal distribution that lies between the bounds, both included: normal draws, repeated
  /// until one does.
  ///
  /// Slow where little of the distribution lies between them, and without end where nothing does.
  public mutating func standardNormal(from low: Double, to high: Double) -> Double {
    while true {
      let x = standardNormal()
      if x >= low, x <= high { return x }
    }
  }

  /// Fills the buffer with what as many calls of `standardNormal(from:to:)` would draw.
  public mutating func fillNormal(
    _ buffer: UnsafeMutableBufferPointer<Double>, from low: Double, to high: Double
  ) {
    guard let start = buffer.baseAddress else { return }
    func isInside(_ x: Double) -> Int { x >= low && x <= high ? 1 : 0 }
    var words = FourWords(self)
    var index = 0
    // Each draw is written, and the next one over it where it lies outside, so that no branch has to be foreseen.
    while index + 4 <= buffer.count {
      let before = words.state
      let (first, second, third, fourth) = words.next()
      let (a, b, c, d) = (Self.normal(first), Self.normal(second), Self.normal(third), Self.normal(fourth))
      if a.isAccepted, b.isAccepted, c.isAccepted, d.isAccepted {
        start[index] = a.value
        index += isInside(a.value)
        start[index] = b.value
        index += isInside(b.value)
        start[index] = c.value
        index += isInside(c.value)
        start[index] = d.value
        index += isInside(d.value)
      } else {
        state = before
        start[index] = standardNormal(from: low, to: high)
        words.state = state
        index += 1
      }
    }
    state = words.state
    while index < buffer.count {
      start[index] = standardNormal(from: low, to: high)
      index += 1
    }
  }
}
