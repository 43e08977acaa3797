import Language
import Vocabulary
import Workbench

extension Builtin {
  static let variables = Builtin(
    "vars", "Lists the names that you have defined.",
    documentation: Documentation(
      examples: [Example("vars", gives: "nothing is defined yet")],
      seeAlso: ["clear"])
  ) { (session: inout Session) in
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    for (name, value) in session.context.variables.sorted(by: { $0.key < $1.key }) {
      let isFunction = if case .function = value { true } else { false }
      table.add([Display(name), isFunction ? value.display : Display(value.brief)])
    }
    let display: Display = table.rows.isEmpty ? "nothing is defined yet" : Display(table)
    return .object(Report(kind: "names", display: display))
  }

  static let clear = Builtin(
    "clear", "Forgets a name, or all of them.",
    .optional("name", .expression(completing: .names), "the name; all where left out"),
    documentation: Documentation(
      examples: [Example("clear", gives: "")],
      seeAlso: ["vars"])
  ) { (session: inout Session, name) throws(Failure) in
    guard let name else {
      session.context.variables = [:]
      return .nothing
    }
    let word = name.expression.source
    guard session.context.variables.removeValue(forKey: word) != nil else {
      let span = name.expression.span
      throw Failure(.name, "there is nothing called '\(word)'", about: .name(word), at: span)
        .suggesting(for: word, at: span, among: session.context.variables.keys.sorted())
    }
    return .nothing
  }
}
