import Vocabulary

/// Cuts any text into tokens that cover it without gaps.
///
/// It never fails: what cannot be read is a token too. Parser, completion, highlighting and the lessons all read these
/// tokens, so that they agree on what a text, a comment or a number is.
package struct Lexer {
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [Token] = []

  /// The tokens of a source, spaces and comments included; the last is `end`.
  package static func tokens(of source: String) -> [Token] {
    var lexer = Lexer(bytes: Array(source.utf8))
    return lexer.run()
  }

  /// The tokens of a line that goes on with a text which a line before it has opened by a quotation mark.
  package static func tokens(of source: String, inTextOpenedBy quote: Unicode.Scalar) -> [Token] {
    var lexer = Lexer(bytes: Array(source.utf8))
    lexer.lexText(closedBy: LookAlikes.closingQuotes(quote) ?? [], from: 0)
    return lexer.run()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() -> [Token] {
    tokens.reserveCapacity(bytes.count / 2 + 2)
    while position < bytes.count { lexToken() }
    add(.end, from: position, spelling: "")
    return tokens
  }

  private mutating func lexToken() {
    let start = position
    let (scalar, length) = scalar(at: position)
    if scalar == "\n" {
      position += 1
      add(.newline, from: start, spelling: "")
    } else if LookAlikes.isSpace(scalar) {
      skip(while: LookAlikes.isSpace)
      add(.space, from: start, spelling: " ")
    } else if scalar == "#" {
      skip { $0 != "\n" }
      add(.comment, from: start, spelling: "")
    } else if ("0"..."9").contains(scalar) || (scalar == "." && isDigit(at: position + 1)) {
      lexNumber()
    } else if Superscript.baseline(scalar) != nil {
      lexSuperscript()
    } else if scalar.isASCII, isNameStart(scalar) {
      lexName()
    } else if let primes = LookAlikes.primes(scalar), canBePrimed {
      position += length
      add(.prime(primes), from: start, spelling: String(repeating: "′", count: primes))
    } else if let quotes = LookAlikes.closingQuotes(scalar) {
      position += length
      lexText(closedBy: quotes, from: start)
    } else if let symbol = LookAlikes.symbol(scalar) {
      position += length
      lexSymbol(symbol, from: start)
    } else if isNameStart(scalar) {
      lexName()
    } else if scalar == "!", position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "=") {
      position += 2
      add(.symbol(.notEqual), from: start, spelling: Symbol.notEqual.rawValue)
    } else {
      position += length
      let message = "\(Self.quoted(scalar)) means nothing here"
      add(.stray(message, hint: LookAlikes.advice(for: scalar)), from: start, spelling: "\(scalar)")
    }
  }

  private static func quoted(_ scalar: Unicode.Scalar) -> String {
    scalar.properties.generalCategory == .control
      ? "the control character U+\(String(scalar.value, radix: 16, uppercase: true))" : "'\(scalar)'"
  }

  // MARK: Kinds of token

  private mutating func lexNumber() {
    let start = position
    skipDigits()
    if position < bytes.count, bytes[position] == UInt8(ascii: "."), isDigit(at: position + 1) {
      position += 1
      skipDigits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      let hasSign = position + 1 < bytes.count && [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[position + 1])
      if isDigit(at: position + (hasSign ? 2 : 1)) {
        position += hasSign ? 2 : 1
        skipDigits()
      }
    }
    let digits = bytes[start..<position]
    let underscore = UInt8(ascii: "_")
    let spelling =
      digits.contains(underscore)
      ? String(decoding: digits.filter { $0 != underscore }, as: UTF8.self) : String(decoding: digits, as: UTF8.self)
    add(.number(NumberLiteral.value(of: spelling)), from: start, spelling: spelling)
  }

  private mutating func skipDigits() {
    while isDigit(at: position)
      || (position < bytes.count && bytes[position] == UInt8(ascii: "_") && isDigit(at: position + 1))
    {
      position += 1
    }
  }

  private mutating func lexSuperscript() {
    let start = position
    var content: [UInt8] = []
    while position < bytes.count {
      let (scalar, length) = scalar(at: position)
      guard let baseline = Superscript.baseline(scalar) else { break }
      content.append(UInt8(truncatingIfNeeded: baseline.value))
      position += length
    }
    let spelling = String(decoding: bytes[start..<position], as: UTF8.self)
    if content == [UInt8(ascii: "n")] {
      add(.superscriptName("n"), from: start, spelling: spelling)
    } else if let number = NumberLiteral.whole(content) {
      add(.superscript(number), from: start, spelling: spelling)
    } else {
      let message = "'\(spelling)' is no exponent"
      add(
        .stray(message, hint: "write a whole number, or ^( … )"), from: start, spelling: spelling)
    }
  }

  private mutating func lexName() {
    let start = position
    while position < bytes.count {
      let (scalar, length) = scalar(at: position)
      guard isNameStart(scalar) || isNamePart(scalar), Superscript.baseline(scalar) == nil || scalar.isASCII else {
        break
      }
      position += length
      if scalar == "∞" { break }
    }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    add(.name(name), from: start, spelling: name)
  }

  /// The rest of a text whose opening mark has been passed.
  private mutating func lexText(closedBy quotes: [Unicode.Scalar], from start: Int) {
    var content = String.UnicodeScalarView()
    while position < bytes.count {
      let (scalar, length) = scalar(at: position)
      position += length
      if quotes.contains(scalar) {
        let text = String(content)
        add(.text(text), from: start, spelling: "\"\(text)\"")
        return
      }
      if scalar == "\\", position < bytes.count {
        let (escaped, length) = self.scalar(at: position)
        position += length
        content.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
      } else {
        content.append(scalar)
      }
    }
    let text = String(content)
    add(.openText(text), from: start, spelling: (bytes[start] == UInt8(ascii: "'") ? "'" : "\"") + text)
  }

  private mutating func lexSymbol(_ first: Symbol, from start: Int) {
    var symbol = first
    if position < bytes.count {
      let next = bytes[position]
      let pair: Symbol? =
        switch (first, next) {
        case (.times, UInt8(ascii: "*")): .caret
        case (.less, UInt8(ascii: "=")): .lessOrEqual
        case (.greater, UInt8(ascii: "=")): .greaterOrEqual
        case (.assign, UInt8(ascii: "=")): .equal
        case (.dot, UInt8(ascii: ".")): .dots
        case (.minus, UInt8(ascii: ">")): .arrow
        default: nil
        }
      if let pair, first != .times || bytes[start] == UInt8(ascii: "*") {
        symbol = pair
        position += 1
      }
    }
    add(.symbol(symbol), from: start, spelling: symbol.rawValue)
  }

  // MARK: Characters

  private mutating func add(_ kind: Token.Kind, from start: Int, spelling: String) {
    let hasSpace = tokens.last.map { $0.isBlank || $0.kind == .newline } ?? true
    tokens.append(Token(kind: kind, span: start..<position, hasSpaceBefore: hasSpace, spelling: spelling))
  }

  private mutating func skip(while holds: (Unicode.Scalar) -> Bool) {
    while position < bytes.count {
      let (scalar, length) = scalar(at: position)
      guard holds(scalar) else { return }
      position += length
    }
  }

  /// Only what is glued to a name or a closing parenthesis can differentiate it.
  private var canBePrimed: Bool {
    switch tokens.last?.kind {
    case .name, .prime, .symbol(.rightParenthesis): true
    default: false
    }
  }

  private func isDigit(at index: Int) -> Bool {
    index < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
  }

  private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    return scalar == "∞" || scalar.properties.isAlphabetic
  }

  private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("₀"..."₉").contains(scalar) || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The character at an offset and its length in bytes; the bytes come from a string, so they are valid UTF-8.
  private func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for byte in bytes[(index + 1)..<min(index + length, bytes.count)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

/// Names that have a meaning in the grammar and can name nothing else.
package enum Keyword: String, CaseIterable {
  case `if`, then, `else`, `for`, `in`, and, or, not
}

/// Numbers from their digits.
private enum NumberLiteral {
  /// The double nearest to a decimal number; nan where the text is none.
  ///
  /// Up to 15 digits and a power of ten up to 22 are exact doubles, so that one division rounds correctly (Clinger 1990); all
  /// else is left to the library.
  static func value(of text: String) -> Double {
    var digits = 0
    var count = 0
    var fraction = 0
    var isFraction = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        count += 1
        if isFraction { fraction += 1 }
        if count > 15 { return Double(text) ?? .nan }
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      default: return Double(text) ?? .nan
      }
    }
    return count == 0 ? .nan : Double(digits) / powersOfTen[fraction]
  }

  /// A whole number with or without sign; nil where there are no digits or something else.
  static func whole(_ characters: [UInt8]) -> Double? {
    let sign = characters.first == UInt8(ascii: "-") ? -1.0 : 1
    let hasSign = sign < 0 || characters.first == UInt8(ascii: "+")
    let digits = hasSign ? characters.dropFirst() : characters[...]
    guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return sign * value(of: String(decoding: digits, as: UTF8.self))
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
