extension String {
  /// The text with every character beyond ASCII written in ASCII: `3×10⁻⁷` is `3e-07`, `x²` is `x^2`, `∞` is `inf`.
  ///
  /// What gradus reads back means the same.
  public var asciiForm: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = ""
    let scalars = Array(unicodeScalars)
    var index = 0
    while index < scalars.count {
      if let (text, length) = Self.powerOfTen(scalars[index...], after: result) {
        result += text
        index += length
      } else if Superscript.baseline(scalars[index]) != nil {
        let run = scalars[index...].prefix { Superscript.baseline($0) != nil }
        result += "^"
        for scalar in run { Superscript.baseline(scalar).map { result.unicodeScalars.append($0) } }
        index += run.count
      } else {
        result += Self.asciiSpelling(scalars[index])
        index += 1
      }
    }
    return result
  }

  /// `×10⁻⁷` after a digit is `e-07`.
  private static func powerOfTen(
    _ scalars: ArraySlice<Unicode.Scalar>, after result: String
  ) -> (text: String, length: Int)? {
    guard let last = result.unicodeScalars.last, ("0"..."9").contains(last),
      scalars.prefix(3).elementsEqual(["×", "1", "0"])
    else { return nil }
    let run = scalars.dropFirst(3).prefix { Superscript.baseline($0) != nil }
    guard let exponent = Int(String(String.UnicodeScalarView(run.compactMap(Superscript.baseline)))) else { return nil }
    let digits = String(exponent.magnitude)
    return ("e" + (exponent < 0 ? "-" : "+") + (digits.count < 2 ? "0" : "") + digits, 3 + run.count)
  }

  private static func asciiSpelling(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(Character(scalar)) }
    return asciiSpellings[scalar] ?? drawing(scalar) ?? "?"
  }

  /// What figures are drawn with: lines of boxes, parts of blocks, and braille by where its dots are.
  private static func drawing(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{2800}": " "
    case "\u{2801}"..."\u{28FF}":
      switch (scalar.value & 0x1B != 0, scalar.value & 0xE4 != 0) {
      case (true, false): "'"
      case (false, _): "."
      default: ":"
      }
    case "┤", "┬", "└", "┼": "+"
    case "▁", "▂", "▖", "▗": "."
    case "▔", "▀", "▘", "▝": "'"
    case "▃"..."▅", "▄": ":"
    case "▆"..."▉", "▙"..."▟": "#"
    case "▊"..."▎", "▌", "▐": "|"
    case "░": "."
    case "▒": "+"
    case "▓": "*"
    case "●", "•": "o"
    case "▲": "^"
    case "■": "#"
    case "◆": "*"
    default: nil
    }
  }

  private static let asciiSpellings: [Unicode.Scalar: String] = [
    "×": "*", "·": "*", "÷": "/", "−": "-", "≤": "<=", "≥": ">=", "≠": "!=", "√": "sqrt ", "∞": "inf", "π": "pi",
    "′": "'", "″": "''", "∂": "d", "σ": "sigma", "μ": "mu", "Δ": "d", "α": "alpha", "β": "beta", "λ": "lambda",
    "→": "->", "←": "<-", "…": "...", "–": "-", "—": "-", "±": "+-", "█": "#", "▏": "|", "│": "|", "─": "-",
    "‖": "||", "“": "\"", "”": "\"", "‘": "'", "’": "'", "é": "e", "ö": "o", "ü": "u", "ä": "a", "≈": "~", "∈": "in",
  ]
}
