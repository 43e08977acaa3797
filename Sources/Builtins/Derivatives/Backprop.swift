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
              node    value   gradient
              w         0.5         -8
              w × 2       1         -4
              … - 3      -2         -4
              (…)²        4          1
              gradient = ∂y/∂node
            """)
      ],
      seeAlso: ["gradient", "derivative", "chain"],
      aliases: ["backward"]),
    yields: Backpropagation.self
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

extension Backpropagation: Record {
  public var kind: String { "backpropagation" }

  public static let fields: [Field<Backpropagation>] = [
    Field("node", "the steps; … stands for what they build on", aliases: ["nodes"]) { $0.nodes.map(\.label) },
    Field("value", "what each step yields", aliases: ["values"]) { Nodes($0.nodes.map(\.value)) },
    Field(
      "gradient", "how fast the result y changes with each step, ∂y/∂node", aliases: ["gradients", "grad"]
    ) { Nodes($0.nodes.map(\.gradient)) },
  ]

  public var display: Display {
    Display(table(["node", "value", "gradient"])) + "\n" + "  gradient = ∂\(name)/∂node"
  }

  /// Values of steps: a vector where all are numbers.
  private struct Nodes: FieldContent {
    let values: [Value]

    init(_ values: [Value]) { self.values = values }

    var value: Value {
      let numbers = values.compactMap(\.number)
      return numbers.count == values.count ? .vector(numbers) : .list(values)
    }

    func cells(in form: CellForm) -> [Display] { values.map(\.inOneLine) }
    var elementCount: Int? { values.count }
  }
}
