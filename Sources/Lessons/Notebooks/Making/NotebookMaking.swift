import Probability
import Vocabulary
import Workbench

/// Makes cells of the pieces of a lesson.
struct NotebookMaking {
  private(set) var cells: [NotebookCell] = []
  /// The lesson, without what is left out for learners.
  private(set) var text = ""

  private let pieces: LessonPieces
  private let outputs: LessonOutputs
  private let markdown: CellMarkdown
  private let isForTeacher: Bool
  /// The lessons of which notebooks are made along with this one, as links name them.
  private let others: Set<String>
  /// Commands so far of those that are run with the lesson.
  private var place = 0
  private var ids: Set<String> = []

  init(
    _ document: Document, _ outputs: LessonOutputs, _ markdown: CellMarkdown, isForTeacher: Bool, others: Set<String>
  ) throws(Failure) {
    pieces = try LessonPieces(document)
    (self.outputs, self.markdown, self.isForTeacher, self.others) = (outputs, markdown, isForTeacher, others)
  }

  mutating func make() {
    for piece in pieces.pieces {
      if case .key(let key) = piece.kind, key.kind == .hint, !isForTeacher { continue }
      let whole = pieces.text(piece.lines)
      text += whole
      switch piece.kind {
      case .prose: add(.markdown, whole, id: Self.name("text", whole))
      case .frontMatter: add(.raw, whole, id: "front-matter")
      case .quiz(let quiz):
        add(.markdown, whole, id: "quiz-" + quiz.id)
        cells[cells.count - 1].marks.quiz = quiz.id
      case .key(let key):
        // The mark of an exercise in a copy says nothing to anybody.
        if key.isKept, key.kind == .check, let last = cells.indices.last {
          cells[last].marks.closing = (cells[last].marks.closing ?? "\n\n") + whole
        } else {
          add(.raw, whole, id: key.kind.rawValue + "-" + key.id)
        }
      case .setUp(let block): add(setUp: block, whole)
      case .block(let block) where block.exercise != nil: add(exercise: block, piece.lines)
      case .block(let block): add(block, piece.lines)
      }
    }
    // At the end of a file one line end is usual, a blank line is not.
    guard let last = cells.indices.last, cells[last].kind != .code else { return }
    switch cells[last].marks.closing {
    case "\n": cells[last].marks.closing = nil
    case nil: cells[last].marks.closing = "\n\n"
    default: break
    }
  }

  // MARK: Text

  private mutating func add(_ kind: NotebookCell.Kind, _ whole: String, id: String) {
    let isText = { (byte: UInt8) in byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r") }
    let start = whole.utf8.firstIndex(where: isText) ?? whole.endIndex
    let end = whole.utf8.lastIndex(where: isText).map(whole.utf8.index(after:)) ?? start
    let source = String(whole[start..<end])
    var cell = NotebookCell(kind, id: unused(id), source: source)
    let linked = NotebookLinks.towardsNotebooks(source, others)
    if kind == .markdown, linked != source, NotebookLinks.towardsLessons(linked) == source {
      (cell.source, cell.marks.hasLinks) = (linked, true)
    }
    if start > whole.startIndex { cell.marks.opening = String(whole[..<start]) }
    if whole[end...] != "\n\n" { cell.marks.closing = String(whole[end...]) }
    cells.append(cell)
  }

  // MARK: Commands

  private mutating func add(_ block: Block, _ lines: Range<Int>) {
    for (number, command) in block.commands.enumerated() {
      let kind = block.solution.map { "solution-" + $0 } ?? "command"
      var cell = NotebookCell(.code, id: unused(Self.name(kind, command.source)), source: command.source)
      if let shown = shown(by: command, of: block) {
        cell.outputs = shown.map(NotebookOutput.init)
      } else if !command.expected.isEmpty {
        cell.outputs = [NotebookOutput(text: command.expected.joined(separator: "\n"))]
      }
      if command.announcedError != nil { cell.tags = ["raises-exception"] }
      // Learners are to foretell them; front ends show the beginning even of what is folded away.
      if block.marks.contains(.predict), !isForTeacher { cell.outputs = [] }
      let begin = number == 0 ? lines.lowerBound : command.line
      let end = number + 1 < block.commands.count ? block.commands[number + 1].line : block.lines.upperBound
      if number == 0 { cell.marks.opening = pieces.text(begin..<command.line) }
      if end == block.lines.upperBound { cell.marks.closing = pieces.text(end..<lines.upperBound) }
      cell.marks.prefix = prefix(of: command)
      let body = pieces.text(command.line..<end)
      let expected = command.expected.joined(separator: "\n")
      let printed = cell.printed.text
      if CellMarkdown.lines(printed) != command.expected || !isPlain(command.expected) {
        (cell.marks.expected, cell.marks.printed) = (expected, CellMarkdown.number(of: printed))
      }
      if markdown.body(of: cell) != body {
        (cell.marks.expected, cell.marks.printed) = (expected, CellMarkdown.number(of: printed))
        cell.marks.verbatim = .init(source: cell.source, markdown: body)
      }
      cells.append(cell)
    }
  }

  /// Whether nothing in an output has a meaning but what it says.
  private func isPlain(_ expected: [String]) -> Bool { expected.allSatisfy { LiteralLine.written($0) == $0 } }

  /// What stands below a command's cell; nil where it was not run.
  private mutating func shown(by command: LessonCommand, of block: Block) -> [CellOutput]? {
    if block.solution != nil { return outputs.ofSolutions[command.line] }
    guard block.isRun else { return nil }
    defer { place += 1 }
    return outputs.ofCommands[place]
  }

  /// What stands before the prompt of a command on its line; nil where nothing does.
  private func prefix(of command: LessonCommand) -> String? {
    let line = pieces.text(command.line)
    let prompt = "> " + (command.source.lines.first ?? "")
    return line.hasSuffix(prompt) && line.count > prompt.count ? String(line.dropLast(prompt.count)) : nil
  }

  // MARK: Exercises

  /// One cell, whose first line says which exercise it is.
  private mutating func add(exercise block: Block, _ lines: Range<Int>) {
    let id = block.exercise ?? ""
    let source = ([ExerciseLine.written(id)] + block.commands.map(\.source)).joined(separator: "\n")
    var cell = NotebookCell(.code, id: unused("exercise-" + id), source: source)
    // The solution follows, and is to be reached.
    if isForTeacher { cell.tags = ["raises-exception"] }
    let first = block.commands.first?.line ?? block.lines.upperBound
    cell.marks.exercise = id
    cell.marks.opening = pieces.text(lines.lowerBound..<first)
    cell.marks.closing = pieces.text(block.lines.upperBound..<lines.upperBound)
    cell.marks.prefix = block.commands.first.flatMap(prefix)
    let body = pieces.text(first..<block.lines.upperBound)
    if markdown.body(of: cell) != body { cell.marks.verbatim = .init(source: source, markdown: body) }
    cells.append(cell)
  }

  // MARK: Set-up

  private mutating func add(setUp block: Block, _ whole: String) {
    place += block.commands.count
    let commands = block.commands.map(\.source).joined(separator: "\n")
    // Front ends show the first line even of what is folded away.
    let source = SetUpLine.written + "\n" + commands
    var cell = NotebookCell(.code, id: unused(Self.name("set-up", commands)), source: source)
    (cell.isSourceHidden, cell.areOutputsHidden, cell.tags) = (true, true, ["hide-cell"])
    let open = whole.firstRange(of: "gradus")?.upperBound ?? whole.startIndex
    let close = whole.firstRange(of: "-->")?.lowerBound ?? whole.endIndex
    let inner = whole[open..<max(open, close)]
    let head = inner.prefix(while: \.isWhitespace)
    let body = String(inner.dropFirst(head.count).reversed().drop(while: \.isWhitespace).reversed())
    let bodyEnd = inner.index(inner.startIndex, offsetBy: head.count + body.count)
    cell.marks.isSetUp = true
    cell.marks.opening = String(whole[..<inner.index(inner.startIndex, offsetBy: head.count)])
    cell.marks.closing = String(whole[bodyEnd...])
    if body != commands { cell.marks.verbatim = .init(source: source, markdown: body) }
    cells.append(cell)
  }

  // MARK: Ids

  /// A word and a number for a content: another one only where the content is another.
  private static func name(_ word: String, _ content: String) -> String {
    word + "-" + String(Fingerprint.of(content.trimmingSpace), radix: 36)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// As notebooks want ids: few characters, at most 64 of them, each once.
  private mutating func unused(_ name: String) -> String {
    var plain = String(
      decoding: name.utf8.map { Self.isPlain($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    if plain != name || plain.utf8.count > 50 {
      plain = String(plain.prefix(36)) + "-" + String(Fingerprint.of(name), radix: 36)
    }
    var id = plain
    var number = 1
    while !ids.insert(id).inserted {
      number += 1
      id = plain + "-\(number)"
    }
    return id
  }
}
