extension String {
  /// The text with what would steer a terminal made visible: control characters as their pictures (`␛`), and what turns
  /// the direction of writing or breaks lines unseen as `�`. A tab becomes a space.
  ///
  /// A line end stays where `keepsLines`, else it is `⏎`.
  public func visible(keepsLines: Bool = false) -> String {
    guard unicodeScalars.contains(where: \.steers) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" && keepsLines ? $0 : $0.visible }))
  }
}

extension Unicode.Scalar {
  /// Whether a terminal or a page could do something else with it than show it.
  fileprivate var steers: Bool { visible != self }

  /// The scalar, or the sign that stands for it where it would steer a terminal.
  public var visible: Unicode.Scalar {
    switch value {
    case 0x09: " "
    case 0x0A: "⏎"
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "␡"
    case 0x80..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: self
    }
  }
}
