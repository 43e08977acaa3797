import Vocabulary

/// The progress file's text: a line `gradus progress 1`; for each lesson a line with its title and file name and a line for
/// each step; at the end a line `end`, so that a file that was cut off is noticed. Fields are parted by tabs.
struct ProgressText {
  var records: [LessonRecord] = []

  private static let opening = "gradus progress 1"
  private static let closing = "end"
  private static let words: [(word: String, outcome: LessonRecord.Outcome)] = [
    ("done", .done), ("right", .right), ("late", .late), ("tried", .tried), ("skipped", .skipped),
  ]
  private static let handed = "handed"

  init() {}

  /// Nil where the text is not what `text` writes.
  init?(_ text: String) {
    var lines = text.lines[...]
    guard lines.popFirst() ?? "" == Self.opening, lines.popLast() == "", lines.popLast() ?? "" == Self.closing else {
      return nil
    }
    for line in lines {
      let fields = Fields.read(String(line))
      if fields.first == "lesson", fields.count == 3 {
        records.append(LessonRecord(title: fields[1], fileName: fields[2]))
      } else if fields.first == "step", let outcome = Self.outcome(fields.dropFirst(2)), !records.isEmpty {
        records[records.count - 1].outcomes[fields[1]] = outcome
      } else {
        return nil
      }
    }
  }

  var text: String {
    var lines = [Self.opening]
    for record in records {
      lines.append(Fields.text(["lesson", record.title, record.fileName]))
      for (key, outcome) in record.outcomes.sorted(by: { $0.key < $1.key }) {
        lines.append(Fields.text(["step", key] + Self.fields(of: outcome)))
      }
    }
    return (lines + [Self.closing, ""]).joined(separator: "\n")
  }

  private static func fields(of outcome: LessonRecord.Outcome) -> [String] {
    if case .handed(let answer) = outcome { return [handed, answer] }
    return words.first { $0.outcome == outcome }.map { [$0.word] } ?? []
  }

  private static func outcome(_ fields: ArraySlice<String>) -> LessonRecord.Outcome? {
    guard let word = fields.first else { return nil }
    if word == handed, fields.count == 2, let answer = fields.last { return .handed(answer) }
    return fields.count == 1 ? words.first { $0.word == word }?.outcome : nil
  }
}
