import Vocabulary

/// Names and values as other languages bring them together.
extension Advice {
  /// `x <- 3`, which would compare x with -3.
  var leftArrow: Failure? {
    let first = statement.lowerBound
    guard name(first) != nil, self.is(first + 1, .less), self.is(first + 2, .minus), isGlued(first + 2),
      tokens[first + 1].hasSpaceBefore, token(first + 3).hasSpaceBefore, first + 3 < statement.upperBound
    else { return nil }
    return offer("'<-' gives no name a value", "=", for: first + 1..<first + 3, at: first + 1..<first + 3)
  }

  private static let declarators: Set<String> = [
    "let", "var", "const", "val", "int", "float", "double", "auto", "mut",
  ]

  /// `let x = 3`, and `var x = 3`, which would be a variance.
  var declarator: Failure? {
    let first = statement.lowerBound
    guard let word = name(first), Self.declarators.contains(word), name(first + 1) != nil, self.is(first + 2, .assign),
      first + 3 < statement.upperBound, token(first + 2).hasSpaceBefore, lexicon[word] == nil || word == "var"
    else { return nil }
    return offer(
      "a name gets its value without a word before it", text(first + 1..<statement.upperBound), for: statement,
      at: first..<first + 1)
  }

  /// `my var = 3`
  var twoWordName: Failure? {
    let first = statement.lowerBound
    guard let one = name(first), let two = name(first + 1), self.is(first + 2, .assign), lexicon.number(of: one) == nil,
      !names.contains(one)
    else { return nil }
    return offer(
      "a name is one word", "\(one)_\(two)", for: first..<first + 2, at: first..<first + 2)
  }

  /// `v[0] = 5`
  var elementAssignment: Failure? {
    let first = statement.lowerBound
    guard self.is(position, .assign), let name = name(first), self.is(first + 1, .leftBracket),
      let close = closing(first + 1), position + 1 < statement.upperBound
    else { return nil }
    if close == position - 2, isGlued(position) {
      return say(
        "elements cannot be changed", at: first..<position - 1,
        hint: "make a new vector: where(…), concatenate(…) or [… for i in 0..n]")
    }
    guard close == position - 1 else { return nil }
    let index = first + 2..<position - 1
    let value = text(position + 1..<statement.upperBound)
    let message = "elements cannot be changed"
    guard index.count == 1, case .number = tokens[index.lowerBound].kind else {
      return say(
        message, at: first..<position, hint: "make a new vector: where(…), concatenate(…) or [… for i in 0..n]")
    }
    let place = text(index)
    return offer(
      message, "\(name) = [if i == \(place) then \(value) else \(name)[i] for i in 0..length(\(name)) - 1]",
      for: statement, at: first..<position)
  }

  /// `a = b = 3`
  var chainedAssignment: Failure? {
    let first = statement.lowerBound
    guard self.is(position, .assign), (position - first) % 2 == 1 else { return nil }
    var targets: [String] = []
    var index = first
    while let name = name(index), self.is(index + 1, .assign), !isGlued(index + 2) || !self.is(index + 2, .assign) {
      targets.append(name)
      index += 2
    }
    guard targets.count > 1, index > position, index < statement.upperBound, let last = targets.last else { return nil }
    var lines = ["\(last) = \(text(index..<statement.upperBound))"]
    for (target, source) in zip(targets.dropLast(), targets.dropFirst()).reversed() {
      lines.append("\(target) = \(source)")
    }
    return offer(
      "one name gets a value at a time", lines.joined(separator: "; "), for: statement, at: position..<position + 1)
  }

  /// `= 3 + 4` and `3 + 4 =`
  var needlessEquals: Failure? {
    guard self.is(position, .assign) else { return nil }
    let range = position..<position + 1
    if position == statement.lowerBound, statement.count > 1 {
      return offer(
        "a value is printed without '='", text(position + 1..<statement.upperBound), for: statement, at: range)
    }
    guard position == statement.upperBound - 1, position > statement.lowerBound else { return nil }
    return offer(
      "a value is printed without '='", text(statement.lowerBound..<position), for: statement, at: range)
  }

  /// `a, b = 1, 2` and `1, 2`
  var severalValues: Failure? {
    guard self.is(position, .comma), failure.kind == .syntax, opener(around: position) == nil,
      !isGlued(position + 1) || name(position - 1) != nil || isBindingOfSeveral
    else { return nil }
    let start = expressionStart(before: position)
    guard isBindingOfSeveral || start == statement.lowerBound || self.is(start - 1, .assign) else { return nil }
    let range = start..<statement.upperBound
    guard !range.contains(where: { self.is($0, .assign) }), position > start else { return nil }
    return offer(nil, "[\(text(range))]", for: range, at: position..<position + 1, hint: "a vector is written [1, 2]")
  }

  private var isBindingOfSeveral: Bool {
    self.is(statement.lowerBound + 1, .comma) && statement.contains { self.is($0, .assign) && $0 < position }
  }

  /// `cd ..`: a line that goes on only because it ends like a range.
  var unknownCommand: Failure? {
    let first = statement.lowerBound
    guard failure.kind == .unfinished, let name = name(first), statement.count == 2, self.is(first + 1, .dots),
      tokens[first + 1].hasSpaceBefore, !names.contains(name), lexicon.number(of: name) == nil
    else { return nil }
    return lexicon.unknown(name, "there is no function '\(name)'", at: tokens[first].span)
  }

  /// `plot f from 0 to 3` and `set digits 3`: the name of an argument without `=`.
  var argumentNames: Failure? {
    let first = statement.lowerBound
    let start = self.is(first + 1, .assign) ? first + 2 : first
    guard names.variables != nil, let command = name(start), let signature = lexicon[command],
      token(start + 1).hasSpaceBefore, start + 2 < statement.upperBound, !self.is(start + 1, .assign),
      signature.parameters.first?.passing != .line
    else { return nil }
    var pairs: [Int] = []
    var depth = 0
    for index in start + 1..<statement.upperBound {
      switch tokens[index].kind {
      case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
      case .symbol(.rightParenthesis), .symbol(.rightBracket): depth -= 1
      case .name(let name) where depth == 0 && !names.contains(name) && lexicon.number(of: name) == nil:
        guard signature.parameters.contains(where: { $0.name == name }), tokens[index].hasSpaceBefore,
          token(index + 1).hasSpaceBefore, index == start + 1 || endsOperand(index - 1),
          startsOperand(index + 1) || self.is(index + 1, .minus) && isGlued(index + 2)
        else { break }
        pairs.append(index)
      default: break
      }
    }
    guard let place = pairs.first else { return nil }
    var text = ""
    var end = tokens[first].span.lowerBound
    for index in pairs {
      text += String(decoding: source[end..<tokens[index].span.upperBound], as: UTF8.self) + "="
      end = tokens[index + 1].span.lowerBound
    }
    text += String(decoding: source[end..<tokens[statement.upperBound - 1].span.upperBound], as: UTF8.self)
    return offer("the name of an argument is followed by =", text, for: statement, at: place..<place + 1)
  }
}
