import Vocabulary

/// Operators of other languages.
extension Advice {
  var and: Failure? {
    guard isStray(position, "&") || isStray(position, "∧") else { return nil }
    let end = isStray(position + 1, "&") ? position + 2 : position + 1
    return offerWord("'\(text(position..<end))' means nothing here", "and", for: position..<end)
  }

  /// `a || b`: two bars behind a value.
  var or: Failure? {
    if isStray(position, "∨") { return offerWord("'∨' means nothing here", "or", for: position..<position + 1) }
    let bars = statement.first { index in
      self.is(index, .bar) && endsOperand(index - 1)
        && (self.is(index + 1, .bar) && isGlued(index + 1)
          && tokens[index].hasSpaceBefore == token(index + 2).hasSpaceBefore
          || index == position && tokens[index].hasSpaceBefore && token(index + 1).hasSpaceBefore)
    }
    guard let bars else { return nil }
    let end = self.is(bars + 1, .bar) && isGlued(bars + 1) ? bars + 2 : bars + 1
    guard startsOperand(end) || token(end).keyword == .not || self.is(end, .minus) || isStray(end, "!") else {
      return nil
    }
    return offerWord("'\(text(bars..<end))' means nothing here", "or", for: bars..<end)
  }

  var not: Failure? {
    guard isStray(position, "!") || isStray(position, "~") || isStray(position, "¬") else { return nil }
    guard !endsOperand(position - 1) || tokens[position].hasSpaceBefore, startsOperand(position + 1) else { return nil }
    let word = name(position + 1)
    let isKnown = word.map { names.contains($0) || isFunction($0) || Constants.isTruth($0) } ?? true
    if position == statement.lowerBound, tokens[position].spelling == "!", !isKnown {
      return say(
        "gradus starts no other programs", at: statement, hint: "leave with Ctrl-D, or open another terminal")
    }
    let text = operand(from: position + 1).map(text) ?? "…"
    var failure = offerWord("'\(tokens[position].spelling)' means nothing here", "not", for: position..<position + 1)
    if !tokens[position + 1].hasSpaceBefore { failure.hint = "write not \(text)" }
    return failure
  }

  var factorial: Failure? {
    guard isStray(position, "!"), let operand = operand(before: position) else { return nil }
    let inner = operand.count == 1 ? text(operand) : text(operand).bracketed
    return offer("'!' means nothing here", "prod(1..\(inner))", for: operand.lowerBound..<position + 1)
  }

  /// `<>`, `===`, `=<`, `=>` for comparisons.
  var comparison: Failure? {
    for index in [position - 1, position] where isGlued(index + 1) {
      let symbol: Symbol? =
        switch (token(index).kind, token(index + 1).kind) {
        case (.symbol(.less), .symbol(.greater)): .notEqual
        case (.symbol(.equal), .symbol(.assign)): .equal
        case (.symbol(.notEqual), .symbol(.assign)): .notEqual
        case (.symbol(.assign), .symbol(.less)): .lessOrEqual
        case (.symbol(.assign), .symbol(.greater)): .greaterOrEqual
        default: nil
        }
      if let symbol, statement.contains(index), endsOperand(index - 1) {
        let range = index..<index + 2
        return offer(
          "'\(text(range))' is no comparison", symbol.rawValue, for: range, at: range)
      }
    }
    return nil
  }

  /// `x++` and `x--`.
  var increment: Failure? {
    for symbol in [Symbol.plus, .minus] {
      let first = statement.lowerBound
      let isBehind =
        statement.count == 3 && name(first) != nil && self.is(first + 1, symbol) && self.is(first + 2, symbol)
      guard isBehind, isGlued(first + 2), let name = name(first) else { continue }
      let sign = symbol.rawValue
      return offer(
        "there is no \(sign)\(sign)", "\(name) = \(name) \(sign) 1", for: statement, at: first + 1..<first + 3)
    }
    return nil
  }

  /// `x += 1`
  var compoundAssignment: Failure? {
    let first = statement.lowerBound
    guard let name = name(first), position == first + 2, self.is(position, .assign), isGlued(position),
      case .symbol(let symbol) = tokens[first + 1].kind, let sign = symbol.binaryOperator,
      position + 1 < statement.upperBound
    else { return nil }
    let right = position + 1..<statement.upperBound
    let operand = right.count == 1 ? text(right) : text(right).bracketed
    let spaced = sign == .power ? "^" : " \(sign.rawValue) "
    return offer(
      "there is no \(text(first + 1..<position + 1))", "\(name) = \(name)\(spaced)\(operand)", for: statement,
      at: first + 1..<position + 1)
  }

  /// `5%` for five hundredths.
  var percent: Failure? {
    guard let index = [position - 1, position, position - 2].first(where: { self.is($0, .percent) && isGlued($0) }),
      case .number = token(index - 1).kind, !startsOperand(index + 1) || isName(index + 1, "of")
    else { return nil }
    var text = "\(text(index - 1..<index))/100"
    let needsBrackets: [Symbol] = [.slash, .percent, .at, .caret]
    if case .symbol(let before) = token(index - 2).kind, needsBrackets.contains(before) { text = text.bracketed }
    let message = "% is the remainder, and needs a number after it"
    guard isName(index + 1, "of") else {
      return offer(message, text, for: index - 1..<index + 1, at: index..<index + 1)
    }
    return offer(message, text + " ×", for: index - 1..<index + 2, at: index..<index + 1)
  }

  /// Operators that are words elsewhere.
  private static let wordOperators = [
    "mod": "%", "MOD": "%", "rem": "%", "is": "==", "equals": "==", "isnt": "!=", "times": "×", "plus": "+",
    "minus": "-",
    "AND": "and", "OR": "or",
  ]

  /// `7 mod 3`, `x is 3`
  var wordOperator: Failure? {
    guard let name = name(position), let sign = Self.wordOperators[name], !names.contains(name),
      endsOperand(position - 1)
    else { return nil }
    return offer("'\(name)' is no operator", sign, for: position..<position + 1, at: position..<position + 1)
  }

  /// `7 // 2` and `7 div 2`
  var floorDivision: Failure? {
    let isSlashes = self.is(position, .slash) && self.is(position - 1, .slash) && isGlued(position)
    guard isSlashes || name(position) == "div" else { return nil }
    let sign = isSlashes ? position - 1..<position + 1 : position..<position + 1
    guard let last = operand(from: sign.upperBound), var first = operand(before: sign.lowerBound) else { return nil }
    while case .symbol(let symbol) = token(first.lowerBound - 1).kind, [.times, .slash, .percent].contains(symbol),
      let more = operand(before: first.lowerBound - 1)
    { first = more.lowerBound..<first.upperBound }
    return offer(
      "'\(text(sign))' is no operator", "floor(\(text(first)) / \(text(last)))",
      for: first.lowerBound..<last.upperBound, at: sign)
  }

  /// `30°`
  var degrees: Failure? {
    guard isStray(position, "°"), let operand = operand(before: position) else { return nil }
    return offer(
      "angles are in radians", "\(text(operand)) × π / 180", for: operand.lowerBound..<position + 1,
      at: position..<position + 1)
  }

  /// Signs that word processors and textbooks have.
  var typographic: Failure? {
    let range = position..<position + 1
    guard statement.contains(position), case .stray = tokens[position].kind else { return nil }
    let sign = tokens[position].spelling
    if let fraction = Self.fractions[sign] {
      let glued = isGlued(position) && endsOperand(position - 1)
      return offer(
        "'\(sign)' means nothing here", glued ? " + \(fraction)" : fraction, for: range, hint: "write \(fraction)")
    }
    switch sign {
    case "∛", "∜":
      guard let operand = operand(from: position + 1) else { return nil }
      return offer(
        "'\(sign)' means nothing here", "\(text(operand))^(1/\(sign == "∛" ? 3 : 4))",
        for: position..<operand.upperBound, at: range)
    case "…": return offer("'…' means nothing here", "..", for: range)
    case "≈", "≡": return offer("'\(sign)' means nothing here", "==", for: range)
    default: return nil
    }
  }

  /// `5-²`: the minus of an exponent is written high too.
  var lowMinus: Failure? {
    guard case .superscript(let exponent) = token(position).kind, self.is(position - 1, .minus), isGlued(position),
      isGlued(position - 1), endsOperand(position - 2), let whole = Int(exactly: exponent)
    else { return nil }
    return offer(
      "an exponent has nothing to raise here", Superscript.text(-whole), for: position - 1..<position + 1,
      at: position..<position + 1)
  }

  private static let fractions = [
    "½": "(1/2)", "⅓": "(1/3)", "⅔": "(2/3)", "¼": "(1/4)", "¾": "(3/4)", "⅕": "(1/5)", "⅛": "(1/8)",
  ]

  /// `name?` and `?name`
  var questionMark: Failure? {
    guard isStray(position, "?"), statement.count == 2,
      let name = name(statement.lowerBound) ?? name(statement.lowerBound + 1)
    else { return nil }
    return offer("'?' means nothing here", "help \(name)", for: statement)
  }

  /// `P(N = 0)`: the learner's own name before `=` is no argument's.
  var labelEquality: Failure? {
    guard case .argument(let label) = failure.subject, names.contains(label), let place = failure.span?.lowerBound,
      let index = statement.first(where: { tokens[$0].span.lowerBound == place }), self.is(index + 1, .assign)
    else { return nil }
    return offer(nil, "==", for: index + 1..<index + 2, at: index..<index + 1, hint: "to compare, write ==")
  }

  /// `=` where a comparison is meant, or an equation.
  var equality: Failure? {
    guard self.is(position, .assign), position > statement.lowerBound, position + 1 < statement.upperBound else {
      return nil
    }
    let first = statement.lowerBound
    if position == first + 1, case .number = tokens[first].kind, statement.count == 3, let name = name(first + 2),
      !names.contains(name), !isFunction(name), Constants.value(of: name) == nil
    {
      return offer("only a name can be given a value", "\(name) = \(text(first..<first + 1))", for: statement)
    }
    return offer(nil, "==", for: position..<position + 1, hint: failure.hint ?? "to compare, write ==")
  }
}

extension String {
  /// In brackets, unless it stands in a pair of its own already.
  var bracketed: String {
    guard hasPrefix("("), hasSuffix(")") else { return "(\(self))" }
    var depth = 0
    for (index, character) in zip(indices, self) {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if depth == 0, self.index(after: index) != endIndex { return "(\(self))" }
    }
    return self
  }
}
