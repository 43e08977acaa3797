/// Cuts a lesson into screens: on each a step, and what is read before it.
///
/// What does not fit with its step goes before it on screens of its own. Nothing that a reader may open is cut, and what belongs to
/// a question stays with it.
struct SlideCutting {
  /// What may not be cut: an element, or the elements of a fold.
  struct Unit {
    var html: HTML
    let lines: ClosedRange<Int>
    /// What it takes of a screen, in lines of text.
    var height: Double
    var isHeading = false
    var isStep = false
    /// Whether it goes with what is before it: a note, or what tells a question's answer.
    var isBound = false
  }

  /// Lines of text on a screen.
  private static let screen = 13.0

  private(set) var slides: [HTML] = []
  private var pending: [Unit] = []

  init(_ units: [Unit]) {
    for unit in units { add(unit) }
    flush()
  }

  private mutating func add(_ unit: Unit) {
    if unit.isBound, pending.isEmpty, let last = slides.indices.last {
      slides[last] += "\n" + unit.html
    } else if unit.isStep {
      let fitting = Self.fitting(pending.reversed(), beside: unit.height)
      // A heading is not left alone.
      let rest = pending.dropLast(fitting)
      let count = rest.allSatisfy(\.isHeading) ? pending.count : fitting
      let before = Array(pending.suffix(count))
      pending.removeLast(count)
      flush()
      show(before + [unit])
    } else {
      if unit.isHeading { flush() }
      pending.append(unit)
    }
  }

  /// Shows what is read without a step.
  private mutating func flush() {
    while !pending.isEmpty {
      let count = max(1, Self.fitting(pending, beside: 0))
      let isOnlyHeading = pending.prefix(count).allSatisfy(\.isHeading)
      let shown = isOnlyHeading ? min(pending.count, count + 1) : count
      show(Array(pending.prefix(shown)))
      pending.removeFirst(shown)
    }
  }

  private mutating func show(_ units: [Unit]) {
    slides.append(units.map(\.html).joined(separator: "\n"))
  }

  /// How many of some units fit on a screen.
  private static func fitting(_ units: some Collection<Unit>, beside height: Double) -> Int {
    var height = height
    return units.prefix { unit in
      height += unit.height
      return height <= screen
    }.count
  }
}

extension SlideCutting {
  /// - Parameters:
  ///   - pieces: the elements as they are shown.
  ///   - note: what a note looks like.
  init(_ elements: [MarkdownElement], _ pieces: [HTML], _ plan: TutorPlan, note: (PresenterNote) -> HTML) {
    let steps = plan.steps.map(\.task.line)
    var units: [Unit] = []
    var folds = 0
    for (element, piece) in zip(elements, pieces) {
      let note = PresenterNote(element).map(note)
      let html = note ?? piece
      guard !html.source.allSatisfy(\.isWhitespace) else { continue }
      let isInside = folds > 0
      folds += html.source.ranges(of: "<details").count - html.source.ranges(of: "</details>").count
      if isInside {
        units[units.count - 1].html += "\n" + html
        continue
      }
      var unit = Unit(html: html, lines: element.lines, height: Self.height(of: element))
      if case .heading = element.kind { unit.isHeading = true }
      unit.isStep = steps.contains { element.lines.contains($0) }
      unit.isBound = note != nil || plan.told.contains { $0.lines.contains(element.lines.lowerBound) }
      units.append(unit)
    }
    // What the lesson left open is closed.
    for rest in pieces.dropFirst(elements.count) where !units.isEmpty { units[units.count - 1].html += rest }
    self.init(units)
  }

  private static func height(of element: MarkdownElement) -> Double {
    switch element.kind {
    case .html: 0
    case .heading: 2
    case .paragraph: Double(element.shownText.count / 70) + 1.7
    // The type of code is smaller, and figures are made to fit.
    case .code: min(0.8 * Double(element.lines.count), 9)
    default: 1.5 * Double(element.lines.count)
    }
  }
}
