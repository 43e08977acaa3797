import Vocabulary

/// Numbers as they are written elsewhere.
extension Advice {
  private func digits(_ index: Int) -> String? {
    guard statement.contains(index), case .number = tokens[index].kind else { return nil }
    return text(index..<index + 1)
  }

  private func isGroup(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// `0,5` and `1.000,5`; also in brackets, where it makes too many arguments.
  var decimalComma: Failure? {
    let comma = failure.kind == .argument ? gluedComma : position
    guard let comma, self.is(comma, .comma), isGlued(comma), isGlued(comma + 1), let whole = digits(comma - 1),
      let fraction = digits(comma + 1), fraction.utf8.allSatisfy({ (48...57).contains($0) })
    else {
      return digits(position - 1) != nil && self.is(position, .comma) ? groupedByCommas : nil
    }
    if let grouped = groupedByCommas { return grouped }
    // `mean(1,2,3)` has no decimal numbers.
    let isRow = [comma - 2, comma + 2].contains { self.is($0, .comma) && isGlued($0) && isGlued($0 + 1) }
    if failure.kind == .argument, isRow { return nil }
    let plain = whole.filter { $0 != "." && $0 != "_" }
    return offer(
      "a decimal number has a point, not a comma", "\(plain).\(fraction)", for: comma - 1..<comma + 2,
      at: comma..<comma + 1)
  }

  /// The comma between two numbers in the brackets of the call that has too many arguments.
  private var gluedComma: Int? {
    guard let span = failure.span, let wrong = tokens.firstIndex(where: { $0.span.lowerBound >= span.lowerBound })
    else {
      return nil
    }
    let start = expressionStart(before: wrong)
    return (statement.lowerBound..<max(statement.lowerBound, wrong)).last { index in
      self.is(index, .comma) && isGlued(index) && isGlued(index + 1) && digits(index - 1) != nil
        && digits(index + 1) != nil && index <= start
    }
  }

  /// `1,000` and `1,000,000.5`
  private var groupedByCommas: Failure? {
    guard failure.kind != .argument, let first = digits(position - 1), first.utf8.count <= 3, first != "0",
      first.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    var end = position
    var joined = first
    while self.is(end, .comma), isGlued(end), isGlued(end + 1), let group = digits(end + 1),
      isGroup(group) || (group.prefix(4).last == "." && isGroup(String(group.prefix(3))))
    {
      joined += group
      end += 2
    }
    guard end > position else { return nil }
    return offer(
      "digits are not grouped by commas", joined, for: position - 1..<end, at: position..<position + 1,
      hint: "write \(joined); a decimal number has a point")
  }

  /// `1 000`, where the parser stops.
  var thousands: Failure? { grouped(at: position) }

  /// `1 000` among the arguments of a command, where it would be two.
  var splitThousands: Failure? {
    for index in statement where tokens[index].hasSpaceBefore {
      if let group = digits(index), group.first == "0", let failure = grouped(at: index) { return failure }
    }
    return nil
  }

  private func grouped(at index: Int) -> Failure? {
    guard let group = digits(index), isGroup(group), let first = digits(index - 1), first.utf8.count <= 3,
      first.utf8.allSatisfy({ (48...57).contains($0) }), tokens[index].hasSpaceBefore
    else { return nil }
    var end = index + 1
    while let more = digits(end), isGroup(more) { end += 1 }
    let joined = (index - 1..<end).compactMap(digits).joined()
    return offer("the digits of a number stand together", joined, for: index - 1..<end, at: index..<end)
  }

  /// `1.`
  var trailingPoint: Failure? {
    guard self.is(position, .dot), isGlued(position), let whole = digits(position - 1) else { return nil }
    if isGlued(position + 1), let name = name(position + 1) {
      guard name.first == "e", let exponent = Int(name.dropFirst()) else { return nil }
      return offer(
        "a point needs a digit behind it", "\(whole).0e\(exponent)", for: position - 1..<position + 2,
        at: position..<position + 1)
    }
    return offer(
      "a point needs a digit behind it", "\(whole).0", for: position - 1..<position + 1, at: position..<position + 1,
      hint: "write \(whole) or \(whole).0")
  }

  /// `0x1F` and `0b101`, which would be zero times a name.
  var hexadecimal: Failure? {
    for index in statement {
      guard digits(index) == "0", isGlued(index + 1), let name = name(index + 1), !names.contains(name),
        let first = name.first, let radix = ["x": 16, "b": 2, "o": 8][first],
        let value = UInt64(name.dropFirst(), radix: radix)
      else { continue }
      return offer(
        "numbers are written to base ten", "\(value)", for: index..<index + 2)
    }
    return nil
  }
}
