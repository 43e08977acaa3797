extension String {
  /// The text in one line that can be shown anywhere: control characters as their pictures, those that turn the direction of
  /// writing replaced, and cut where it is longer.
  func shown(atMost length: Int = .max) -> String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in unicodeScalars.enumerated() {
      if index == length {
        result.append("…")
        break
      }
      result.append(scalar.shown)
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var shown: Unicode.Scalar {
    switch value {
    case 0x0A: "⏎"
    case 0x09: " "
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "␡"
    case 0x80..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
    default: self
    }
  }
}
