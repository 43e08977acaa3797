import Language
import Networks
import Plotting
import Vocabulary
import Workbench

/// Points with curves over them: a data set, rows of coordinates or two vectors, with functions and networks of one input.
struct PointsForm: PlotForm {
  let noun = "points with curves"
  let manner = "data sets, [x, y] or two vectors as points, and over them functions and networks of one input"
  let options: Set<PlotOption> = [.from, .to, .errors]

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard let parts = try PointParts(request), !parts.curves.isEmpty, !parts.groups.isEmpty else { return nil }
    return try parts.figure(request, in: &session)
  }
}

/// What goes into a figure of points: the points, and the curves over them.
struct PointParts {
  /// Something that yields a number for a number.
  enum Source {
    case function(Plottable)
    case network(Network)
  }

  private(set) var groups: [PointGroup] = []
  private(set) var curves: [(source: Source, label: String?)] = []
  private var axes: (x: Axis, y: Axis)?
  private var isEven = false
  /// Which points of the whole each group has, where they were divided.
  private var divisions: [[Int]] = []

  /// Nil where one of the things is neither; throws where vectors do not go together.
  init?(_ request: PlotRequest) throws(Failure) {
    var coordinates: [Plotted] = []
    for thing in request.things {
      switch thing.value {
      case .vector: coordinates.append(thing)
      case .matrix(let matrix):
        guard add(matrix, thing) else { return nil }
      case .object(let data as Dataset): add(data, thing.label)
      case .object(let network as Network):
        guard network.architecture.inputs == 1 else { return nil }
        curves.append((.network(network), thing.label))
      default:
        guard let function = Plottable(thing.value) else { return nil }
        curves.append((.function(function), thing.name ?? function.name))
      }
    }
    try add(coordinates)
  }

  private mutating func add(_ data: Dataset, _ label: String?) {
    axes = axes ?? data.plotAxes
    isEven = isEven || data.features.columns > 1
    var own = data.pointGroups
    if own.count == 1 { own[0].label = label ?? data.name }
    groups += own
  }

  /// Two rows or two columns are the coordinates of points.
  private mutating func add(_ matrix: Matrix, _ thing: Plotted) -> Bool {
    guard matrix.rows == 2 || matrix.columns == 2 else { return false }
    let (x, y) = matrix.rows == 2 ? (matrix.row(0), matrix.row(1)) : (matrix.column(0), matrix.column(1))
    let names = thing.parts.count == 2 && matrix.rows == 2 ? thing.parts : []
    axes = axes ?? (Axis(names.first), Axis(names.last))
    groups.append(PointGroup(names.last ?? thing.word ?? "points", x: x, y: y))
    return true
  }

  /// Vectors are coordinates by turns, across and up; a single one stands over the places of its numbers.
  private mutating func add(_ vectors: [Plotted]) throws(Failure) {
    if vectors.count == 1 {
      let y = vectors[0].value.elements
      axes = axes ?? (Axis("index", isCount: true), Axis(vectors[0].word))
      groups.append(PointGroup(vectors[0].word ?? "points", x: y.indices.map(Double.init), y: y))
      return
    }
    guard vectors.count.isMultiple(of: 2) else {
      let names = vectors.prefix(3).map { $0.word ?? "v" }
      throw Failure(
        .argument, "points need two vectors each, across and up; here are \(vectors.count)", about: .argument("things"),
        hint: "write scatter(\(names[0]), \(names[1]), \(names[0]), \(names[2])) for two groups over \(names[0])")
    }
    for pair in stride(from: 0, to: vectors.count, by: 2) {
      let (x, y) = (vectors[pair], vectors[pair + 1])
      let (across, up) = (x.value.elements, y.value.elements)
      guard across.count == up.count else {
        throw Failure(
          .argument, "\(x.word ?? "x") and \(y.word ?? "y") must be equally long, not \(across.count) and \(up.count)",
          about: .argument("things"))
      }
      if axes == nil { axes = (Axis(x.word), Axis(vectors.count == 2 ? y.word : nil)) }
      groups.append(PointGroup(y.word ?? "points", x: across, y: up))
    }
  }

  /// The points in groups by a number or a name for each.
  mutating func divide(by names: [String]) throws(Failure) {
    guard groups.count == 1 else {
      throw Failure(.argument, "groups= goes with one set of points", about: .argument("groups"))
    }
    let whole = groups[0]
    guard names.count == whole.x.count else {
      throw Failure(
        .argument,
        "groups must be one number or name for each of the \(counted(whole.x.count, "point")), not \(names.count)",
        about: .argument("groups"))
    }
    var order: [String: Int] = [:]
    groups = []
    for (index, name) in names.enumerated() {
      let place = order[name] ?? min(order.count, Dataset.mostGroups - 1)
      if order[name] == nil {
        order[name] = place
        if place == groups.count { groups.append(PointGroup(name)) } else { groups[place].label = "others" }
      }
      if place == divisions.count { divisions.append([]) }
      divisions[place].append(index)
      groups[place].x.append(whole.x[index])
      groups[place].y.append(whole.y[index])
    }
  }

  func figure(_ request: PlotRequest, in session: inout Session) throws(Failure) -> Figure {
    let count = groups.reduce(0) { $0 + $1.x.count }
    guard count > 0 else {
      throw Failure(.argument, "there is nothing to draw: there are no points", about: .argument("things"))
    }
    try session.context.step(by: count)
    var (x, y) = axes ?? (Axis(), Axis())
    x.scale = request.across
    let isAlone = groups.count + curves.count == 1
    var marks: [any Mark] = []
    for (number, group) in groups.enumerated() {
      let ink = Ink.series(number)
      let errors =
        divisions.isEmpty
        ? request.errors?.part(number, of: groups.count) : request.errors?.picking(divisions[number], of: count)
      if let spread = try errors?.around(group.y, named: "errors") {
        marks.append(ErrorMark(at: group.x, low: spread.low, high: spread.high, ink: ink))
      }
      marks.append(PointMark(x: group.x, y: group.y, label: isAlone ? nil : group.label, ink: ink))
    }
    let places = groups.flatMap(\.x).filter(request.across.accepts)
    let whole = Self.stretch(places, request.across)
    let range = request.from == nil && request.to == nil ? whole : try request.range(whole)
    if request.from != nil || request.to != nil { x.domain = range }
    for curve in curves { marks += try lines(curve, request.places(401, in: range), marks.count, in: &session) }
    return Figure(panels: [Panel(x: x, y: y, isEven: isEven && curves.isEmpty, marks: marks)])
  }

  /// The points' own stretch with a little room.
  private static func stretch(_ places: [Double], _ scale: Scale) -> ClosedRange<Double> {
    guard let low = places.min(), let high = places.max() else { return scale == .linear ? -1...1 : 0.1...10 }
    if scale == .logarithmic { return low < high ? low...high : low / 10...high * 10 }
    let room = low < high ? high / 20 - low / 20 : max(1, low.magnitude / 2)
    return max(low - room, -.greatestFiniteMagnitude)...min(high + room, .greatestFiniteMagnitude)
  }

  private func lines(
    _ curve: (source: Source, label: String?), _ x: [Double], _ number: Int, in session: inout Session
  ) throws(Failure) -> [any Mark] {
    func line(_ y: [Double], _ label: String?, _ place: Int) -> any Mark {
      LineMark(x: x, y: y, label: label, pen: Pen(.series(place), dash: .solid, weight: .bold))
    }
    switch curve.source {
    case .function(let function):
      var y: [Double] = []
      for place in x { y.append(try function.value(place, &session)) }
      return [line(y, curve.label, number)]
    case .network(let network):
      let outputs = try network.architecture.predict(
        Matrix(rows: x.count, columns: 1, elements: x), weights: session.networks[network].weights,
        interruption: session.interruption)
      return (0..<outputs.columns).map { output in
        let name = curve.label ?? "network"
        return line(
          outputs.column(output), outputs.columns == 1 ? name : "\(name), output \(output + 1)", number + output)
      }
    }
  }
}
