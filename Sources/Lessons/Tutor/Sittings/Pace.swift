/// How long a learner needs who meets the matter for the first time: the one rule behind all minutes that are told.
enum Pace {
  /// Seconds for what is read, at 150 words a minute.
  static func seconds(reading passages: some Sequence<Passage>) -> Int {
    passages.reduce(0) { $0 + $1.wordCount } * 60 / 150
  }

  /// Seconds for what is done, with what it prints and what is said of it.
  static func seconds(doing task: TutorStep.Task) -> Int {
    switch task {
    case .command: 20
    case .prediction: 45
    case .exploration: 60
    case .quiz: 60
    case .exercise: 180
    }
  }

  /// Rounded to five, as far as such a rule can be trusted.
  static func minutes(_ seconds: Int) -> Int { max(5, (seconds + 150) / 300 * 5) }
}

extension Passage {
  fileprivate var wordCount: Int {
    switch content {
    case .heading(_, let runs), .paragraph(let runs): Self.wordCount(of: runs)
    case .code(let text): Self.wordCount(of: [TextRun(text)])
    case .rule: 0
    case .table(_, let rows): rows.joined().reduce(0) { $0 + Self.wordCount(of: $1) }
    }
  }

  private static func wordCount(of runs: [TextRun]) -> Int {
    runs.map(\.text).joined().split(whereSeparator: \.isWhitespace).count
  }
}
