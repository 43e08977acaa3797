import Language
import Plotting
import Vocabulary
import Workbench

/// What `backprop` yields: its steps as a graph, each with its value and its derivative.
struct BackpropForm: PlotForm {
  let noun = "backpropagations"
  let manner = "the steps as a graph, each with its value and below it the derivative of the result"

  /// Of more steps nothing could be seen.
  private static let mostSteps = 60

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let pass = request.only(Backpropagation.self) else { return nil }
    guard pass.nodes.count <= Self.mostSteps else {
      throw Failure(
        .argument, "a graph of \(pass.nodes.count) steps is too large to be drawn; at most \(Self.mostSteps) are",
        about: .argument("things"), hint: "the table of backprop has them all")
    }
    let nodes = pass.nodes.map {
      GraphMark.Node($0.label, value: Self.text($0.value), slope: Self.text($0.gradient), from: $0.operands)
    }
    return Figure(
      panels: [Panel(showsAxes: false, marks: [GraphMark(nodes)])],
      notes: ["each step: its value, below it ∂\(pass.name)/∂step"])
  }

  /// The value in a few characters: of many numbers how many they are and how large.
  private static func text(_ value: Value) -> String {
    let style = NumberStyle(digits: 3)
    switch value {
    case .number(let number): return style.text(number)
    case .vector(let numbers) where numbers.count <= 3:
      return "[" + numbers.map(style.text).joined(separator: ", ") + "]"
    case .vector(let numbers): return "\(numbers.count) numbers"
    case .matrix(let matrix): return "\(matrix.rows)×\(matrix.columns)"
    default: return value.noun
    }
  }
}
