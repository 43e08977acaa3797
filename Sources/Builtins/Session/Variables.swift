import Language
import Probability
import Vocabulary
import Workbench

extension Builtin {
  static let variables = Builtin(
    "vars", "Lists the names that you have defined.",
    documentation: Documentation(
      notes: "Of random variables it says which are the same, and which depend on others.",
      examples: [
        Example(
          "clear; A = normal(0, 1); B = A; C = A + copy(A); vars",
          gives: """
            normal(mean=0, stddev=1)
            normal(mean=0, stddev=1)
            normal(mean=0, stddev=1.41421)
              A   normal(mean=0, stddev=1)
              B   normal(mean=0, stddev=1), the same variable as A
              C   normal(mean=0, stddev=1.41421), depends on A
            """)
      ],
      seeAlso: ["clear", "copy"])
  ) { (session: inout Session) in
    var table = Table([Table.Column("", .left), Table.Column("", .left)])
    let names = session.context.variables.sorted { $0.key < $1.key }
    let variables = names.compactMap { name, value -> (name: String, variable: RandomVariable)? in
      if case .object(let variable as RandomVariable) = value { (name, variable) } else { nil }
    }
    for (name, value) in names {
      let shown =
        switch value {
        case .function: value.display
        case .object(let object as any Individual): object.display
        default: Display(value.brief)
        }
      table.add([Display(name), shown + Display(variables.relation(of: name).map { ", " + $0 } ?? "")])
    }
    let display: Display = table.rows.isEmpty ? "nothing is defined yet" : Display(table)
    return .object(Report(kind: "names", display: display))
  }

  static let clear = Builtin(
    "clear", "Forgets a name, or all of them.",
    .optional("name", .expression(completing: .names), "the name; all where left out"),
    documentation: Documentation(
      examples: [
        Example("clear; a = 3; b = 4; clear a; vars", gives: "3\n4\n  b   4"),
        Example("clear; vars", gives: "nothing is defined yet"),
      ],
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

extension [(name: String, variable: RandomVariable)] {
  /// What a variable has to do with others: that it is one that came before it, or which simpler ones it depends on.
  fileprivate func relation(of name: String) -> String? {
    guard let place = firstIndex(where: { $0.name == name }) else { return nil }
    let variable = self[place].variable
    if let same = self[..<place].first(where: { $0.variable.isSame(as: variable) }) {
      return "the same variable as \(same.name)"
    }
    var simpler: [String] = []
    for (index, other) in enumerated() where other.variable.sharesDraws(with: variable) {
      let isSimpler = other.variable.drawCount < variable.drawCount
      let isFirst = !self[..<index].contains { $0.variable.isSame(as: other.variable) }
      if isFirst, isSimpler || (index < place && other.variable.drawCount == variable.drawCount) {
        simpler.append(other.name)
      }
    }
    return simpler.isEmpty ? nil : "depends on \(simpler.joined(separator: ", "))"
  }
}
