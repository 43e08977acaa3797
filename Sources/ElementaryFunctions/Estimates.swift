/// The natural logarithm of a positive number of normal size to 10⁻⁷, absolutely: for decisions that are seldom so close
/// that a better one must be taken.
@inline(__always) public func estimatedLog(_ x: Double) -> Double {
  let bits = x.bitPattern
  let moved = bits &- 0x3FE6_9555_0000_0000
  let row = 3 &* Int(truncatingIfNeeded: moved &>> 45 & 127)
  let k = Double(Int32(truncatingIfNeeded: Int64(bitPattern: moved) &>> 52))
  let significand = Double(bitPattern: bits &- (moved & 0xFFF0_0000_0000_0000))
  let r = significand * LogarithmTable.entries[row] - 1
  return (k * 0x1.62e42fefa39efp-1 + LogarithmTable.entries[row + 1]) + (r - 0.5 * r * r)
}

/// e to the power of a number from -700 to 700 to 10⁻⁸, relatively.
@inline(__always) public func estimatedExp(_ x: Double) -> Double {
  let shifted = x * 0x1.71547652b82fep7 + 0x1.8p52
  let r = x - (shifted - 0x1.8p52) * 0x1.62e42fefa39efp-8
  let index = shifted.bitPattern
  let base = ExponentialTable.entries[2 &* Int(truncatingIfNeeded: index & 127)]
  return (base + base * (r + 0.5 * r * r)) * Double(bitPattern: (index &>> 7 &+ 1023) &<< 52)
}
