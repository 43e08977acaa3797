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

  /// Fills the buffer by rejection, a block of trials after the other: `trials` makes as many trials as it is given
  /// places, puts what they accept into the first of them and says how many that are.
  ///
  /// A block never holds more trials than places are left, so no trial is made that single draws would not make.
  @inline(__always)
  mutating func fillByTrials(
    _ buffer: UnsafeMutableBufferPointer<Double>,
    _ trials: (inout PCG64, UnsafeMutableBufferPointer<Double>) -> Int
  ) {
    var filled = 0
    while filled < buffer.count {
      let end = min(buffer.count, filled + Self.blockSize)
      filled += trials(&self, UnsafeMutableBufferPointer(rebasing: buffer[filled..<end]))
    }
  }

  /// The most trials of a block.
  static var blockSize: Int { 128 }

  /// Fills two buffers of one length with uniform draws, in turn into the one and the other.
  mutating func fillUniformPairs(
    _ first: UnsafeMutableBufferPointer<Double>, _ second: UnsafeMutableBufferPointer<Double>
  ) {
    var words = FourWords(self)
    for index in stride(from: 0, to: first.count & ~1, by: 2) {
      let (a, b, c, d) = words.next()
      (first[index], second[index]) = (Self.fraction(a), Self.fraction(b))
      (first[index + 1], second[index + 1]) = (Self.fraction(c), Self.fraction(d))
    }
    state = words.state
    if first.count & 1 != 0 {
      first[first.count - 1] = nextUniform()
      second[first.count - 1] = nextUniform()
    }
  }
}

extension UnsafeMutableBufferPointer<Double> {
  /// Moves the numbers among the values to the front, in their order, and says how many there are; the others are nan.
  func keepNumbers() -> Int {
    var kept = 0
    for index in indices {
      let value = self[index]
      self[kept] = value
      kept += value == value ? 1 : 0
    }
    return kept
  }
}
