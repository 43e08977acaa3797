import Vocabulary

/// Cuts a source into tokens.
///
/// Line ends inside brackets and after an operator are white space; elsewhere they are tokens.
struct Lexer {
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [Token] = []
  /// The brackets that are open, innermost last.
  private var open: [(symbol: Symbol, span: Range<Int>)] = []

  /// Throws a failure of kind `syntax` at a character that means nothing or a bracket that does not match, `unfinished`
  /// where a text or a bracket is still open at the end.
  static func tokens(of source: String) throws(Failure) -> [Token] {
    var lexer = Lexer(bytes: Array(source.utf8))
    return try lexer.run()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() throws(Failure) -> [Token] {
    tokens.reserveCapacity(bytes.count / 2 + 2)
    while true {
      let hasSpace = skipSpace()
      guard position < bytes.count else { break }
      try lexToken(after: hasSpace)
    }
    if let opener = open.last {
      throw Failure(.unfinished, "'\(opener.symbol.rawValue)' is never closed", at: opener.span)
    }
    add(.end, from: position, spelling: "", after: true)
    return tokens
  }

  /// Passes over white space and comments; whether there was any.
  private mutating func skipSpace() -> Bool {
    let start = position
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      } else if bytes[position] == UInt8(ascii: "\n"), isLineContinued {
        position += 1
      } else {
        let (scalar, length) = scalar(at: position)
        guard LookAlikes.isSpace(scalar) else { break }
        position += length
      }
    }
    return position > start || position == 0
  }

  private var isLineContinued: Bool {
    if !open.isEmpty { return true }
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .symbol(let symbol): return symbol.binaryOperator != nil || [.assign, .comma, .root, .dots].contains(symbol)
    case .name(let name): return Keyword(rawValue: name) != nil
    case .newline: return true
    default: return false
    }
  }

  private mutating func lexToken(after hasSpace: Bool) throws(Failure) {
    let start = position
    let (scalar, length) = scalar(at: position)
    if scalar == "\n" {
      position += 1
      add(.newline, from: start, spelling: "", after: hasSpace)
    } else if ("0"..."9").contains(scalar) || (scalar == "." && isDigit(at: position + 1)) {
      lexNumber(after: hasSpace)
    } else if Superscript.baseline(scalar) != nil {
      lexSuperscript(after: hasSpace)
    } else if scalar.isASCII, isNameStart(scalar) {
      lexName(after: hasSpace)
    } else if let primes = LookAlikes.primes(scalar), !hasSpace, canBePrimed {
      position += length
      add(.prime(primes), from: start, spelling: String(repeating: "′", count: primes), after: false)
    } else if let quotes = LookAlikes.closingQuotes(scalar) {
      try lexText(closedBy: quotes, after: hasSpace)
    } else if let symbol = LookAlikes.symbol(scalar) {
      position += length
      try lexSymbol(symbol, from: start, after: hasSpace)
    } else if isNameStart(scalar) {
      lexName(after: hasSpace)
    } else if scalar == "!", position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "=") {
      position += 2
      add(.symbol(.notEqual), from: start, spelling: Symbol.notEqual.rawValue, after: hasSpace)
    } else {
      position += length
      let message = "\(Self.quoted(scalar)) means nothing here"
      add(.stray(message, hint: LookAlikes.advice(for: scalar)), from: start, spelling: "\(scalar)", after: hasSpace)
    }
  }

  private static func quoted(_ scalar: Unicode.Scalar) -> String {
    scalar.properties.generalCategory == .control
      ? "the control character U+\(String(scalar.value, radix: 16, uppercase: true))" : "'\(scalar)'"
  }

  // MARK: Kinds of token

  private mutating func lexNumber(after hasSpace: Bool) {
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
    add(.number(NumberLiteral.value(of: spelling)), from: start, spelling: spelling, after: hasSpace)
  }

  private mutating func skipDigits() {
    while isDigit(at: position)
      || (position < bytes.count && bytes[position] == UInt8(ascii: "_") && isDigit(at: position + 1))
    {
      position += 1
    }
  }

  private mutating func lexSuperscript(after hasSpace: Bool) {
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
      add(.superscriptName("n"), from: start, spelling: spelling, after: hasSpace)
    } else if let number = NumberLiteral.whole(content) {
      add(.superscript(number), from: start, spelling: spelling, after: hasSpace)
    } else {
      let message = "'\(spelling)' is no exponent"
      add(
        .stray(message, hint: "write a whole number, or ^( … )"), from: start, spelling: spelling, after: hasSpace)
    }
  }

  private mutating func lexName(after hasSpace: Bool) {
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
    add(.name(name), from: start, spelling: name, after: hasSpace)
  }

  private mutating func lexText(closedBy quotes: [Unicode.Scalar], after hasSpace: Bool) throws(Failure) {
    let start = position
    position += scalar(at: position).length
    var content = String.UnicodeScalarView()
    while position < bytes.count {
      let (scalar, length) = scalar(at: position)
      position += length
      if quotes.contains(scalar) {
        let text = String(content)
        add(.text(text), from: start, spelling: "\"\(text)\"", after: hasSpace)
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
    throw Failure(.unfinished, "the text that begins here is never closed", at: start..<start + 1)
  }

  private mutating func lexSymbol(_ first: Symbol, from start: Int, after hasSpace: Bool) throws(Failure) {
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
        default: nil
        }
      if let pair, first != .times || bytes[start] == UInt8(ascii: "*") {
        symbol = pair
        position += 1
      }
    }
    let span = start..<position
    if symbol.closing != nil {
      open.append((symbol, span))
    } else if symbol == .rightParenthesis || symbol == .rightBracket {
      guard let opener = open.popLast() else {
        throw Failure(.syntax, "'\(symbol.rawValue)' closes nothing", at: span)
      }
      guard opener.symbol.closing == symbol else {
        throw Failure(
          .syntax, "'\(symbol.rawValue)' does not close the '\(opener.symbol.rawValue)' before it", at: span,
          hint: opener.symbol.closing.map { "put '\($0.rawValue)'" })
      }
    }
    add(.symbol(symbol), from: start, spelling: symbol.rawValue, after: hasSpace)
  }

  // MARK: Characters

  private mutating func add(_ kind: Token.Kind, from start: Int, spelling: String, after hasSpace: Bool) {
    tokens.append(Token(kind: kind, span: start..<position, hasSpaceBefore: hasSpace, spelling: spelling))
  }

  /// Only a name or a closing parenthesis can be differentiated.
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
