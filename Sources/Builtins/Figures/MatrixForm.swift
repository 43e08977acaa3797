import Plotting
import Vocabulary
import Workbench

/// A matrix as a map of colours, its rows and columns by their numbers, by other numbers or by names.
struct MatrixForm: PlotForm {
  let noun = "matrices"
  let manner =
    "maps of colours, the first row at the top; with x= and y= the numbers or names of columns and rows, rising upwards"
  let options: Set<PlotOption> = [.x, .y]

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard request.things.count == 1, case .matrix(let matrix) = request.things[0].value else { return nil }
    guard !matrix.elements.isEmpty else {
      throw Failure(.argument, "there is nothing to draw in an empty matrix", about: .argument("things"))
    }
    try session.context.step(by: matrix.elements.count)
    let across = try request.x.map { (x) throws(Failure) in
      try Figure.Side(x, "x", count: matrix.columns, scale: request.across)
    }
    let up = try request.y.map { (y) throws(Failure) in
      try Figure.Side(y, "y", count: matrix.rows, scale: .linear)
    }
    return Figure.matrix(
      matrix, title: request.things[0].name, x: across ?? .numbered("column"), y: up ?? .numbered("row"))
  }
}

extension Figure.Side {
  /// The columns or rows of a map, as `x=` or `y=` has them.
  fileprivate init(_ plotted: Plotted, _ name: String, count: Int, scale: Scale) throws(Failure) {
    switch plotted.value {
    case .vector(let numbers) where numbers.count == count:
      self.init(numbers, label: plotted.word, scale: scale)
    case .list(let values) where values.count == count && values.allSatisfy({ $0.text != nil }):
      self = .named(values.compactMap(\.text), label: nil)
    default:
      let things = counted(count, name == "x" ? "column" : "row")
      throw Failure(
        .argument,
        "\(name) must be a vector of numbers or a list of names, one for each of the \(things), not \(plotted.value.brief)",
        about: .argument(name))
    }
  }
}
