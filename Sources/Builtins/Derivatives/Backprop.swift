import Language
import Vocabulary
import Workbench

extension Builtin {
  static let backprop = Builtin(
    "backprop", "Evaluates a function step by step and passes the derivatives back from the result to the inputs.",
    Parameter("call", .expression, "a call such as L(0.5, 0.1), or an expression of your variables"),
    documentation: Documentation(
      source: "reverse mode: Linnainmaa 1970; Rumelhart, Hinton and Williams 1986",
      notes:
        "Each row is a step with its value and how fast the result changes with it; … stands for the steps it builds on.",
      examples: [
        Example(
          "w = 0.5; backprop (w × 2 - 3)²",
          gives: """
            0.5
              node    value   ∂y/∂node
              w         0.5         -8
              w × 2       1         -4
              … - 3      -2         -4
              (…)²        4          1
            """)
      ],
      seeAlso: ["gradient", "derivative", "chain"],
      aliases: ["backward"])
  ) { (session: inout Session, call) throws(Failure) in
    .object(try session.backpropagate(call))
  }
}

extension Value {
  /// What is shown for the value in a cell of a table: a matrix without the breaks between its rows.
  fileprivate var inOneLine: Display {
    guard case .matrix(let matrix) = self, !matrix.elements.isEmpty else { return display }
    let most = 4
    var rows = (0..<min(matrix.rows, most)).map { Value.vector(matrix.row($0)).display }
    if matrix.rows > most { rows.append("…") }
    return "[" + rows.joined(separator: ", ") + "]"
  }
}

extension Backpropagation: Object {
  public var kind: String { "backpropagation" }

  public var display: Display {
    var table = Table([Table.Column("node", .left), Table.Column("value"), Table.Column("∂\(name)/∂node")])
    for node in nodes { table.add([Display(node.label), node.value.inOneLine, node.gradient.inOneLine]) }
    return Display(table)
  }

  public var properties: [Property] {
    [
      Property("nodes", .list(nodes.map { .text($0.label) })), Property("values", .list(nodes.map(\.value))),
      Property("gradients", .list(nodes.map(\.gradient))),
    ]
  }
}
