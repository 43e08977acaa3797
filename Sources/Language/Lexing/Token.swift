import Vocabulary

/// The smallest piece of a line that has a meaning.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case number(Double)
    case name(String)
    case text(String)
    /// A whole number written high, as in `x²`.
    case superscript(Double)
    /// A name written high, as in `xⁿ`.
    case superscriptName(String)
    /// `′`, `″`: how many times to differentiate what stands before.
    case prime(Int)
    case symbol(Symbol)
    /// What means nothing where it stands: what is wrong with it, and what to do.
    case stray(String, hint: String?)
    case newline
    case end
  }

  let kind: Kind
  /// UTF-8 offsets into the source.
  let span: Range<Int>
  /// Whether white space stands before it.
  let hasSpaceBefore: Bool
  /// The token as gradus spells it, look-alikes replaced.
  let spelling: String

  func `is`(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
}

/// Operators and punctuation, each with the spelling that gradus prints.
enum Symbol: String, Sendable {
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

  /// The operator between two values that the symbol stands for.
  var binaryOperator: BinaryOperator? {
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
  var closing: Symbol? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    default: nil
    }
  }
}
