import Vocabulary

/// What the evaluator asks of the world that it runs in.
public protocol Evaluator {
  var context: EvaluationContext { get set }
  var lexicon: Lexicon { get }

  /// How a built-in works on plain numbers; nil where it does not.
  func numericFunction(ofBuiltin number: Int) -> NumericFunction?

  /// What a built-in makes of many numbers; nil where it is no such reduction.
  func numericReduction(ofBuiltin number: Int) -> NumericReduction?

  /// An object with all that can be had of it here; most are that already.
  func opened(_ object: any Object) -> any Object

  /// Runs a built-in, given by its number in the lexicon.
  mutating func call(builtin number: Int, _ arguments: Arguments) throws(Failure) -> Value
}

/// An argument passed as it is written, with what it needs to be evaluated later.
public struct Quotation: Object {
  public let expression: ExpressionSyntax
  /// The values of the parameters and loop variables where it stands.
  public let frame: [Value]

  public var kind: String { "expression" }
  public var display: Display { Display(expression.source) }
}

extension Kind where Output == Quotation {
  /// The argument as it is written.
  public static let expression = quotation(passing: .expression)
  /// The same; in the command form all the rest of the line, which may be a command.
  public static let command = quotation(passing: .command)

  /// The argument as it is written, for which words or names are offered.
  public static func expression(completing completion: Completion) -> Kind {
    quotation(passing: .expression, completion)
  }

  private static func quotation(passing: Passing, _ completion: Completion = .none) -> Kind {
    Kind("an expression", .expression, completion: completion, passing: passing) {
      if case .object(let object) = $0 { object as? Quotation } else { nil }
    }
  }
}
