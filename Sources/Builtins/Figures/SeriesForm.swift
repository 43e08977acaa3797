import Language
import Plotting
import Vocabulary
import Workbench

/// Vectors as lines over a common vector or over the places of their numbers; matrices of runs by their means.
struct SeriesForm: PlotForm {
  let noun = "vectors"
  let manner =
    "lines over 0, 1, 2 …, fields of results such as h.loss over their epochs or layers; over the first where that rises "
    + "from each number to the next, or over x=; with band= or errors= how far they spread; matrices with band=std or "
    + "errors=std: a run in each row, of which the mean is drawn"
  let options: Set<PlotOption> = [.from, .to, .x, .band, .errors]

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard request.things.allSatisfy({ request.isSeries($0.value) }) else { return nil }
    for thing in request.things where thing.value.elements.isEmpty {
      throw Failure(
        .argument, "there is nothing to draw in an empty vector", about: .argument("things"),
        hint: thing.name.map { "\($0) is empty" })
    }
    try session.context.step(by: request.things.reduce(0) { $0 + $1.value.elements.count })
    let base = try Base(of: request, in: &session)
    var all: [Series] = []
    for (index, thing) in base.things.enumerated() {
      all.append(try series(thing, index, base, request))
    }
    let places = all.flatMap(\.x).filter(\.isFinite)
    let domain =
      request.from == nil && request.to == nil
      ? nil : try request.range((places.min() ?? 0)...(places.max() ?? 1))
    var figure = Figure.series(
      all, x: Axis(base.label, scale: request.across, domain: domain, isCount: base.isCount))
    figure.notes = base.notes + request.spreadNotes
    return figure
  }

  private func series(
    _ thing: Plotted, _ index: Int, _ base: Base, _ request: PlotRequest
  ) throws(Failure) -> Series {
    let count = base.things.count
    var (y, band, errors): ([Double], Series.Spread?, Series.Spread?) = ([], nil, nil)
    let (shaded, barred) = (request.band?.part(index, of: count), request.errors?.part(index, of: count))
    if case .matrix(let runs) = thing.value {
      if let (mean, spread) = try shaded?.ofRuns(runs, named: "band") { (y, band) = (mean, spread) }
      if let (mean, spread) = try barred?.ofRuns(runs, named: "errors") { (y, errors) = (mean, spread) }
    } else {
      y = thing.value.elements
      band = try shaded?.around(y, named: "band")
      errors = try barred?.around(y, named: "errors")
    }
    return Series(thing.label, x: try base.places(for: y, thing), y: y, band: band, errors: errors)
  }
}

/// What lines are drawn over.
private struct Base {
  /// What is drawn over it.
  let things: [Plotted]
  let label: String?
  let isCount: Bool
  var notes: [String] = []
  /// One for all; nil for what each counts itself.
  private let numbers: [Double]?

  init(of request: PlotRequest, in session: inout Session) throws(Failure) {
    let all = request.things
    if let x = request.x {
      guard case .vector(let numbers) = x.value else {
        throw Failure(
          .argument, "x must be a vector here, as long as what is drawn over it, not \(x.value.brief)",
          about: .argument("x"))
      }
      (things, label, self.numbers, isCount) = (all, x.word, numbers, false)
    } else if let base = all[0].base, all.allSatisfy({ $0.base?.name == base.name }) {
      (things, label, numbers, isCount) = (all, base.name, nil, base.numbers.allSatisfy { $0 == $0.rounded() })
    } else if all.count > 1, let numbers = all[0].value.risingNumbers, numbers.count > 1 {
      (things, label, self.numbers, isCount) = (Array(all.dropFirst()), all[0].word, numbers, false)
    } else {
      (things, label, numbers, isCount) = (all, "index", nil, true)
      if all.count == 2, case .vector(let first) = all[0].value, case .vector(let second) = all[1].value,
        first.count == second.count
      {
        let (x, y) = (all[0].word ?? "x", all[1].word ?? "y")
        notes = ["\(x) does not rise, so both are drawn over the index; scatter(\(x), \(y)) takes \(x) across"]
      }
    }
  }

  func places(for y: [Double], _ thing: Plotted) throws(Failure) -> [Double] {
    guard let numbers else {
      return label == "index" ? y.indices.map(Double.init) : thing.base?.numbers ?? y.indices.map(Double.init)
    }
    guard numbers.count == y.count else {
      throw Failure(
        .argument,
        "vectors must be equally long to be drawn over each other, not \(numbers.count) and \(y.count)",
        about: .argument("things"))
    }
    return numbers
  }
}

extension PlotRequest {
  /// Whether the value is a row of numbers to be drawn, or a matrix of runs.
  fileprivate func isSeries(_ value: Value) -> Bool {
    switch value {
    case .vector: true
    case .matrix: band != nil || errors != nil
    default: false
    }
  }

  /// What bands and bars are, where they are measured.
  fileprivate var spreadNotes: [String] {
    let runs = things.compactMap { thing in
      if case .matrix(let matrix) = thing.value { matrix.rows } else { nil }
    }
    guard let most = runs.max() else { return [] }
    let parts = [("band", band), ("bars", errors)].compactMap { name, spread in
      if case .measured(let measure)? = spread { "\(name): \(measure.words)" } else { nil }
    }
    return [(["lines: means of \(counted(most, "run"))"] + parts).joined(separator: "; ")]
  }
}
