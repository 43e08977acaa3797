/// Expressions that mostly succeed, since they know of what kind they are: so that evaluation gets far.
extension Grammar {
  private static let ofNumber = [
    "sin", "cos", "tanh", "exp", "log", "sqrt", "abs", "sign", "floor", "round", "sigmoid", "relu", "-", "√", "f", "f′",
    "f″",
    "tan", "ceil", "log10", "exp",
  ]
  private static let ofVector = [
    "sum", "mean", "std", "var", "length", "max", "min", "norm", "prod", "argmax", "median", "any", "all",
  ]
  private static let toVector = [
    "sort", "cumsum", "reverse", "diff", "unique", "argsort", "cumprod", "tanh", "exp", "-", "f", "f′",
  ]

  /// An expression that yields a number.
  mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return numberAtom() }
    switch chance.below(12) {
    case 0, 1: return numberAtom()
    case 2, 3, 4: return "(\(number(depth - 1)) \(chance.one(of: ["+", "-", "×", "/", "^", "%"])) \(number(depth - 1)))"
    case 5: return "\(chance.one(of: Self.ofNumber))(\(number(depth - 1)))"
    case 6: return "(\(number(depth - 1)))\(chance.one(of: ["²", "³", "⁻¹", "⁰", "¹⁵"]))"
    case 7: return "\(chance.one(of: Self.ofVector))(\(vector(depth - 1)))"
    case 8:
      let sign = chance.one(of: ["<", "≤", "==", ">"])
      return
        "(if \(number(depth - 1)) \(sign) \(number(depth - 1)) then \(number(depth - 1)) else \(number(depth - 1)))"
    case 9: return "(\(vector(depth - 1)))[\(chance.whole(-2...2))]"
    case 10: return "|\(number(depth - 1))|"
    default:
      return chance.one(of: [
        "g(\(number(depth - 1)), \(number(depth - 1)))", "m[\(chance.whole(0...2)), -1]", "L(w=x, b=n)",
      ])
    }
  }

  private mutating func numberAtom() -> String {
    if !locals.isEmpty, chance.happens(0.5) { return chance.one(of: locals) }
    return chance.happens(0.3) ? chance.one(of: names.numbers) : literal()
  }

  /// An expression that yields a vector, now and then a matrix.
  mutating func vector(_ depth: Int) -> String {
    guard depth > 0 else { return chance.one(of: names.vectors + names.matrices) }
    switch chance.below(9) {
    case 0: return chance.one(of: names.vectors + names.matrices)
    case 1: return "\(chance.whole(-2...3))..\(Numbers.count(&chance))"
    case 2: return "[" + (0..<chance.whole(0...5)).map { _ in number(depth - 1) }.joined(separator: ", ") + "]"
    case 3: return "(\(vector(depth - 1)) \(chance.one(of: ["+", "-", "×", "/", "^", "<", "%"])) \(number(depth - 1)))"
    case 4:
      let same = vector(depth - 1)
      return "(\(same) \(chance.one(of: ["+", "-", "×", "/", "<", "@", "=="])) \(same))"
    case 5: return "\(chance.one(of: Self.toVector))(\(vector(depth - 1)))"
    case 6:
      let source = vector(depth - 1)
      locals.append(chance.one(of: ["i", "j", "k"]))
      defer { locals.removeLast() }
      return "[\(number(depth - 1)) for \(locals[locals.count - 1]) in \(source)]"
    case 7: return "map(\(chance.one(of: ["f", "f′", "tanh", "abs"])), \(vector(depth - 1)))"
    default: return "(\(vector(depth - 1)))[\(chance.whole(-3...2)):\(chance.whole(-2...5))]"
    }
  }
}
