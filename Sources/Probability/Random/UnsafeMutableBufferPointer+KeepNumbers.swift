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
