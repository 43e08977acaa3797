extension Double {
  /// The largest whole number up to this one, without a call into the C library.
  @inline(__always) var floor: Double {
    guard magnitude < 0x1p51 else { return rounded(.down) }
    let nearest = (self + 0x1.8p52) - 0x1.8p52
    return nearest > self ? nearest - 1 : nearest
  }
}
