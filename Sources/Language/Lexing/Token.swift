import Vocabulary

/// The smallest piece of a text; the tokens of a text cover it without gaps.
package struct Token: Sendable {
  package enum Kind: Sendable, Equatable {
    case number(Double)
    case name(String)
    case text(String)
    /// A text that reaches to the end because no quotation mark closes it.
    case openText(String)
    /// A whole number written high, as in `x²`.
    case superscript(Double)
    /// A name written high, as in `xⁿ`.
    case superscriptName(String)
    /// `′`, `″`: how many times to differentiate what stands before.
    case prime(Int)
    case symbol(Symbol)
    /// What means nothing where it stands: what is wrong with it, and what to do.
    case stray(String, hint: String?)
    /// White space other than line ends.
    case space
    case comment
    case newline
    case end
  }

  package let kind: Kind
  /// UTF-8 offsets into the source.
  package let span: Range<Int>
  /// Whether white space, a comment or nothing stands before it.
  package let hasSpaceBefore: Bool
  /// The token as gradus spells it, look-alikes replaced.
  package let spelling: String

  package func `is`(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }

  /// The keyword that it is, if any.
  package var keyword: Keyword? {
    if case .name(let name) = kind { Keyword(rawValue: name) } else { nil }
  }

  /// Whether the parser passes over it.
  package var isBlank: Bool { kind == .space || kind == .comment }

  /// Whether it is more than white space, a comment or an end.
  package var isWord: Bool { !isBlank && kind != .newline && kind != .end }
}

/// Operators and punctuation, each with the spelling that gradus prints.
package enum Symbol: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "×"
  case slash = "/"
  case percent = "%"
  case at = "@"
  case caret = "^"
  case root = "√"
  case less = "<"
  case lessOrEqual = "≤"
  case greater = ">"
  case greaterOrEqual = "≥"
  case equal = "=="
  case notEqual = "≠"
  case assign = "="
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case comma = ","
  case semicolon = ";"
  case colon = ":"
  case bar = "|"
  case dots = ".."
  case dot = "."
  case arrow = "->"

  /// The operator between two values that the symbol stands for.
  package var binaryOperator: BinaryOperator? {
    switch self {
    case .plus: .add
    case .minus: .subtract
    case .times: .multiply
    case .slash: .divide
    case .percent: .remainder
    case .at: .matrixProduct
    case .caret: .power
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    default: nil
    }
  }

  /// The bracket that closes this one.
  package var closing: Symbol? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    default: nil
    }
  }
}
