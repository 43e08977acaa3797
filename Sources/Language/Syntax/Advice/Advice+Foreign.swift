import Vocabulary

/// Calls of other languages for which there is a notation here.
extension Advice {
  /// How a call is written here, its arguments numbered from 0.
  private static let notations: [String: (arguments: Int, text: String)] = [
    "print": (1, "0"), "disp": (1, "0"), "float": (1, "0"), "pow": (2, "0^1"), "power": (2, "0^1"),
    "square": (1, "0²"), "reciprocal": (1, "0⁻¹"), "factorial": (1, "prod(1..0)"), "append": (2, "concatenate(0, [1])"),
    "dot": (2, "0 @ 1"), "matmul": (2, "0 @ 1"), "mod": (2, "0 % 1"), "fmod": (2, "0 % 1"), "add": (2, "0 + 1"),
    "subtract": (2, "0 - 1"), "multiply": (2, "0 × 1"), "divide": (2, "0 / 1"), "ifelse": (3, "if 0 then 1 else 2"),
    "array": (1, "0"), "tensor": (1, "0"),
  ]

  /// `pow(2, 3)`, `np.square(v)`, `range(5)`
  var foreignCall: Failure? {
    guard names.variables != nil, !isDefinition else { return nil }
    for index in statement {
      guard let name = name(index), self.is(index + 1, .leftParenthesis), isGlued(index + 1), !names.contains(name),
        !binds(name), lexicon.number(of: name) == nil, let close = closing(index + 1)
      else { continue }
      let arguments = arguments(index + 2..<close)
      guard let text = name == "range" ? counted(index..<close + 1) : notation(name, arguments) else { continue }
      let isModule = self.is(index - 1, .dot) && self.name(index - 2).map { !names.contains($0) } ?? false
      if self.is(index - 1, .dot), !isModule { continue }
      let start = isModule ? index - 2 : index
      let isOperand = isBinary(start - 1) || isBinary(close + 1) || isRaised(close + 1)
      let range = start..<close + 1
      let failure = lexicon.unknown(name, "there is no function '\(name)'", at: tokens[index].span)
      return Failure(
        .name, failure.message, about: .name(name), at: tokens[index].span, hint: "write \(text)",
        fix: Failure.Fix(
          replacing: span(range),
          with: isOperand && (Self.notations[name]?.text ?? text).contains(" ") ? text.bracketed : text))
    }
    return nil
  }

  private func notation(_ name: String, _ arguments: [Range<Int>]) -> String? {
    guard let notation = Self.notations[name], arguments.count == notation.arguments else { return nil }
    let isAlone = notation.text == "0" || notation.text.hasPrefix("if ")
    return notation.text.map { character in
      guard let place = character.wholeNumberValue, place < arguments.count else {
        return String(character)
      }
      let argument = arguments[place]
      return isAlone || operand(from: argument.lowerBound) == argument ? text(argument) : text(argument).bracketed
    }.joined()
  }

  private var isDefinition: Bool {
    guard name(statement.lowerBound) != nil, self.is(statement.lowerBound + 1, .leftParenthesis),
      isGlued(statement.lowerBound + 1),
      let close = closing(statement.lowerBound + 1)
    else { return false }
    return self.is(close + 1, .assign)
  }

  private func arguments(_ range: Range<Int>) -> [Range<Int>] {
    var arguments: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let argument = expression(from: start)
      if argument.isEmpty { return [] }
      arguments.append(argument)
      start = argument.upperBound + 1
    }
    return arguments
  }

  private func isBinary(_ index: Int) -> Bool {
    guard statement.contains(index), case .symbol(let symbol) = tokens[index].kind else { return false }
    return symbol.binaryOperator != nil
  }

  private func isRaised(_ index: Int) -> Bool {
    guard statement.contains(index) else { return false }
    return switch tokens[index].kind {
    case .superscript, .superscriptName: true
    default: false
    }
  }

  /// `log(8, 2)` and `log(8, base=2)`: a logarithm to another base than e.
  var logarithmBase: Failure? {
    guard let place = failure.span?.lowerBound,
      let extra = statement.first(where: { tokens[$0].span.lowerBound == place }), let open = opener(around: extra),
      self.is(open, .leftParenthesis), isGlued(open), name(open - 1) == "log", let close = closing(open)
    else { return nil }
    let arguments = arguments(open + 1..<close)
    guard arguments.count == 2 else { return nil }
    var base = arguments[1]
    if isName(base.lowerBound, "base"), self.is(base.lowerBound + 1, .assign) {
      base = base.lowerBound + 2..<base.upperBound
    }
    // `log(0,5)` is a decimal number.
    guard !base.isEmpty, !base.contains(where: { self.is($0, .assign) }), text(arguments[0]) != "0" else { return nil }
    let argument = text(arguments[0])
    let call =
      switch text(base) {
      case "2", "10": "log\(text(base))(\(argument))"
      case "e", "ℯ": "log(\(argument))"
      default: "log(\(argument)) / log(\(text(base)))"
      }
    let isOperand = isBinary(open - 2) || isBinary(close + 1) || isRaised(close + 1)
    return offer(
      nil, isOperand && call.contains(" / ") ? call.bracketed : call, for: open - 1..<close + 1,
      hint: "the base of log is e: write \(call)")
  }

  /// `mean(1, 2, 3)`: the elements of a vector as arguments.
  var rowOfArguments: Failure? {
    guard let place = failure.span?.lowerBound,
      let extra = statement.first(where: { tokens[$0].span.lowerBound == place }), let open = opener(around: extra),
      self.is(open, .leftParenthesis), isGlued(open), let name = name(open - 1), let close = closing(open),
      lexicon[name]?.parameters.first?.domain.parts.contains(where: { $0 == .vector || $0 == .any }) ?? false
    else { return nil }
    let inner = open + 1..<close
    guard !inner.contains(where: { self.is($0, .assign) }) else { return nil }
    return offer(nil, "\(name)([\(text(inner))])", for: open - 1..<close + 1)
  }
}
