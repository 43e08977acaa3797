import Vocabulary

/// Calls and products as a blackboard has them.
extension Advice {
  /// `sin²(x)`, `sin² x`, `tanh^2(x)`, `sin⁻¹(x)`
  var functionPower: Failure? {
    guard let argument = operand(from: position) else { return nil }
    var name = position - 1
    var exponent = ""
    var isInverse = false
    switch token(position - 1).kind {
    case .superscript(let power):
      exponent = text(position - 1..<position)
      isInverse = power == -1
      name -= 1
    case .superscriptName:
      exponent = text(position - 1..<position)
      name -= 1
    case .number where self.is(position - 2, .caret):
      exponent = text(position - 2..<position)
      name -= 2
    case .number where self.is(position - 2, .minus) && self.is(position - 3, .caret):
      exponent = text(position - 3..<position)
      isInverse = text(position - 1..<position) == "1"
      name -= 3
    default: return nil
    }
    guard let function = self.name(name), isFunction(function), exponent.first != "^" || isGlued(position) else {
      return nil
    }
    let range = name..<argument.upperBound
    let call = text(argument).bracketed
    if isInverse, let inverse = Self.inverses[function] ?? lexicon["a" + function]?.name {
      return offer(
        "the inverse of \(function) is \(inverse)", inverse + call, for: range, at: name..<position)
    }
    return offer("the exponent stands behind the call", function + call + exponent, for: range, at: name..<position)
  }

  private static let inverses = ["exp": "log", "log": "exp"]

  /// `d/dx sigmoid(3)`
  var differential: Failure? {
    guard position >= 3, name(position - 3) == "d", self.is(position - 2, .slash),
      let under = name(position - 1), under.first == "d", under.count > 1, let function = name(position),
      isFunction(function)
    else { return nil }
    return offer(
      "the derivative is written with a prime", function + "′", for: position - 3..<position + 1)
  }

  /// A function's argument without parentheses in the middle of a line, or a learner's own function: `f 2`, `2 × sum v`.
  var missingParentheses: Failure? {
    guard tokens[position].hasSpaceBefore, let function = name(position - 1), isFunction(function),
      var argument = operand(from: position)
    else { return nil }
    let isOwn = lexicon.number(of: function) == nil
    var arguments = [text(argument)]
    if isOwn {
      while statement.contains(argument.upperBound), token(argument.upperBound).hasSpaceBefore,
        let next = operand(from: argument.upperBound), startsOperand(argument.upperBound)
      {
        arguments.append(text(next))
        argument = argument.lowerBound..<next.upperBound
      }
    }
    let inner = arguments.joined(separator: ", ")
    let call = "\(function)\(arguments.count == 1 ? inner.bracketed : "(\(inner))")"
    return offer(
      nil, call, for: position - 1..<argument.upperBound,
      hint: isOwn ? "only built-ins take arguments without parentheses: write \(call)" : "write \(call)")
  }

  /// `(1+2)(3+4)` and other products without a sign.
  var missingOperator: Failure? {
    guard failure.kind == .syntax, endsOperand(position - 1), startsOperand(position),
      let left = operand(before: position),
      let right = operand(from: position)
    else { return nil }
    let inBrackets = bracket(around: position)
    guard inBrackets == nil || inBrackets == .leftParenthesis && !isCall(around: position) else { return nil }
    let isDivisor: Bool =
      if case .symbol(let before) = token(left.lowerBound - 1).kind {
        [.slash, .percent, .at, .caret].contains(before)
      } else { false }
    if isDivisor {
      return say(
        failure.message, at: position..<position + 1,
        hint: "an operator is missing before it; × multiplies, and brackets say what belongs together")
    }
    let insertion = Failure.Fix(
      replacing: tokens[position - 1].span.upperBound..<tokens[position].span.lowerBound, with: " × ")
    let hint =
      tokens[position].hasSpaceBefore
      ? failure.hint ?? "an operator is missing before it; × multiplies"
      : "to multiply, write \(text(left)) × \(text(right))"
    return Failure(.syntax, failure.message, at: failure.span, hint: hint, fix: insertion)
  }

  /// The bracket that is open around a token.
  func bracket(around index: Int) -> Symbol? {
    opener(around: index).flatMap { if case .symbol(let symbol) = tokens[$0].kind { symbol } else { nil } }
  }

  /// Where the bracket is opened that is open around a token.
  func opener(around index: Int) -> Int? {
    var depth = 0
    for place in (statement.lowerBound..<index).reversed() {
      switch tokens[place].kind {
      case .symbol(.rightParenthesis), .symbol(.rightBracket): depth += 1
      case .symbol(.leftParenthesis), .symbol(.leftBracket):
        if depth == 0 { return place }
        depth -= 1
      default: break
      }
    }
    return nil
  }

  private func isCall(around index: Int) -> Bool {
    guard let open = opener(around: index), isGlued(open), name(open - 1) != nil else { return false }
    return true
  }

  /// `[1 2 3]` and `f(1 2)`
  var missingComma: Failure? {
    guard endsOperand(position - 1), startsOperand(position) || self.is(position, .minus),
      bracket(around: position) == .leftBracket || isCall(around: position)
    else { return nil }
    let span = tokens[position - 1].span.upperBound..<tokens[position].span.lowerBound
    return Failure(
      .syntax, failure.message, at: failure.span, hint: "a comma is missing before it",
      fix: Failure.Fix(replacing: span, with: ", "))
  }

  /// Names under which the modules of other languages are known.
  static let modules = ["np", "numpy", "math", "tf", "torch", "nn", "keras", "scipy", "plt", "F"]

  /// `np.mean(v)`
  var dottedFunction: Failure? {
    guard self.is(position, .dot), let owner = name(position - 1), let function = name(position + 1),
      isGlued(position + 1), lexicon[function] != nil, !names.contains(owner), Self.modules.contains(owner)
    else { return nil }
    return offer("nothing can follow a dot here", function, for: position - 1..<position + 2)
  }

  /// `sqrt (2) -1`: a sign that is glued to what follows begins the next argument of a command.
  var gluedSign: Failure? {
    guard let place = failure.span?.lowerBound,
      let sign = statement.first(where: { tokens[$0].span.lowerBound == place }),
      self.is(sign, .minus) || self.is(sign, .plus), tokens[sign].hasSpaceBefore, isGlued(sign + 1)
    else { return nil }
    return Failure(
      .argument, failure.message, at: failure.span,
      hint: "to \(self.is(sign, .minus) ? "subtract" : "add"), put a space behind '\(tokens[sign].spelling)'",
      fix: Failure.Fix(replacing: tokens[sign].span, with: tokens[sign].spelling + " "))
  }

  /// `mse(1, 2)`: a loss is the name of a formula, which is written out for numbers.
  var lossCall: Failure? {
    guard let place = failure.span?.lowerBound,
      let first = statement.first(where: { tokens[$0].span.lowerBound == place }), self.is(first - 1, .leftParenthesis),
      let name = name(first - 2), let signature = lexicon[name], signature.parameters.isEmpty,
      let formula = signature.documentation.formula?.split(separator: "=").last, let close = closing(first - 1)
    else { return nil }
    let prediction = expression(from: first)
    guard self.is(prediction.upperBound, .comma) else { return nil }
    let target = expression(from: prediction.upperBound + 1)
    guard target.upperBound == close, !target.isEmpty, formula.contains("prediction"), formula.contains("target") else {
      return nil
    }
    func argument(_ range: Range<Int>) -> String {
      operand(from: range.lowerBound) == range ? text(range) : text(range).bracketed
    }
    let written = formula.drop { $0 == " " }.replacing("prediction", with: argument(prediction))
      .replacing("target", with: argument(target))
    return offer(
      "\(name) takes no arguments; 2 were given", String(written), for: first - 2..<close + 1,
      hint: "write \(written); loss(network, data) computes it for a network")
  }

  /// `f"{3}"`: a letter before a text.
  var prefixedText: Failure? {
    guard
      let index = statement.first(where: { index in
        guard let name = name(index), ["f", "r", "b", "u"].contains(name) else { return false }
        return token(index + 1).kind == .prime(2) && isGlued(index + 1) && !self.is(index + 2, .leftParenthesis)
      })
    else { return nil }
    let start = tokens[index].span.lowerBound
    let quote = UInt8(ascii: "\"")
    let content = tokens[index + 1].span.upperBound
    let end = source[content...].firstIndex(of: quote)
    let inner = String(decoding: source[content..<(end ?? source.count)], as: UTF8.self)
    let isOneValue = inner.hasPrefix("{") && inner.hasSuffix("}") && inner.count { $0 == "{" } == 1
    let text = isOneValue ? String(inner.dropFirst().dropLast()) : "\"\(inner)\""
    return Failure(
      .syntax, "a text has no letter before it", at: start..<content,
      hint: isOneValue ? "a value is printed when it is written alone: \(text)" : "write \(text)",
      fix: Failure.Fix(replacing: start..<(end.map { $0 + 1 } ?? source.count), with: text))
  }
}
