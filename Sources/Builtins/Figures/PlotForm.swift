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

  /// The figure, nil where something else is to be drawn.
  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure?
}

/// What `plot` was asked for.
struct PlotRequest: Sendable {
  let things: [Plotted]
  let isCumulative: Bool
  let showsDerivative: Bool
  let showsAccuracy: Bool
  let from: Double?
  let to: Double?
  /// What comes into an activation.
  let input: Plotted?

  /// All things as one kind of value; nil where one of them is another.
  func all<Output>(_ kind: Kind<Output>) throws(Failure) -> [(thing: Output, label: String?)]? {
    var all: [(thing: Output, label: String?)] = []
    for plotted in things {
      guard let thing = try kind.read(plotted.value) else { return nil }
      all.append((thing, plotted.label))
    }
    return all
  }

  /// The only thing, as one kind of value.
  func only<Output>(_ kind: Kind<Output>) throws(Failure) -> (thing: Output, label: String?)? {
    things.count == 1 ? try all(kind)?.first : nil
  }

  /// The only thing, as an object of some type.
  func only<Output: Object>(_ type: Output.Type) -> Output? {
    guard things.count == 1, case .object(let object) = things[0].value else { return nil }
    return object as? Output
  }

  /// From where to where, as far as it was said.
  func range(_ standard: ClosedRange<Double>) throws(Failure) -> ClosedRange<Double> {
    let width = standard.upperBound - standard.lowerBound
    let low = from ?? min(standard.lowerBound, (to ?? .infinity) - width)
    let high = to ?? max(standard.upperBound, low + width)
    guard low < high, (high - low).isFinite else {
      throw Failure(.argument, "to must be greater than from", about: .argument("to"), hint: "write from=-5 to=5")
    }
    return low...high
  }
}

/// All that `plot` can draw, in the order in which it looks.
enum PlotForms {
  static let all: [any PlotForm] = [
    SaturationForm(), DistributionForm(), FunctionForm(), VectorForm(), HistoryForm(), ComparisonForm(), DatasetForm(),
    BoundaryForm(), InspectionForm(), ChainForm(), LandscapeForm(), DescentForm(), RateTestForm(), MatrixForm(),
    NetworkForm(),
  ]

  /// The figure of what is asked for; throws a failure of kind `argument` that lists what can be drawn.
  static func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure {
    for form in all {
      if let figure = try form.figure(of: request, in: &session) { return figure }
    }
    var nouns: [String] = []
    for noun in request.things.map(\.value.noun) where !nouns.contains(noun) { nouns.append(noun) }
    throw Failure(
      .argument, "plot cannot draw \(nouns.joined(separator: " and "))", hint: "help plot lists what it draws")
  }
}
