import ElementaryFunctions

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
        for position in index..<index + 4 { start[position] = slow(&self) }
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
  /// elements, puts what they accept into the first of them and says how many that are.
  ///
  /// A block never holds more trials than elements are left, so no trial is made that single draws would not make.
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

  /// Fills the buffer with a function of uniform draws above 0 and of the logarithms of another function of them.
  @inline(__always)
  mutating func fillByLogarithms(
    _ buffer: UnsafeMutableBufferPointer<Double>, of argument: (Double) -> Double,
    _ value: (Double, Double) -> Double
  ) {
    fillByTrials(buffer) { generator, buffer in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * buffer.count) { scratch in
        let uniforms = UnsafeMutableBufferPointer(rebasing: scratch[..<buffer.count])
        let logarithms = UnsafeMutableBufferPointer(rebasing: scratch[buffer.count...])
        generator.fillUniform(uniforms)
        for index in buffer.indices { logarithms[index] = argument(uniforms[index]) }
        log(UnsafeBufferPointer(logarithms), into: logarithms)
        var accepted = 0
        for index in buffer.indices {
          buffer[index] = value(uniforms[index], logarithms[index])
          accepted += uniforms[index] > 0 ? 1 : 0
        }
        if accepted == buffer.count { return accepted }
        // Once in 2⁵³ draws.
        for index in buffer.indices where uniforms[index] == 0 { buffer[index] = .nan }
        return buffer.keepNumbers()
      }
    }
  }
}
