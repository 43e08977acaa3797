/// Breaks runs of text into lines, between words where that is possible.
struct LineBreaking {
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
