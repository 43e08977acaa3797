import Networks
import Probability

/// A piece of Python source, or what is known of it already.
struct PythonExpression {
  /// How tightly Python's operators hold their operands, loosest first.
  enum Precedence: Int, Comparable {
    case comparison, or, and, sum, product, sign, power, atom

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

    var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .atom }
  }

  /// Of a number or a truth that is known before any input.
  enum Constant {
    case number(Double)
    case truth(Bool)
  }

  let text: String
  let precedence: Precedence
  let isTruth: Bool
  let constant: Constant?

  init(_ text: String, _ precedence: Precedence, isTruth: Bool = false) {
    self.text = text
    self.precedence = precedence
    self.isTruth = isTruth
    constant = nil
  }

  init(_ number: Double) {
    text = number.python
    precedence = number.isFinite && number.sign == .minus ? .sign : .atom
    isTruth = false
    constant = .number(number)
  }

  init(_ truth: Bool) {
    text = truth ? "True" : "False"
    precedence = .atom
    isTruth = true
    constant = .truth(truth)
  }

  /// The number that it is, truths being 1 and 0; nil where that depends on the input.
  var number: Double? {
    switch constant {
    case .number(let number): number
    case .truth(let truth): truth ? 1 : 0
    case nil: nil
    }
  }

  /// The truth that it is.
  var truth: Bool? { if case .truth(let truth) = constant { truth } else { nil } }

  /// The source as an operand of what holds so tightly.
  func text(atLeast least: Precedence) -> String { precedence < least ? "(\(text))" : text }

  /// Truths as the numbers 1 and 0, which not every library makes of them by itself.
  func asNumber(for library: TensorLayout) -> PythonExpression {
    guard isTruth else { return self }
    if let number { return PythonExpression(number) }
    return switch library {
    case .keras: PythonExpression("keras.ops.cast(\(text), x.dtype)", .atom)
    case .torch: PythonExpression("\(text(atLeast: .atom)).to(x.dtype)", .atom)
    }
  }

  /// A tensor like the input, also where it is one number.
  func asTensor(for library: TensorLayout) -> PythonExpression {
    guard constant != nil else { return self }
    let word = library == .keras ? "keras.ops.full_like" : "torch.full_like"
    return PythonExpression("\(word)(x, \(asNumber(for: library).text))", .atom)
  }

  /// `left sign right`, of which the left one is read first where an operator stands beside its like; powers are read from
  /// the right, and what stands left of one needs brackets around its sign.
  static func binary(
    _ left: PythonExpression, _ sign: String, _ right: PythonExpression, _ precedence: Precedence, isTruth: Bool = false
  ) -> PythonExpression {
    let (first, second): (Precedence, Precedence) =
      switch precedence {
      case .power: (.atom, .sign)
      case .comparison: (.or, .or)
      default: (precedence, precedence.next)
      }
    return PythonExpression(
      "\(left.text(atLeast: first)) \(sign) \(right.text(atLeast: second))", precedence, isTruth: isTruth)
  }
}
