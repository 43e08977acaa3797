/// Amounts of memory in words: `8 TB`.
public enum ByteCount {
  /// At most three digits and a decimal unit.
  public static func text(_ bytes: Double) -> String {
    var amount = bytes
    for unit in ["bytes", "kB", "MB", "GB", "TB", "PB"] {
      if amount < 999.5 { return "\(NumberStyle(digits: 3).text(amount)) \(unit)" }
      amount /= 1000
    }
    return "\(NumberStyle(digits: 3).text(amount)) EB"
  }
}
