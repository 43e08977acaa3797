import Language
import Vocabulary
import Workbench

/// What a function of the learner's takes from the session: the names that it mentions, and what they stand for.
///
/// A function that is defined in the same words elsewhere is the same only where these are the same too.
struct Mentioned {
  /// A line that defines each name, those that others mention first: `k = 2`, `g(x) = k × x`.
  private var definitions: [String] = []
  /// The first thing that no line can define, and why a file cannot keep it.
  private var undefinable: Failure?
  private let session: Session
  private var seen: Set<String> = []

  init(by function: any Function, in session: Session) {
    self.session = session
    visit(function)
  }

  /// The lines; a failure of kind `argument` where something is no number and no function.
  var lines: Result<[String], Failure> {
    if let undefinable { .failure(undefinable) } else { .success(definitions) }
  }

  /// The name that a definition begins with.
  static func name(of definition: String) -> String { String(definition.prefix { $0 != "(" && $0 != " " }) }

  private mutating func visit(_ function: any Function) {
    guard let user = function as? UserFunction else { return }
    let parts = [user.body] + user.syntax.parameters.compactMap(\.standard)
    for part in parts { visit(part) }
  }

  private mutating func visit(_ expression: ExpressionSyntax) {
    var found: [ExpressionSyntax] = []
    _ = expression.contains { part in
      found.append(part)
      return false
    }
    for part in found {
      switch part.node {
      case .variable(let name): visit(name, session.context.variables[name])
      case .captured(let value, let name):
        if case .function = value { visit(name, value) }
      case .field: refuse(part.source)
      default: break
      }
    }
  }

  private mutating func visit(_ name: String, _ value: Value?) {
    guard seen.insert(name).inserted else { return }
    switch value {
    case .number, .truth:
      guard let value, name != "_" else { return refuse(name) }
      definitions.append("\(name) = \(ExpressionSyntax(.captured(value, name), at: 0..<0).source)")
    case .function(let function):
      visit(function)
      if let user = function as? UserFunction, user.syntax.name == name {
        definitions.append(function.display.printed().text)
      } else {
        if let user = function as? UserFunction, user.syntax.name != nil { visit(user.name, value) }
        definitions.append("\(name) = \(function.name)")
      }
    default: refuse(name)
    }
  }

  private mutating func refuse(_ what: String) {
    guard undefinable == nil else { return }
    undefinable = Failure(
      .argument, "mentions \(what), which a file cannot keep",
      hint: "give its number a name, as in k = \(what), and define the function with k")
  }
}
