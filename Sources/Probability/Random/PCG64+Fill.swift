extension PCG64 {
  /// Fills the buffer with one draw after the other, the generator's state in registers.
  @inline(__always)
  mutating func fill(_ buffer: UnsafeMutableBufferPointer<Double>, _ draw: (inout PCG64) -> Double) {
    var generator = self
    for index in buffer.indices { buffer[index] = draw(&generator) }
    self = generator
  }

  /// Fills the buffer with what a ziggurat draws: four draws at a time wherever each of their words is a draw at once,
  /// one by one where a word needs a closer look, which may take further words.
  @inline(__always)
  mutating func fill(
    _ buffer: UnsafeMutableBufferPointer<Double>, quick: (UInt64) -> (value: Double, isAccepted: Bool),
    slow: (inout PCG64) -> Double
  ) {
    guard let start = buffer.baseAddress else { return }
    var words = FourWords(self)
    var index = 0
    while index + 4 <= buffer.count {
      let before = words.state
      let (first, second, third, fourth) = words.next()
      let (a, b, c, d) = (quick(first), quick(second), quick(third), quick(fourth))
      if a.isAccepted, b.isAccepted, c.isAccepted, d.isAccepted {
        start[index] = a.value
        start[index + 1] = b.value
        start[index + 2] = c.value
        start[index + 3] = d.value
      } else {
        state = before
        for place in index..<index + 4 { start[place] = slow(&self) }
        words.state = state
      }
      index += 4
    }
    state = words.state
    while index < buffer.count {
      start[index] = slow(&self)
      index += 1
    }
  }
}
