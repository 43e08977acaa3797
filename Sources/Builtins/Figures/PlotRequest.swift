import Plotting
import Vocabulary
import Workbench

/// What `plot` was asked for.
struct PlotRequest: Sendable {
  var things: [Plotted]
  var isCumulative = false
  var showsDerivative = false
  var showsAccuracy = false
  var from: Double?
  var to: Double?
  /// What comes into an activation.
  var input: Plotted?
  /// What vectors are drawn over, or the numbers of a matrix's columns.
  var x: Plotted?
  /// The numbers of a matrix's rows.
  var y: Plotted?
  /// How far the numbers spread: as a shaded band, as bars.
  var band: Spread?
  var errors: Spread?
  /// How the horizontal axis is scaled.
  var across = Scale.linear

  /// What was asked for beyond the things themselves.
  var options: Set<PlotOption> {
    let given: [(PlotOption, Bool)] = [
      (.cdf, isCumulative), (.derivative, showsDerivative), (.accuracy, showsAccuracy), (.from, from != nil),
      (.to, to != nil), (.input, input != nil), (.x, x != nil), (.y, y != nil), (.band, band != nil),
      (.errors, errors != nil),
    ]
    return Set(given.filter(\.1).map(\.0))
  }

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

  /// All things, as objects of some type; nil where one of them is another.
  func all<Output: Object>(_ type: Output.Type) -> [(thing: Output, label: String?)]? {
    var all: [(thing: Output, label: String?)] = []
    for plotted in things {
      guard case .object(let object) = plotted.value, let thing = object as? Output else { return nil }
      all.append((thing, plotted.label))
    }
    return all
  }

  /// The only thing, as an object of some type.
  func only<Output: Object>(_ type: Output.Type) -> Output? {
    things.count == 1 ? all(type)?.first?.thing : nil
  }

  /// From where to where, as far as it was said.
  func range(_ standard: ClosedRange<Double>) throws(Failure) -> ClosedRange<Double> {
    var standard = standard
    if across == .logarithmic, standard.lowerBound <= 0 {
      standard = standard.upperBound > 0 ? standard.upperBound / 1e4...standard.upperBound : 0.01...100
    }
    let width = standard.upperBound - standard.lowerBound
    let low = from ?? min(standard.lowerBound, (to ?? .infinity) - width)
    let high = to ?? max(standard.upperBound, low + width)
    if across == .logarithmic, low <= 0 {
      let subject = from == nil ? "to" : "from"
      throw Failure(
        .argument, "a logarithmic axis begins above 0, so that \(subject) must be greater than 0",
        about: .argument(subject), hint: "write from=0.01 to=100")
    }
    guard low < high, (high - low).isFinite else {
      throw Failure(.argument, "to must be greater than from", about: .argument("to"), hint: "write from=-5 to=5")
    }
    return low...high
  }

  /// So many places from end to end, at equal distances on the axis.
  func places(_ count: Int, in range: ClosedRange<Double>) -> [Double] { across.places(count, in: range) }
}
