/// The words of a stream, four at a time.
///
/// One step is `s ↦ a s + c`, and each must wait for the one before; k steps at once are
/// `s ↦ aᵏ s + (1 + a + … + aᵏ⁻¹) c`, so here four products are formed side by side. The words are the same.
struct FourWords {
  private static let multiplierSquared: UInt128 = 0x17bc_e35b_df69_743c_529e_d9eb_20e0_ae99
  private static let multiplierCubed: UInt128 = 0x25f0_4140_4bd8_0e82_eb5a_e837_ed42_153d
  private static let multiplierToTheFourth: UInt128 = 0xf4dd_4173_27db_7a9b_d194_dfbe_42d4_5771

  /// The state after the words that have been taken.
  var state: UInt128
  private let first: UInt128
  private let second: UInt128
  private let third: UInt128
  private let fourth: UInt128

  @inline(__always) init(_ generator: PCG64) {
    state = generator.state
    first = generator.increment
    second = first &* PCG64.multiplier &+ generator.increment
    third = second &* PCG64.multiplier &+ generator.increment
    fourth = third &* PCG64.multiplier &+ generator.increment
  }

  @inline(__always) mutating func next() -> (UInt64, UInt64, UInt64, UInt64) {
    let one = state &* PCG64.multiplier &+ first
    let two = state &* Self.multiplierSquared &+ second
    let three = state &* Self.multiplierCubed &+ third
    state = state &* Self.multiplierToTheFourth &+ fourth
    return (PCG64.word(of: one), PCG64.word(of: two), PCG64.word(of: three), PCG64.word(of: state))
  }
}
