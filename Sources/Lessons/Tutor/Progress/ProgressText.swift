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
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { Self.unescaped($0) }
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
      lines.append(["lesson", record.title, record.fileName].map(Self.escaped).joined(separator: "\t"))
      for (key, outcome) in record.outcomes.sorted(by: { $0.key < $1.key }) {
        lines.append((["step", key] + Self.fields(of: outcome)).map(Self.escaped).joined(separator: "\t"))
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

  private static let escapes: [(Character, Character)] = [
    ("\\", "\\"), ("\t", "t"), ("\n", "n"), ("\r", "r"), ("\r\n", "n"),
  ]

  private static func escaped(_ field: String) -> String {
    field.map { character in
      escapes.first { $0.0 == character }.map { "\\" + String($0.1) } ?? String(character)
    }.joined()
  }

  private static func unescaped(_ field: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in field {
      if isEscaped {
        result.append(escapes.first { $0.1 == character }?.0 ?? character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
