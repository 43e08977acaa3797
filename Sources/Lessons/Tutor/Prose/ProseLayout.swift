import Vocabulary

/// Brings passages into lines for a window.
public struct ProseLayout: Sendable {
  /// Columns that a line may take.
  public let width: Int
  /// Whether the terminal shows styles; else words keep their Markdown marks, and headings are underlined.
  public let showsStyles: Bool
  /// Whether only ASCII may be used.
  public let isASCII: Bool
  /// The columns that a character takes.
  private let columns: @Sendable (Character) -> Int

  public init(
    width: Int, showsStyles: Bool = false, isASCII: Bool = false,
    columns: @escaping @Sendable (Character) -> Int = { _ in 1 }
  ) {
    self.width = max(10, width)
    self.showsStyles = showsStyles
    self.isASCII = isASCII
    self.columns = columns
  }

  /// The lines of some passages, blank ones between them where they do not belong together.
  public func lines(of passages: [Passage]) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (index, passage) in passages.enumerated() {
      if index > 0, !passage.isClose { lines.append(gap(between: passages[index - 1], and: passage)) }
      lines += self.lines(of: passage)
    }
    return lines
  }

  private func lines(of passage: Passage) -> [StyledLine] {
    let first = passage.frames.map(\.first).joined()
    let rest = passage.frames.map(\.rest).joined()
    // Deep inside of lists something must remain for the words.
    let room = max(10, width - rest.count)
    return content(passage.content, width: room).enumerated().map { index, line in
      let frame = shown(index == 0 ? first : rest)
      let isMark = frame.contains { $0 != " " && $0 != "-" }
      return frame.isEmpty ? line : StyledLine([TextRun(frame, isMark ? .faint : [])] + line.runs)
    }
  }

  /// An empty line, in a quote with its mark.
  private func gap(between passage: Passage, and next: Passage) -> StyledLine {
    let common = zip(passage.frames, next.frames).prefix { $0.rest == $1.rest }.map(\.0.rest).joined()
    let end = common.lastIndex { $0 != " " }
    return StyledLine(end.map { [TextRun(shown(String(common[...$0])), .faint)] } ?? [])
  }

  private func content(_ content: Passage.Content, width: Int) -> [StyledLine] {
    switch content {
    case .heading(let level, let runs): heading(level, runs, width: width)
    case .paragraph(let runs): wrapped(runs, width: width)
    case .code(let text): code(text, width: width)
    case .rule: [StyledLine([TextRun(String(repeating: shown("─"), count: min(width, 40)), .faint)])]
    case .table(let alignments, let rows): TableLayout(self, alignments, rows, width: width).lines
    }
  }

  private func heading(_ level: Int, _ runs: [TextRun], width: Int) -> [StyledLine] {
    let style: TextStyle = level == 1 ? [.heading, .title] : .heading
    let lines = wrapped(runs.map { TextRun($0.text, $0.style.union(style)) }, width: width)
    if showsStyles { return lines }
    let underline = String(repeating: level == 1 ? "=" : "-", count: lines.map { self.width(of: $0.text) }.max() ?? 0)
    return lines + [StyledLine([TextRun(underline, style)])]
  }

  /// Indented by four, as Markdown may write it.
  private func code(_ text: String, width: Int) -> [StyledLine] {
    var lines = text.lines.map { shown(String($0)) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let breaking = LineBreaking(width: width - 4, columns: columns, breaksAnywhere: true)
    return lines.flatMap { line in
      breaking.lines(of: [TextRun(line, showsStyles ? .code : [])]).map { StyledLine([TextRun("    ")] + $0.runs) }
    }
  }

  // MARK: Words

  /// Runs broken into lines, at least one.
  func wrapped(_ runs: [TextRun], width: Int) -> [StyledLine] {
    LineBreaking(width: width, columns: columns).lines(of: marked(runs).map { TextRun(shown($0.text), $0.style) })
  }

  /// The text as the terminal can show it.
  func shown(_ text: String) -> String {
    let safe = text.visible(keepsLines: true)
    return isASCII ? safe.asciiForm : safe
  }

  func width(of text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

  /// Where styles cannot be shown, the marks that Markdown has for them.
  private func marked(_ runs: [TextRun]) -> [TextRun] {
    if showsStyles { return runs }
    var result: [TextRun] = []
    var open: TextStyle = []
    for run in runs + [TextRun("")] {
      for (style, mark) in Self.marks.reversed() where open.contains(style) && !run.style.contains(style) {
        result.append(TextRun(mark))
      }
      for (style, mark) in Self.marks where run.style.contains(style) && !open.contains(style) {
        result.append(TextRun(mark))
      }
      open = run.style
      result.append(run)
    }
    return result
  }

  private static let marks: [(TextStyle, String)] = [(.strong, "**"), (.emphasis, "*"), (.struck, "~~"), (.code, "`")]
}

/// Breaks runs of text into lines, between words where that is possible.
private struct LineBreaking {
  let width: Int
  let columns: @Sendable (Character) -> Int
  /// Whether lines are broken where they are full, as those of code are, whose spaces matter.
  var breaksAnywhere = false

  private struct Piece {
    let character: Character
    let style: TextStyle
    let width: Int
  }

  /// At least one line, though it be empty.
  func lines(of runs: [TextRun]) -> [StyledLine] {
    var lines: [StyledLine] = []
    var line: [Piece] = []
    var used = 0
    for run in runs {
      for character in run.text {
        if character == "\n" {
          lines.append(styled(line))
          (line, used) = ([], 0)
          continue
        }
        if character == " ", line.isEmpty, !lines.isEmpty, !breaksAnywhere { continue }
        let piece = Piece(character: character, style: run.style, width: columns(character))
        if used + piece.width > width, !line.isEmpty {
          // A space that does not fit any more is the break.
          let isSpace = character == " " && !breaksAnywhere
          let end = isSpace ? line.count : lastBreak(in: line, before: piece) ?? line.count
          lines.append(styled(Array(line[..<end])))
          line = Array(line[end...].drop { $0.character == " " && !breaksAnywhere })
          used = line.reduce(0) { $0 + $1.width }
          if isSpace { continue }
        }
        line.append(piece)
        used += piece.width
      }
    }
    return lines + [styled(line)]
  }

  /// Where the last word begins, nil where there is no other word in the line.
  private func lastBreak(in line: [Piece], before next: Piece) -> Int? {
    if breaksAnywhere { return nil }
    if line.last?.character == " " { return line.count }
    return line.indices.dropFirst().last { index in
      // Characters of double width stand without spaces and can be parted anywhere.
      line[index - 1].character == " " || line[index].width == 2 || line[index - 1].width == 2
    }.flatMap { next.width == 2 ? line.count : $0 }
  }

  private func styled(_ pieces: [Piece]) -> StyledLine {
    let end = breaksAnywhere ? pieces.count : (pieces.lastIndex { $0.character != " " } ?? -1) + 1
    var runs: [TextRun] = []
    for piece in pieces[..<end] {
      if let last = runs.indices.last, runs[last].style == piece.style {
        runs[last].text.append(piece.character)
      } else {
        runs.append(TextRun(String(piece.character), piece.style))
      }
    }
    return StyledLine(runs)
  }
}
