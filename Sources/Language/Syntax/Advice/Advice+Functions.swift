import Vocabulary

/// Functions as other languages define them.
extension Advice {
  /// `(x, y) => x + y`, `f: x -> x²`, `f(x) -> x²`, and R's `3 -> x`
  var arrowFunction: Failure? {
    guard let arrow = arrow else { return nil }
    let start = expressionStart(before: arrow.lowerBound)
    let body = expression(from: arrow.upperBound)
    guard !body.isEmpty else { return nil }
    let left = start..<arrow.lowerBound
    if left.count > 2, let name = name(left.lowerBound), self.is(left.lowerBound + 1, .colon) {
      let head = left.lowerBound + 2..<left.upperBound
      guard parameters(head) != nil, start == statement.lowerBound else { return nil }
      return offer(
        "a name and '=' stand before its value", "\(name) = \(text(head)) -> \(text(body))", for: statement, at: arrow)
    }
    if left.count > 2, let name = name(left.lowerBound), self.is(left.lowerBound + 1, .leftParenthesis),
      isGlued(left.lowerBound + 1), let parameters = parameters(left.lowerBound + 1..<left.upperBound),
      start == statement.lowerBound
    {
      return defining(name, parameters, body, instead: statement, at: arrow)
    }
    if let parameters = parameters(left), isEquals(arrow) || isStray(arrow.lowerBound, "⇒"),
      mentions(parameters, in: body)
    {
      return offer("a function without a name is written x -> …", "->", for: arrow, at: arrow)
    }
    guard !isEquals(arrow), parameters(left) == nil, body.count == 1, let name = name(body.lowerBound),
      start == statement.lowerBound
    else { return nil }
    return offer("a name stands before its value", "\(name) = \(text(left))", for: statement, at: arrow)
  }

  private var arrow: Range<Int>? {
    for index in statement {
      let pair = index..<index + 2
      if self.is(index, .assign), self.is(index + 1, .greater), isGlued(index + 1) { return pair }
      if self.is(index, .arrow) || isStray(index, "⇒") { return index..<index + 1 }
    }
    return nil
  }

  private func isEquals(_ arrow: Range<Int>) -> Bool { self.is(arrow.lowerBound, .assign) }

  private func mentions(_ parameters: [String], in body: Range<Int>) -> Bool {
    body.contains { index in name(index).map(parameters.contains) ?? false }
  }

  /// `lambda x: x²` and `@(x) x²`
  var lambda: Failure? {
    for start in statement {
      if isName(start, "lambda") {
        let end = expressionWithCommas(from: start + 1).first { self.is($0, .colon) }
        guard let colon = end, let parameters = parameters(start + 1..<colon) else { continue }
        let body = expression(from: colon + 1)
        if body.isEmpty { continue }
        return function(parameters, body, from: start, at: start..<start + 1)
      }
      if self.is(start, .at), self.is(start + 1, .leftParenthesis), !endsOperand(start - 1),
        let close = closing(start + 1), let parameters = parameters(start + 1..<close + 1)
      {
        let body = expression(from: close + 1)
        if body.isEmpty { continue }
        return function(parameters, body, from: start, at: start..<start + 1)
      }
    }
    return nil
  }

  private func expressionWithCommas(from start: Int) -> Range<Int> {
    var range = expression(from: start)
    while self.is(range.upperBound, .comma) { range = start..<expression(from: range.upperBound + 1).upperBound }
    return range
  }

  /// The function as it is written here, where it stands.
  private func function(_ parameters: [String], _ body: Range<Int>, from start: Int, at place: Range<Int>) -> Failure {
    let head = parameters.count == 1 ? parameters[0] : "(\(parameters.joined(separator: ", ")))"
    return offer(
      "a function without a name is written x -> …", "\(head) -> \(text(body))", for: start..<body.upperBound, at: place
    )
  }

  private func defining(
    _ name: String, _ parameters: [String], _ body: Range<Int>, instead range: Range<Int>, at place: Range<Int>
  ) -> Failure {
    offer(
      "a function is written with its name", "\(name)(\(parameters.joined(separator: ", "))) = \(text(body))",
      for: range, at: place)
  }

  /// `def f(x, k=1): return k × x`
  var definition: Failure? {
    let first = statement.lowerBound
    guard isName(first, "def") || isName(first, "function") || isName(first, "func") || isName(first, "fn"),
      let name = name(first + 1), self.is(first + 2, .leftParenthesis), let close = closing(first + 2)
    else { return nil }
    var body = close + 1..<statement.upperBound
    while let next = body.first, self.is(next, .colon) || self.is(next, .assign) || isStray(next, "{") {
      body.removeFirst()
    }
    if let next = body.first, isName(next, "return") { body.removeFirst() }
    if let last = body.last, isStray(last, "}") { body.removeLast() }
    guard !body.isEmpty else { return nil }
    let head = "\(name)\(text(first + 2..<close + 1))"
    return offer(
      "a function is written with its name", "\(head) = \(text(body))", for: statement, at: first..<first + 1)
  }

  /// `f(x) := x²`, `x := 3` and `f(x): x²`
  var colonDefinition: Failure? {
    guard self.is(position, .colon) else { return nil }
    if self.is(position + 1, .assign), isGlued(position + 1) {
      return offer("'=' alone gives a name its value", "=", for: position..<position + 2, at: position..<position + 2)
    }
    let first = statement.lowerBound
    guard name(first) != nil, self.is(first + 1, .leftParenthesis), closing(first + 1) == position - 1,
      parameters(first + 1..<position) != nil, position + 1 < statement.upperBound
    else { return nil }
    return offer("a function is written f(x) = …", " =", for: position..<position + 1, hint: "write = for the colon")
  }

  /// `return x`
  var returned: Failure? {
    let first = statement.lowerBound
    guard isName(first, "return"), position == first + 1, statement.count > 1 else { return nil }
    return offer(
      "a function is one expression", text(first + 1..<statement.upperBound), for: statement, at: first..<first + 1)
  }
}
