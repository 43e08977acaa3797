import Plotting
import Probability
import Vocabulary
import Workbench

/// One of the things that `plot` can draw; a new one is a file here and a line in `PlotForms`.
protocol PlotForm: Sendable {
  /// What it draws: `distributions`.
  var noun: String { get }

  /// How it draws them.
  var manner: String { get }

  /// What else it can be asked for.
  var options: Set<PlotOption> { get }

  /// The figure, nil where something else is to be drawn.
  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure?
}

extension PlotForm {
  var options: Set<PlotOption> { [] }
}

/// The arguments of `plot` that not every form has a use for, in the order of the declaration.
enum PlotOption: String, CaseIterable, Sendable {
  case cdf, derivative, accuracy, from, to, input, x, y, band, errors
}

/// All that `plot` can draw, in the order in which it looks.
enum PlotForms {
  static let all: [any PlotForm] = [
    FigureForm(), SaturationForm(), DistributionForm(), FunctionForm(), SeriesForm(), PointsForm(), HistoryForm(),
    ComparisonForm(), DatasetForm(), BoundaryForm(), InspectionForm(), ChainForm(), LandscapeForm(), DescentForm(),
    RateTestForm(), MatrixForm(), NetworkForm(), FlowForm(), BackpropForm(), GradientCheckForm(), HistogramForm(),
    NeuronForm(),
  ]

  /// The figure of what is asked for; throws a failure of kind `argument` that lists what can be drawn.
  static func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure {
    for form in all {
      guard let figure = try form.figure(of: request, in: &session) else { continue }
      return try finished(figure, request, form)
    }
    var nouns: [String] = []
    for noun in request.things.map(\.value.noun) where !nouns.contains(noun) { nouns.append(noun) }
    let all = nouns.joined(separator: " and ")
    let rest = request.things.count == 1 ? " yet" : nouns.count == 1 ? " and another in one figure" : " in one figure"
    throw Failure(
      .argument, "plot cannot draw \(all)\(rest)", about: .argument("things"), hint: hint(for: request))
  }

  /// What to do instead: a text is what other libraries call a line by, or draw it with.
  private static func hint(for request: PlotRequest) -> String {
    let hasText = request.things.count > 1 && request.things.contains { $0.value.text != nil }
    return hasText
      ? "names stand in title=, x_name= and y_name=; scatter draws points" : "help plot lists what it draws"
  }

  /// The figure with what every form has in common; throws where something was asked for that the form has no use for.
  private static func finished(
    _ figure: Figure, _ request: PlotRequest, _ form: any PlotForm
  ) throws(Failure) -> Figure {
    var figure = figure
    var rest = request.options.subtracting(form.options)
    if !rest.isDisjoint(with: [.from, .to]) {
      if let from = request.from, let to = request.to, from >= to { _ = try request.range(0...1) }
      guard let shown = figure.cropped(from: request.from, to: request.to) else {
        throw Failure(
          .argument, "\(form.noun) have no horizontal axis of numbers that could end elsewhere",
          about: .argument(request.from == nil ? "to" : "from"))
      }
      rest.subtract([.from, .to])
      figure = shown
    }
    if let odd = PlotOption.allCases.first(where: rest.contains) {
      let others = form.options.isEmpty
      throw Failure(
        .argument, "\(odd)= has no meaning for \(form.noun)", about: .argument(odd.rawValue),
        hint: others
          ? nil : "they take " + form.options.map(\.rawValue).sorted().map { $0 + "=" }.joined(separator: ", "))
    }
    guard request.across == .logarithmic else { return figure }
    guard let scaled = figure.scaled(across: .logarithmic) else {
      throw Failure(
        .argument, "what goes across here cannot have a logarithmic scale", about: .argument("log_x"))
    }
    return scaled
  }
}
