import Vocabulary

extension OutputLine {
  /// The line with its numbers marked.
  var styled: StyledLine {
    var runs: [TextRun] = []
    var end = 0
    for (start, number) in numbers.sorted(by: { $0.key < $1.key }) where start >= end {
      if start > end { runs.append(TextRun(String(characters[end..<start]).visible(keepsLines: true))) }
      runs.append(TextRun(String(characters[number.range]), .number))
      end = number.range.upperBound
    }
    if end < characters.count { runs.append(TextRun(String(characters[end...]).visible(keepsLines: true))) }
    return StyledLine(runs)
  }
}
