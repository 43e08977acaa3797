import Language
import Plotting
import Vocabulary
import Workbench

/// What `descend` yields: its steps on the function's curve, or of two variables on its contours; of more the
/// function's value step by step. A function of two variables alone is drawn by its contours.
struct DescentForm: PlotForm {
  let noun = "descents"
  let manner = "their steps on the curve, of two variables on the contours; also functions of two variables alone"
  let options: Set<PlotOption> = [.from, .to]

  private static let places = 401
  private static let (columns, rows) = (97, 73)

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    if let descent = request.only(FunctionDescent.self) { return try figure(of: descent, request, &session) }
    guard request.things.count == 1, case .function(let function) = request.things[0].value,
      let user = function as? UserFunction, user.parameters.count == 2
    else { return nil }
    let range = try request.range(-5...5)
    let heights = try heights(of: user, Bounds(range), Bounds(range), &session)
    return Figure.descent(
      over: heights, across: Bounds(range), up: Bounds(range), x: [], y: [],
      axes: (user.parameters[0], user.parameters[1]), title: user.display.printed().text)
  }

  private func figure(
    of descent: FunctionDescent, _ request: PlotRequest, _ session: inout Session
  ) throws(Failure) -> Figure {
    let points = descent.descent.path
    let isScalar = descent.start.allSatisfy { $0.number != nil }
    switch (isScalar, descent.names.count) {
    case (true, 1): return try line(descent, points.map { $0[0] }, request, &session)
    case (true, 2): return try plane(descent, points.map { $0[0] }, points.map { $0[1] }, &session)
    default:
      return Figure.curves(
        [Curve(nil, descent.values)], x: Axis("step", isCount: true),
        y: Axis("\(descent.name)(\(descent.names.joined(separator: ", ")))"))
    }
  }

  private func line(
    _ descent: FunctionDescent, _ x: [Double], _ request: PlotRequest, _ session: inout Session
  ) throws(Failure) -> Figure {
    let range = try request.range(Bounds(around: x).range)
    let places = request.places(Self.places, in: range)
    var values: [Double] = []
    for place in places { values.append(try session.call(descent.function, with: [.number(place)]).number ?? .nan) }
    let title = (descent.function as? UserFunction)?.display.printed().text ?? descent.name
    return Figure.descent(Curve(title, x: places, y: values), x: x, y: descent.values, axis: descent.names[0])
  }

  private func plane(
    _ descent: FunctionDescent, _ x: [Double], _ y: [Double], _ session: inout Session
  ) throws(Failure) -> Figure {
    let (across, up) = (Bounds(around: x), Bounds(around: y))
    let heights = try heights(of: descent.function, across, up, &session)
    return Figure.descent(
      over: heights, across: across, up: up, x: x, y: y, axes: (descent.names[0], descent.names[1]),
      title: (descent.function as? UserFunction)?.display.printed().text)
  }

  private func heights(
    of function: any Function, _ x: Bounds, _ y: Bounds, _ session: inout Session
  ) throws(Failure) -> Matrix {
    var heights: [Double] = []
    for row in 0..<Self.rows {
      for column in 0..<Self.columns {
        let point = [
          x.low + (x.high - x.low) * Double(column) / Double(Self.columns - 1),
          y.low + (y.high - y.low) * Double(row) / Double(Self.rows - 1),
        ]
        let value = try session.call(function, with: point.map { .number($0) })
        guard let height = value.number else {
          throw Failure(.argument, "\(function.name) must yield a number to be drawn, not \(value.noun)")
        }
        heights.append(height)
      }
    }
    return Matrix(rows: Self.rows, columns: Self.columns, elements: heights)
  }
}

extension Bounds {
  fileprivate init(_ range: ClosedRange<Double>) { self.init(range.lowerBound, range.upperBound) }

  /// Of the finite numbers, with room on both sides.
  fileprivate init(around numbers: [Double]) {
    let finite = numbers.filter { $0.magnitude < 1e150 }
    let (low, high) = (finite.min() ?? -1, finite.max() ?? 1)
    let room = high > low ? 0.25 * (high - low) : max(1, 0.5 * low.magnitude)
    self.init(low - room, high + room)
  }

  fileprivate var range: ClosedRange<Double> { low...high }
}
