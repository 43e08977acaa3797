extension Double {
  /// The bits that go into a file; those of every nan are NumPy's, since processors make nans of other bits, negative ones
  /// on x86-64, positive ones on ARM.
  public var storedBits: UInt64 { isNaN ? 0x7FF8_0000_0000_0000 : bitPattern }
}
