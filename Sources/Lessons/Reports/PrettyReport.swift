import Vocabulary

/// What a person wants to read of a check.
public struct PrettyReport {
  private let usesColor: Bool
  public private(set) var text = ""

  public init(_ check: Check, usesColor: Bool) {
    self.usesColor = usesColor
    if let failure = check.failure { add("error: \(failure.message)") }
    for lesson in check.lessons { add(lesson) }
    if check.failure == nil { add(summary(of: check.lessons)) }
  }

  private mutating func add(_ line: String) { text += line + "\n" }

  private mutating func add(_ lesson: LessonResult) {
    if let failure = lesson.failure {
      let place = [lesson.path, failure.line.map { String($0) }].compactMap { $0 }.joined(separator: ":")
      add("\(place): \(failure.message)" + (failure.hint.map { " (\($0))" } ?? ""))
    }
    for result in lesson.failed { add(result, in: lesson.path) }
    if lesson.notRun > 0 { add("\(lesson.path): \(counted(lesson.notRun, "command")) after that not run\n") }
    for flaw in lesson.flaws {
      add("\(lesson.path):\(flaw.line): \(flaw.message)")
      add("                " + visible(flaw.detail) + "\n")
    }
  }

  private mutating func add(_ result: CommandResult, in path: String) {
    add("\(path):\(result.command.line): > \(visible(result.command.source.replacingLineEnds))")
    if result.excess != nil, let failure = result.failure {
      add("      over budget  " + failure.message + (failure.hint.map { " (\($0))" } ?? "") + "\n")
      return
    }
    let actual = Matcher.trimmed(result.output)
    let count = max(result.command.expected.count, actual.count)
    for index in 0..<count {
      let wanted = index < result.command.expected.count ? result.command.expected[index] : nil
      let came = index < actual.count ? actual[index] : nil
      if let wanted, let came, LineMatcher(wanted, came).matches {
        add("                " + visible(came.text))
        continue
      }
      let difference = wanted.flatMap { wanted in came.map { Difference(wanted, $0) } }
      add("      expected  ", wanted, difference?.expectedMarks)
      add("      got       ", came?.text, difference?.actualMarks)
      for note in difference?.notes ?? [] { add("                " + note) }
    }
    add("")
  }

  /// A line with its marked part underlined by carets.
  private mutating func add(_ label: String, _ line: String?, _ marks: [Range<Int>]?) {
    guard let line else {
      add(label + "(nothing)")
      return
    }
    add(label + red(visible(line)))
    guard let marks, !marks.isEmpty else { return }
    var carets = [Character](repeating: " ", count: marks.last?.upperBound ?? 0)
    for mark in marks { for index in mark { carets[index] = "^" } }
    add(String(repeating: " ", count: label.count) + String(carets))
  }

  private func red(_ text: String) -> String { usesColor ? "\u{1B}[31m\(text)\u{1B}[0m" : text }

  private func summary(of lessons: [LessonResult]) -> String {
    let commands = lessons.reduce(0) { $0 + $1.count }
    let excessive = lessons.reduce(0) { $0 + $1.commands.count { $0.excess != nil } }
    let failed = lessons.reduce(0) { $0 + $1.failed.count + $1.flaws.count } - excessive
    let notRun = lessons.reduce(0) { $0 + $1.notRun }
    let unreadable = lessons.count { $0.failure != nil }
    var verdicts: [String] = []
    if failed > 0 { verdicts.append("\(failed) \(failed == 1 ? "differs" : "differ")") }
    if excessive > 0 { verdicts.append("\(excessive) over budget") }
    if notRun > 0 { verdicts.append("\(notRun) not run") }
    if verdicts.isEmpty { verdicts = ["all passed"] }
    if unreadable > 0 { verdicts.append("\(counted(unreadable, "file")) not readable") }
    return "\(counted(lessons.count, "lesson")), \(counted(commands, "command")): " + verdicts.joined(separator: ", ")
  }
}

extension String {
  fileprivate var replacingLineEnds: String {
    lines.joined(separator: " ⏎ ")
  }
}

/// Control characters made visible, so that none reaches a terminal.
private func visible(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map { scalar in
    switch scalar.value {
    case 0x09: " "
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "?"
    case 0x7F..<0xA0: "?"
    default: scalar
    }
  }))
}
