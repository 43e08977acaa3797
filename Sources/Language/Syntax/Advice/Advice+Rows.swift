import Vocabulary

extension ParameterDescription {
  /// Whether files complete it.
  fileprivate var namesFile: Bool { if case .files = completion { true } else { false } }
}

/// Vectors, matrices and files as they are written elsewhere.
extension Advice {
  /// `{1, 2}` for a row, `{1 + 2} × 3` for a group.
  var braces: Failure? {
    guard isStray(position, "{"), let close = closingBrace(position), close > position + 1 else { return nil }
    let inner = position + 1..<close
    let isRow = inner.contains { self.is($0, .comma) || token($0).keyword == .for }
    let text = isRow ? "[\(text(inner))]" : "(\(text(inner)))"
    return offer("there are no braces here", text, for: position..<close + 1, at: position..<position + 1)
  }

  private func closingBrace(_ open: Int) -> Int? {
    var depth = 0
    for index in open..<statement.upperBound {
      if isStray(index, "{") { depth += 1 }
      if isStray(index, "}") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// `[1, 2; 3, 4]`
  var rowsBySemicolon: Failure? {
    guard self.is(position, .semicolon), let open = opener(around: position), self.is(open, .leftBracket),
      let close = closing(open)
    else { return nil }
    var rows: [String] = []
    var start = open + 1
    for index in open + 1...close where index == close || self.is(index, .semicolon) && opener(around: index) == open {
      guard index > start else { return nil }
      var row = ""
      for place in start..<index {
        let needsComma =
          place > start && tokens[place].hasSpaceBefore && endsOperand(place - 1)
          && (startsOperand(place) || self.is(place, .minus))
        row += (needsComma ? ", " : place > start && tokens[place].hasSpaceBefore ? " " : "") + text(place..<place + 1)
      }
      rows.append("[\(row)]")
      start = index + 1
    }
    return offer(
      "a matrix is written row by row", "[\(rows.joined(separator: ", "))]", for: open..<close + 1,
      at: position..<position + 1)
  }

  /// `1:5`
  var colonRange: Failure? {
    guard self.is(position, .colon), let first = operand(before: position), let last = operand(from: position + 1),
      !self.is(last.upperBound, .colon)
    else { return nil }
    var range = first.lowerBound..<last.upperBound
    let text = "\(text(first))..\(text(last))"
    if self.is(range.lowerBound - 1, .leftBracket), self.is(range.upperBound, .rightBracket),
      !endsOperand(range.lowerBound - 2) || tokens[range.lowerBound - 1].hasSpaceBefore
    {
      range = range.lowerBound - 1..<range.upperBound + 1
    }
    return offer("a range is written with two points", text, for: range, at: position..<position + 1)
  }

  /// `load iris.csv`: the name of a file without quotation marks.
  var bareFile: Failure? {
    let first = statement.lowerBound
    let start = self.is(first + 1, .assign) ? first + 2 : first
    guard let command = name(start), let signature = lexicon[command], position > start,
      signature.parameters.contains(where: \.namesFile),
      self.is(position, .dot) || self.is(position, .slash) || isStray(position, "~") || isStray(position, "\\")
    else { return nil }
    var from = position
    while from > start + 1, isGlued(from) { from -= 1 }
    var end = position + 1
    while statement.contains(end), isGlued(end) { end += 1 }
    let name = text(from..<end)
    guard !name.contains("\""), name.contains(".") else { return nil }
    let escaped = name.replacing("\\", with: "\\\\")
    return offer("the name of a file stands in quotation marks", "\"\(escaped)\"", for: from..<end, at: from..<end)
  }
}
