/// Characters that people and word processors write for the ones on the keyboard.
enum LookAlikes {
  /// The symbol that a character stands for.
  static func symbol(_ scalar: Unicode.Scalar) -> Symbol? {
    switch scalar {
    case "+", "＋": .plus
    case "-", "−", "–", "－", "‐", "‑": .minus
    case "*", "×", "·", "⋅", "∗", "∙", "＊", "✕": .times
    case "/", "÷", "⁄", "∕", "／": .slash
    case "%": .percent
    case "@": .at
    case "^", "＾": .caret
    case "√": .root
    case "<", "＜": .less
    case "≤": .lessOrEqual
    case ">", "＞": .greater
    case "≥": .greaterOrEqual
    case "≠": .notEqual
    case "=", "＝": .assign
    case "(", "（": .leftParenthesis
    case ")", "）": .rightParenthesis
    case "[": .leftBracket
    case "]": .rightBracket
    case ",", "，": .comma
    case ";", "；": .semicolon
    case ":", "：": .colon
    case "|", "｜", "∣": .bar
    case ".": .dot
    case "→", "↦", "⟶", "⟼": .arrow
    default: nil
    }
  }

  /// What to write instead of a character that means something in other languages.
  static func advice(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "!": "the factorial of n is prod(1..n); unequal is != or ≠"
    case "&": "write and"
    case "~": "write not"
    case "{", "}": "a row is written [1, 2], a group (1 + 2)"
    case "?": "help NAME explains a name"
    case "\\": "at the prompt, \\times and Tab makes ×"
    case "$", "%": "write the number alone"
    default: nil
    }
  }

  /// Blank space of any width, the zero-width kind and a byte order mark included.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\r", "\u{A0}", "\u{1680}", "\u{2000}"..."\u{200B}", "\u{202F}", "\u{205F}", "\u{2060}",
      "\u{3000}", "\u{FEFF}":
      true
    default: false
    }
  }

  /// The quotation marks that may close a text opened by this one.
  static func closingQuotes(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar {
    case "\"", "“", "”", "„", "＂": ["\"", "“", "”", "＂"]
    case "'", "‘", "’", "‚": ["'", "‘", "’"]
    default: nil
    }
  }

  /// The number of primes that a character stands for after a name.
  static func primes(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "′", "'", "’", "ʹ": 1
    case "″", "\"": 2
    case "‴": 3
    case "⁗": 4
    default: nil
    }
  }
}
