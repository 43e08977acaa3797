import Vocabulary

/// Conditions and loops as other languages write them.
extension Advice {
  /// `c ? a : b`
  var ternary: Failure? {
    guard isStray(position, "?"), let colon = colon(after: position) else { return nil }
    let start = expressionStart(before: position)
    let otherwise = expression(from: colon + 1)
    let condition = text(start..<position)
    guard position > start, colon > position + 1, !otherwise.isEmpty else { return nil }
    let text = "if \(condition) then \(text(position + 1..<colon)) else \(text(otherwise))"
    return offer("'?' means nothing here", text, for: start..<otherwise.upperBound, at: position..<position + 1)
  }

  private func colon(after start: Int) -> Int? {
    expression(from: start).first { self.is($0, .colon) && opener(around: $0) == opener(around: start) }
  }

  /// `a if c else b`
  var conditionalBehind: Failure? {
    guard token(position).keyword == .if, statement.contains(position), endsOperand(position - 1) else { return nil }
    let whole = expression(from: position)
    guard let separator = whole.first(where: { token($0).keyword == .else }) else { return nil }
    let start = expressionStart(before: position)
    let text =
      "if \(text(position + 1..<separator)) then \(text(start..<position)) else \(text(separator + 1..<whole.upperBound))"
    return offer(
      "a condition stands before its values", text, for: start..<whole.upperBound, at: position..<position + 1)
  }

  /// `if c: a else: b`
  var conditionalWithColons: Failure? {
    guard self.is(position, .colon), let start = openIf else { return nil }
    let whole = expression(from: start)
    guard let separator = whole.first(where: { $0 > position && token($0).keyword == .else }) else {
      return offer("'then' is missing here", " then", for: position..<position + 1, hint: "write if … then … else …")
    }
    let hasColon = self.is(separator + 1, .colon)
    let otherwise = text(separator + (hasColon ? 2 : 1)..<max(separator + 1, whole.upperBound))
    let condition = text(start + 1..<position)
    return offer(
      "'then' is missing here", "if \(condition) then \(text(position + 1..<separator)) else \(otherwise)",
      for: start..<whole.upperBound, at: position..<position + 1)
  }

  /// `if (c) a else b` and `if c { a } else { b }`
  var conditionalWithBrackets: Failure? {
    guard let start = openIf, position > start + 1 else { return nil }
    let whole = expression(from: start)
    if isStray(position, "{") {
      let separator = whole.first { $0 > position && token($0).keyword == .else }
      guard let separator, isStray(separator - 1, "}"), isStray(separator + 1, "{"),
        isStray(whole.upperBound - 1, "}"), separator + 2 < whole.upperBound - 1, position + 1 < separator - 1
      else { return nil }
      let text =
        "if \(text(start + 1..<position)) then \(text(position + 1..<separator - 1)) else "
        + text(separator + 2..<whole.upperBound - 1)
      return offer("'then' is missing here", text, for: start..<whole.upperBound, at: position..<position + 1)
    }
    guard endsOperand(position - 1), startsOperand(position) || self.is(position, .minus),
      !whole.contains(where: { token($0).keyword == .then })
    else { return nil }
    let place = tokens[position].span.lowerBound
    return Failure(
      .syntax, "'then' is missing here", at: tokens[position].span, hint: "write if … then … else …",
      fix: Failure.Fix(replacing: place..<place, with: tokens[position].hasSpaceBefore ? "then " : " then "))
  }

  /// The `if` whose `then` has not been read yet.
  private var openIf: Int? {
    guard let start = (statement.lowerBound..<position).last(where: { token($0).keyword == .if }),
      !(start..<position).contains(where: { token($0).keyword == .then || token($0).keyword == .else }),
      opener(around: start) == opener(around: position)
    else { return nil }
    return start
  }

  /// `for i in 1..3: i²`
  var loop: Failure? {
    guard token(position).keyword == .for, statement.contains(position) else {
      guard let word = name(statement.lowerBound), ["while", "until", "loop", "repeat", "foreach"].contains(word),
        lexicon.number(of: word) == nil, statement.count > 1
      else { return nil }
      return say(
        "there is no loop '\(word)'", at: statement.lowerBound..<statement.lowerBound + 1,
        hint: "again and again on its own result: iterate(f, start, n); for each n: [f(n) for n in 1..10]")
    }
    let range = position..<position + 1
    let hint = "what is done for each n is written [f(n) for n in 1..10]"
    var start = position + 1
    let isBracketed = self.is(start, .leftParenthesis)
    if isBracketed { start += 1 }
    guard let variable = name(start), token(start + 1).keyword == .in else {
      return say("'for' stands inside brackets", at: range, hint: hint)
    }
    var end = start + 2
    var body: Range<Int>?
    if isBracketed, let close = closing(position + 1) {
      (end, body) = (close, close + 1..<statement.upperBound)
    } else {
      let brace = statement.first { $0 > position && isStray($0, "{") }
      while statement.contains(end), end != brace, brace != nil || !self.is(end, .colon), !isName(end, "do") {
        end += 1
      }
      if statement.contains(end) { body = end + 1..<statement.upperBound }
    }
    if let inner = body, isStray(inner.upperBound - 1, "}") {
      body = inner.lowerBound + (isStray(inner.lowerBound, "{") ? 1 : 0)..<inner.upperBound - 1
    }
    guard let body, !body.isEmpty else { return say("'for' stands inside brackets", at: range, hint: hint) }
    var expression = body
    if isName(body.lowerBound, "print"), self.is(body.lowerBound + 1, .leftParenthesis),
      closing(body.lowerBound + 1) == body.upperBound - 1
    {
      expression = body.lowerBound + 2..<body.upperBound - 1
    }
    guard !expression.isEmpty, !expression.contains(where: { self.is($0, .assign) }) else {
      return say(
        "'for' stands inside brackets", at: range, hint: "to carry a value along: fold((s, n) -> s + n, 1..10, 0)")
    }
    return offer(
      "'for' stands inside brackets", "[\(text(expression)) for \(variable) in \(counted(start + 2..<end))]",
      for: position..<statement.upperBound, at: range)
  }

  /// `range(5)` as 0..4, `1:5` as 1..5, anything else as it is.
  func counted(_ range: Range<Int>) -> String {
    if isName(range.lowerBound, "range"), self.is(range.lowerBound + 1, .leftParenthesis),
      closing(range.lowerBound + 1) == range.upperBound - 1
    {
      let bounds = range.lowerBound + 2..<range.upperBound - 1
      let comma = bounds.first { self.is($0, .comma) }
      let first = comma.map { text(bounds.lowerBound..<$0) } ?? "0"
      let end = text((comma.map { $0 + 1 } ?? bounds.lowerBound)..<bounds.upperBound)
      return "\(first)..\(Int(end).map { String($0 - 1) } ?? "\(end) - 1")"
    }
    if let colon = range.first(where: { self.is($0, .colon) && opener(around: $0) == opener(around: range.lowerBound) })
    {
      return text(range.lowerBound..<colon) + ".." + text(colon + 1..<range.upperBound)
    }
    return text(range)
  }
}
