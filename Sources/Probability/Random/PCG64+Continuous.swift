import ElementaryFunctions

// The distributions whose draws are one function of one draw of another kind.
extension PCG64 {
  /// A draw from the Laplace distribution: NumPy's `laplace(location, scale)`.
  @inline(__always) public mutating func laplace(location: Double, scale: Double) -> Double {
    while true {
      let u = nextUniform()
      if u >= 0.5 { return location - scale * log(2 - u - u) }
      if u > 0 { return location + scale * log(u + u) }
    }
  }

  /// A draw from the logistic distribution: NumPy's `logistic(location, scale)`.
  @inline(__always) public mutating func logistic(location: Double, scale: Double) -> Double {
    while true {
      let u = nextUniform()
      if u > 0 { return location + scale * log(u / (1 - u)) }
    }
  }

  /// A draw from the Gumbel distribution of the largest value: NumPy's `gumbel(location, scale)`.
  @inline(__always) public mutating func gumbel(location: Double, scale: Double) -> Double {
    while true {
      let u = 1 - nextUniform()
      if u < 1 { return location - scale * log(-log(u)) }
    }
  }

  /// A draw from the Weibull distribution of scale 1: NumPy's `weibull(shape)`; 0 for a shape of 0.
  @inline(__always) public mutating func weibull(shape: Double) -> Double {
    shape == 0 ? 0 : FixedPower(1 / shape)(standardExponential())
  }

  /// A draw whose logarithm is normal, of this mean and standard deviation: NumPy's `lognormal(mean, stddev)`.
  @inline(__always) public mutating func lognormal(mean: Double, stddev: Double) -> Double {
    exp(mean + stddev * standardNormal())
  }

  /// A draw from the triangular distribution: NumPy's `triangular(low, mode, high)`, for low ≤ mode ≤ high, low < high.
  @inline(__always) public mutating func triangular(low: Double, mode: Double, high: Double) -> Double {
    let width = high - low
    let rise = mode - low
    let u = nextUniform()
    return u <= rise / width
      ? low + (u * (rise * width)).squareRoot()
      : high - ((1 - u) * ((high - mode) * width)).squareRoot()
  }
}

// The same as often as a buffer has places.
extension PCG64 {
  /// Fills the buffer with what as many calls of `laplace(location:scale:)` would draw.
  public mutating func fillLaplace(
    _ buffer: UnsafeMutableBufferPointer<Double>, location: Double, scale: Double
  ) {
    fillByLogarithms(buffer, of: { $0 >= 0.5 ? 2 - $0 - $0 : $0 + $0 }) { u, logarithm in
      u >= 0.5 ? location - scale * logarithm : location + scale * logarithm
    }
  }

  /// Fills the buffer with what as many calls of `logistic(location:scale:)` would draw.
  public mutating func fillLogistic(
    _ buffer: UnsafeMutableBufferPointer<Double>, location: Double, scale: Double
  ) {
    fillByLogarithms(buffer, of: { $0 / (1 - $0) }) { _, logarithm in location + scale * logarithm }
  }

  /// Fills the buffer with what as many calls of `gumbel(location:scale:)` would draw.
  public mutating func fillGumbel(
    _ buffer: UnsafeMutableBufferPointer<Double>, location: Double, scale: Double
  ) {
    // -log(1 - u) as often as there are places, and their logarithms.
    fillByLogarithms(buffer, of: { 1 - $0 }) { _, logarithm in -logarithm }
    log(UnsafeBufferPointer(buffer), into: buffer)
    for index in buffer.indices { buffer[index] = location - scale * buffer[index] }
  }

  /// Fills the buffer with what as many calls of `weibull(shape:)` would draw.
  public mutating func fillWeibull(_ buffer: UnsafeMutableBufferPointer<Double>, shape: Double) {
    if shape == 0 { return buffer.update(repeating: 0) }
    fillExponential(buffer)
    FixedPower(1 / shape)(UnsafeBufferPointer(buffer), into: buffer)
  }

  /// Fills the buffer with what as many calls of `lognormal(mean:stddev:)` would draw.
  public mutating func fillLognormal(
    _ buffer: UnsafeMutableBufferPointer<Double>, mean: Double, stddev: Double
  ) {
    fillNormal(buffer, mean: mean, stddev: stddev)
    exp(UnsafeBufferPointer(buffer), into: buffer)
  }

  /// Fills the buffer with what as many calls of `triangular(low:mode:high:)` would draw.
  public mutating func fillTriangular(
    _ buffer: UnsafeMutableBufferPointer<Double>, low: Double, mode: Double, high: Double
  ) {
    fill(buffer) { $0.triangular(low: low, mode: mode, high: high) }
  }

  /// Fills the buffer with a function of uniform draws above 0 and of the logarithms of another function of them.
  @inline(__always)
  private mutating func fillByLogarithms(
    _ buffer: UnsafeMutableBufferPointer<Double>, of argument: (Double) -> Double,
    _ value: (Double, Double) -> Double
  ) {
    fillByTrials(buffer) { generator, places in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * places.count) { scratch in
        let uniforms = UnsafeMutableBufferPointer(rebasing: scratch[..<places.count])
        let logarithms = UnsafeMutableBufferPointer(rebasing: scratch[places.count...])
        generator.fillUniform(uniforms)
        for index in places.indices { logarithms[index] = argument(uniforms[index]) }
        log(UnsafeBufferPointer(logarithms), into: logarithms)
        var accepted = 0
        for index in places.indices {
          places[index] = value(uniforms[index], logarithms[index])
          accepted += uniforms[index] > 0 ? 1 : 0
        }
        if accepted == places.count { return accepted }
        // Once in 2⁵³ draws.
        for index in places.indices where uniforms[index] == 0 { places[index] = .nan }
        return places.keepNumbers()
      }
    }
  }
}
