import Language
import Plotting
import Vocabulary

/// What a reply shows, while it is put together: for the page, and in a few words for those who hear it.
struct ReplyPage {
  private var parts: [HTML] = []
  private var words: [String] = []
  private var figuresLeft: Int
  private var outputLeft: Int
  private let limits: ServingLimits
  private let lexicon: Lexicon

  /// Longer outputs are not read aloud.
  private static let mostRead = 160
  /// A figure with more bytes is shown as text.
  private static let largestFigure = 400_000

  init(lexicon: Lexicon, _ limits: ServingLimits) {
    self.lexicon = lexicon
    self.limits = limits
    figuresLeft = limits.figures
    outputLeft = limits.output
  }

  /// Whether nothing is said yet.
  var isSilent: Bool { words.allSatisfy(\.isEmpty) }

  var html: String { parts.filter { !$0.isEmpty }.map { $0.source.trimmingLineEnds }.joined(separator: "\n") }
  var say: String { words.filter { !$0.isEmpty }.joined(separator: " ") }

  // MARK: Commands

  /// A command, as a prompt shows it.
  mutating func show(command source: String) { parts.append(CommandRenderer(source, lexicon: lexicon).html) }

  /// What the lesson's own command printed.
  mutating func show(_ result: CommandResult) {
    let output = Array(result.output.dropLast(result.failureLines))
    show(result, Printout(output, result.figures, result.failure))
    for passage in result.deviation { add([passage]) }
  }

  /// What a command of the student's own printed.
  ///
  /// - Parameter isCut: whether that is only the beginning.
  mutating func show(_ printout: Printout, of source: String, isCut: Bool) {
    var printout = printout
    let fitting = printout.lines.prefix { line in
      outputLeft -= line.text.utf8.count + 1
      return outputLeft >= 0
    }
    let isCut = isCut || fitting.count < printout.lines.count
    if fitting.count < printout.lines.count {
      printout = Printout(
        Array(fitting), printout.figures.filter { $0.lines.upperBound <= fitting.count }, printout.failure)
    }
    defer {
      if isCut {
        remark("The output is longer than \(ByteCount.text(Double(limits.output))); the rest is cut off.")
      }
    }
    let message = printout.failure.map { $0.lines(in: source).map { OutputLine($0) } } ?? []
    let command = LessonCommand(source: source, line: 1, expected: [])
    let result = CommandResult(
      command: command, outcome: .holds, output: printout.lines + message, figures: printout.figures,
      failure: printout.failure, failureLines: message.count)
    show(result, printout)
  }

  private mutating func show(_ result: CommandResult, _ printout: Printout) {
    var figures: [ShownFigure] = []
    var drawings: [String] = []
    for figure in result.figures where figuresLeft > 0 {
      let drawing = SVGRenderer(carriesStyle: false).svg(figure.figure)
      guard drawing.utf8.count <= Self.largestFigure else { continue }
      figures.append(figure)
      drawings.append(drawing)
      figuresLeft -= 1
    }
    parts.append(OutputRenderer(result.command, result.showing(figures), drawings: drawings).html)
    if !printout.figures.isEmpty { words.append(counted(printout.figures.count, "figure") + ".") }
    let shown = Set(printout.figures.flatMap(\.lines))
    let lines = printout.lines.indices.filter { !shown.contains($0) }.map { printout.lines[$0].text.trimmingSpace }
      .filter { !$0.isEmpty }
    let text = lines.joined(separator: "; ")
    if text.utf8.count <= Self.mostRead {
      words.append(text.isEmpty || text.last.map { ".!?:".contains($0) } ?? false ? text : text + ".")
    } else {
      words.append("\(counted(lines.count, "line")) of output.")
    }
    if let failure = printout.failure {
      words.append("Error: \(failure.message).")
      if let hint = failure.hint { words.append("Hint: \(hint).") }
    }
  }

  /// What the lesson's own block showed with all values of what it explores, to be moved through.
  mutating func show(_ explored: ExploredBlock) {
    parts.append(ExplorationRenderer(explored, lexicon: lexicon, carriesStyle: false).html)
    let names = explored.exploration.dials.map(\.name).joined(separator: " and ")
    words.append("Choose above what is shown: \(names) can be moved.")
  }

  // MARK: Remarks

  /// Something that is said of what was done.
  mutating func remark(_ text: String, _ style: TextStyle = []) { add([Passage(text, style)]) }

  /// The same, shown and read aloud.
  mutating func add(_ passages: [Passage]) {
    guard !passages.isEmpty else { return }
    parts.append("<div class=\"remark\">\n\(PassageRenderer.html(of: passages))\n</div>")
    words.append(passages.map(\.plainText).joined(separator: " "))
  }

  /// What the lesson says; shown, and not read aloud before it is asked for.
  mutating func explain(_ passages: [Passage]) {
    guard !passages.isEmpty else { return }
    parts.append("<div class=\"explanation\">\n\(PassageRenderer.html(of: passages))\n</div>")
  }

  /// Something that is said and needs not be seen.
  mutating func say(_ text: String) { words.append(text) }
}

extension CommandResult {
  /// The same with some of its figures drawn; the others are shown as text.
  fileprivate func showing(_ figures: [ShownFigure]) -> CommandResult {
    CommandResult(
      command: command, outcome: outcome, output: output, figures: figures, failure: failure, failureLines: failureLines
    )
  }
}

extension String {
  fileprivate var trimmingLineEnds: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
