import Vocabulary

/// The signs and words of the language that are no built-ins.
public enum Notation {
  public struct Entry: Sendable {
    /// All spellings, the one that gradus prints first.
    public let signs: [String]
    /// One phrase without full stop.
    public let summary: String
    public let example: Example

    init(_ signs: String..., summary: String, example: Example) {
      self.signs = signs
      self.summary = summary
      self.example = example
    }
  }

  public static let entries: [Entry] = [
    Entry(
      "=", summary: "gives a name to a value, names to its elements (a, b = [1, 2]), or defines a function",
      example: Example("f(x) = x²", gives: "f(x) = x²")),
    Entry("+", "-", "−", summary: "add and subtract", example: Example("5 − 2 + 1", gives: "4")),
    Entry(
      "×", "*", "·", "x", summary: "multiply; x only between spaces and numbers",
      example: Example("0.1 x 0.03", gives: "0.003")),
    Entry("/", "÷", summary: "divide", example: Example("1 / 4", gives: "0.25")),
    Entry("%", summary: "the remainder, with the sign of the divisor", example: Example("-5 % 3", gives: "1")),
    Entry(
      "^", "**", "²", "³", "⁵", "⁻", "ⁿ", summary: "power; binds tighter than a sign",
      example: Example("0.1⁵ + 2^-1", gives: "0.50001")),
    Entry("√", summary: "square root", example: Example("√250", gives: "15.8114")),
    Entry("|", summary: "|x| is the absolute value of x", example: Example("|3 - 5|", gives: "2")),
    Entry("@", summary: "product of vectors and matrices", example: Example("[1, 2] @ [3, 4]", gives: "11")),
    Entry(
      "<", "≤", "<=", "==", "≠", "!=", "≥", ">=", ">",
      summary: "compare, vectors element by element; links can be chained; true counts as 1 and false as 0",
      example: Example("0 < 3 ≤ 3", gives: "true")),
    Entry("and", "or", "not", summary: "join conditions", example: Example("1 < 2 and not 2 < 1", gives: "true")),
    Entry(
      "if", "then", "else", summary: "choose", example: Example("if 2 > 1 then \"yes\" else \"no\"", gives: "\"yes\"")),
    Entry(
      "(", ")",
      summary:
        "a group, or the arguments of a call; with ; between them statements: the last is the value, names stay inside",
      example: Example("f(x) = (y = x + 1; y²); f(2)", gives: "f(x) = (y = x + 1; y²)\n9")),
    Entry(
      "[", "]",
      summary:
        "vectors and matrices; what stands behind a value picks from it: a place from 0, places, a range, a condition",
      example: Example(
        "v = [10, 20, 30]; v[1:]; v[[0, 2]]; v[v > 15]", gives: "[10, 20, 30]\n[20, 30]\n[10, 30]\n[20, 30]")),
    Entry(
      ",", summary: "separates elements and arguments; numbers have a decimal point",
      example: Example("max([0.5, 2])", gives: "2")),
    Entry(
      ":", summary: "a part of a vector, from one place up to before another",
      example: Example("[10, 20, 30][0:2]", gives: "[10, 20]")),
    Entry("..", summary: "a range, both ends included", example: Example("1..5", gives: "[1, 2, 3, 4, 5]")),
    Entry(
      "for", "in", summary: "go through a row, all of it or where a condition holds",
      example: Example("[n² for n in 1..6 if n % 2 == 0]", gives: "[4, 16, 36]")),
    Entry(
      "->", "→", "↦", summary: "a function without a name; it keeps the values that it mentions as they are",
      example: Example("map(x -> x² + 1, 1..3)", gives: "[2, 5, 10]")),
    Entry("′", "'", "″", summary: "the derivative, exact", example: Example("tanh′(0)", gives: "1")),
    Entry(
      "π", "pi", "e", "∞", "inf", "nan", "true", "false", summary: "constants", example: Example("2π", gives: "6.28319")
    ),
    Entry("_", summary: "the last value printed", example: Example("1 + 1; _ × 10", gives: "2\n20")),
    Entry(
      ";", summary: "separates statements, also in brackets; at the end of a line it keeps the line from printing",
      example: Example("1; 2", gives: "1\n2")),
    Entry("#", summary: "begins a comment", example: Example("1 + 1 # two", gives: "2")),
  ]

  static func entry(for sign: String) -> Entry? {
    if let entry = entries.first(where: { $0.signs.contains(sign) }) { return entry }
    let isSuperscript = !sign.isEmpty && sign.unicodeScalars.allSatisfy { Superscript.baseline($0) != nil }
    return isSuperscript ? entries.first { $0.signs.contains("²") } : nil
  }
}
