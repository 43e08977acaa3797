import Probability
import Vocabulary
import Workbench

/// Writes cells as the lines of a lesson. When a notebook is made it says what a cell has to remember: whatever would not be written as
/// it stands in the lesson.
struct CellMarkdown {
  /// Knows where an input ends.
  private let session: Session

  init(builtins: BuiltinTable) { session = Session(builtins: builtins) }

  /// What stands between the opening and the closing of a cell, each line with its end.
  func body(of cell: NotebookCell) -> String {
    guard cell.kind == .code else { return cell.lessonText }
    if cell.marks.isSetUp { return isVerbatim(cell) ?? SetUpLine.removed(from: cell.source) }
    let expected = expected(of: cell)
    if expected == Self.lines(cell.marks.expected ?? ""), let lines = isVerbatim(cell) { return lines }
    let commands = commands(in: cell)
    let lines = commands.flatMap(Self.prompted) + (commands.isEmpty ? [] : expected)
    return lines.map { line in
      let whole = (cell.marks.prefix ?? "") + line
      return (line.isEmpty ? String(whole.reversed().drop { $0 == " " }.reversed()) : whole) + "\n"
    }.joined()
  }

  private func isVerbatim(_ cell: NotebookCell) -> String? {
    cell.marks.verbatim.flatMap { $0.source == cell.source ? $0.markdown : nil }
  }

  // MARK: Commands

  /// The commands of a cell, read as the kernel reads them; those of a transcript that was pasted without what it shows.
  private func commands(in cell: NotebookCell) -> [String] {
    let source = cell.marks.exercise.map { ExerciseLine.removed(from: cell.source, of: $0) } ?? cell.source
    if !source.utf8.contains(UInt8(ascii: "\n")), source.utf8.first != UInt8(ascii: ">") {
      return source.allSatisfy(\.isWhitespace) ? [] : [source]
    }
    if source.drop(while: \.isWhitespace).hasPrefix(">") {
      let pasted = PastedText(source)
      if pasted.isTranscript { return pasted.commands }
    }
    var reading = InputLines()
    var inputs = source.lines.flatMap { reading.add($0, in: session) }
    if let last = reading.finish(in: session) { inputs.append(last) }
    while inputs.last?.text.allSatisfy(\.isWhitespace) ?? false { inputs.removeLast() }
    return inputs.map(\.text)
  }

  /// A command behind its prompts.
  private static func prompted(_ command: String) -> [String] {
    command.lines.enumerated().map { number, line in
      let prompt = number == 0 ? ">" : "|"
      return line.isEmpty ? prompt : prompt + " " + line
    }
  }

  // MARK: Outputs

  /// What the lesson says that a cell prints: what it said before as long as that fits, else what stands below the cell, by the rules of
  /// `gradus check --update`.
  private func expected(of cell: NotebookCell) -> [String] {
    // What an exercise prints as long as it is not filled in is not the lesson's.
    if cell.marks.exercise != nil { return [] }
    let (text, errorLines) = cell.printed
    guard let said = cell.marks.expected.map(Self.lines) else { return Self.lines(text).map(LiteralLine.written) }
    let wasCleared = cell.outputs.isEmpty && cell.count == nil
    if said.isEmpty || wasCleared || cell.marks.printed == Self.number(of: text) { return said }
    return OutputMerge(said, Self.lines(text).map { OutputLine(reading: $0) }, errorLines: errorLines).lines
  }

  /// The lines of a text without blank ones at its end; none of an empty one.
  static func lines(_ text: String) -> [String] {
    let lines = text.lines.map(String.init)
    return lines.dropLast(lines.reversed().prefix { $0.allSatisfy(\.isWhitespace) }.count)
  }

  /// A number for a text, by which another one is known.
  static func number(of text: String) -> String { String(Fingerprint.of(text), radix: 36) }
}

/// The line at the head of a cell of hidden set-up, which says no more.
enum SetUpLine {
  static let written = "# set-up"

  static func removed(from source: String) -> String {
    source.hasPrefix(written + "\n") ? String(source.dropFirst(written.count + 1)) : source
  }
}

/// The line `# exercise sd` at the head of a cell, by which learners see what it is for and which goes where the text goes.
enum ExerciseLine {
  static func written(_ id: String) -> String { "# exercise " + id }

  /// The id of one of the exercises that a line names, however it was typed.
  static func id(in line: some StringProtocol, among known: Set<String>) -> String? {
    let words = line.split { $0.isWhitespace || $0 == "#" }
    guard line.drop(while: \.isWhitespace).first == "#", words.count > 1, words[0].lowercased() == "exercise" else {
      return nil
    }
    let word = String(words[1])
    let bare = String(word.reversed().drop { ":.,;".contains($0) }.reversed())
    for id in [word, bare] where known.contains(id) { return id }
    let alike = known.filter { $0.lowercased() == bare.lowercased() }
    return alike.count == 1 ? alike.first : nil
  }

  static func removed(from source: String, of id: String) -> String {
    let lines = source.lines
    guard let first = lines.first, Self.id(in: first, among: [id]) != nil else { return source }
    return lines.dropFirst().joined(separator: "\n")
  }
}
