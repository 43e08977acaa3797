import Vocabulary

extension Event {
  /// A line that estimates the probability by drawing.
  ///
  /// Draws are called by the name that `name` knows for them, else made anew; draws that occur twice are kept under
  /// names that are not taken.
  public func estimate(name: (RandomVariable) -> String?, isTaken: (String) -> Bool) -> String {
    var draws: [(draw: RandomVariable.Draw, count: Int)] = []
    for condition in formula.conditions {
      for term in condition.variable.terms {
        if let index = draws.firstIndex(where: { $0.draw === term.draw }) {
          draws[index].count += condition.mentions
        } else {
          draws.append((term.draw, condition.mentions))
        }
      }
    }
    var names: [String] = []
    var bindings = ""
    for (draw, count) in draws {
      let own = name(RandomVariable(drawing: draw))
      let sample = "sample(\(own ?? draw.distribution.display.printed(in: Self.style).text), 100000)"
      if count == 1 {
        names.append(sample)
        continue
      }
      let candidates =
        [own?.lowercased()].compactMap(\.self) + ["x", "y", "z"] + (1...).lazy.prefix(1000).map { "x\($0)" }
      let free = candidates.first { !isTaken($0) && !names.contains($0) } ?? "x"
      names.append(free)
      bindings += "\(free) = \(sample); "
    }
    let text = formula.text { draw in draws.firstIndex { $0.draw === draw }.map { names[$0] } ?? "" }
    return bindings + "mean(\(text))"
  }

  /// Digits enough for an estimate, and no `×10`, which reads better in a formula.
  fileprivate static let style = NumberStyle(digits: 15, notation: .e)
}

extension Event.Formula {
  /// The condition with the draws by name.
  fileprivate func text(_ name: (RandomVariable.Draw) -> String) -> String {
    switch self {
    case .truth(let truth): truth ? "true" : "false"
    case .condition(let condition): condition.text(name)
    case .all(let parts):
      parts.map { $0.isAlternative ? "(\($0.text(name)))" : $0.text(name) }.joined(separator: " and ")
    case .any(let parts): parts.map { $0.text(name) }.joined(separator: " or ")
    }
  }

  /// Whether it needs brackets beside `and`.
  private var isAlternative: Bool {
    switch self {
    case .any: true
    case .condition(let condition): condition.values.intervals.count > 1
    case .truth, .all: false
    }
  }
}

extension Event.Condition {
  /// Whether all numbers but one will do.
  private var isInequality: Bool {
    let gaps = values.complement.intervals
    return gaps.count == 1 && gaps[0].lower == gaps[0].upper
  }

  /// How often the text names the variable.
  fileprivate var mentions: Int { isInequality ? 1 : values.intervals.isEmpty ? 2 : values.intervals.count }

  fileprivate func text(_ name: (RandomVariable.Draw) -> String) -> String {
    func number(_ x: Double) -> String { Event.style.text(x) }
    // A comparison of two variables is their difference compared with 0.
    let terms = variable.terms
    let isDifference = terms.count == 2 && variable.shift == 0 && terms[0].coefficient > 0 && terms[1].coefficient < 0
    let bounds = values.intervals.flatMap { [$0.lower, $0.upper] }.filter(\.isFinite)
    let isComparison = isDifference && !bounds.isEmpty && bounds.allSatisfy { $0 == 0 }
    func part(_ term: RandomVariable.Term) -> String {
      let size = term.coefficient.magnitude
      return size == 1 ? name(term.draw) : "\(number(size)) × \(name(term.draw))"
    }
    var sum = ""
    for term in isComparison ? Array(terms.prefix(1)) : terms {
      sum += sum.isEmpty ? (term.coefficient < 0 ? "-" : "") : term.coefficient < 0 ? " - " : " + "
      sum += part(term)
    }
    if variable.shift != 0 {
      sum += (variable.shift < 0 ? " - " : " + ") + number(variable.shift.magnitude)
    }
    func bound(_ x: Double) -> String { isComparison ? part(terms[1]) : number(x) }
    if isInequality { return "\(sum) ≠ \(bound(values.complement.intervals[0].lower))" }
    if values.intervals.isEmpty { return "\(sum) ≠ \(sum)" }
    return values.intervals.map { interval in
      let (below, above) = (interval.includesLower ? "≤" : "<", interval.includesUpper ? "≤" : "<")
      if interval.lower == interval.upper { return "\(sum) == \(bound(interval.lower))" }
      if interval.lower == -.infinity, interval.upper == .infinity { return "\(sum) == \(sum)" }
      if interval.lower == -.infinity { return "\(sum) \(above) \(bound(interval.upper))" }
      if interval.upper == .infinity { return "\(sum) \(interval.includesLower ? "≥" : ">") \(bound(interval.lower))" }
      return "\(bound(interval.lower)) \(below) \(sum) \(above) \(bound(interval.upper))"
    }.joined(separator: " or ")
  }
}
