extension Double {
  /// The largest whole number up to this one, without a call into the C library.
  @inline(__always) var floor: Double {
    guard magnitude < 0x1p51 else { return rounded(.down) }
    let nearest = (self + 0x1.8p52) - 0x1.8p52
    // A difference rather than a choice, so that the compiler makes no jump of it, which could not be foreseen.
    let excess: Double = nearest > self ? 1 : 0
    return nearest - excess
  }
}
