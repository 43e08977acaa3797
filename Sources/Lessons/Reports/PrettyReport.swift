import Vocabulary

extension ReportFormat {
  public static let pretty = ReportFormat("pretty", "for people") { check, usesColor in
    var report = PrettyReport(usesColor: usesColor)
    report.add(check)
    return report.text
  }
}

/// What a person wants to read of a check.
struct PrettyReport {
  private let usesColor: Bool
  private(set) var text = ""

  init(usesColor: Bool) { self.usesColor = usesColor }

  mutating func add(_ check: Check) {
    if let failure = check.failure {
      add("error: \(failure.message.visible())" + (failure.hint.map { " (\($0.visible()))" } ?? ""))
    }
    for lesson in check.lessons {
      for verdict in Verdict.all(of: lesson) where verdict.kind != .holds { add(verdict, in: lesson.path) }
    }
    addLuck(of: check)
    if check.failure == nil { add(Self.summary(of: check)) }
  }

  private mutating func add(_ line: String) { text += line + "\n" }

  private mutating func add(_ verdict: Verdict, in path: String) {
    let place = ([path.visible()] + (verdict.line.map { [String($0)] } ?? [])).joined(separator: ":")
    switch verdict.kind {
    case .holds: break
    case .unreadable: add("\(place): \(verdict.message.visible())\n")
    case .flaw: add("\(place): \(verdict.message.visible())\n")
    case .notRun: add("\(place): \(verdict.title) not run: \(verdict.message)\n")
    case .overBudget: add("\(place): \(verdict.title.visible())\n      over budget  \(verdict.message.visible())\n")
    case .differs:
      add("\(place): \(verdict.title.visible())")
      if let result = verdict.result { add(result) }
    }
  }

  /// Expected and got beside each other.
  private mutating func add(_ result: CommandResult) {
    let (actual, context) = result.comparedOutput
    let expected = result.command.expected
    var done = (expected: 0, actual: 0)
    func addSame(_ report: inout PrettyReport, upTo end: Int) {
      for line in actual[done.actual..<max(done.actual, end)] { report.add("                " + line.text.visible()) }
    }
    let replacements = Alignment(expected, actual, unannounced: result.unannouncedError).replacements
    for replacement in replacements {
      addSame(&self, upTo: replacement.actual.lowerBound)
      for index in 0..<max(replacement.expected.count, replacement.actual.count) {
        let wanted = index < replacement.expected.count ? expected[replacement.expected.lowerBound + index] : nil
        let came = index < replacement.actual.count ? actual[replacement.actual.lowerBound + index] : nil
        let difference = wanted.flatMap { wanted in came.map { Difference(wanted, $0) } }
        add("      expected  ", wanted, difference?.expectedMarks)
        add("      got       ", came?.text, difference?.actualMarks)
        for note in difference?.notes ?? [] { add("                " + note) }
      }
      done = (replacement.expected.upperBound, replacement.actual.upperBound)
    }
    addSame(&self, upTo: actual.count)
    for line in context { add("                " + line.text.visible()) }
    add("")
  }

  /// A line with its marked part underlined by carets.
  private mutating func add(_ label: String, _ line: String?, _ marks: [Range<Int>]?) {
    guard let line else {
      add(label + "(nothing)")
      return
    }
    add(label + red(line.visible()))
    guard let marks, !marks.isEmpty else { return }
    // By columns, since some characters take two.
    let characters = Array(line)
    let carets = (0..<(marks.last?.upperBound ?? 0)).map { index in
      let isMarked = marks.contains { $0.contains(index) }
      let columns = characters.indices.contains(index) ? characters[index].columns : 1
      return String(repeating: isMarked ? "^" : " ", count: columns)
    }
    add(String(repeating: " ", count: label.count) + carets.joined())
  }

  private func red(_ text: String) -> String { usesColor ? "\u{1B}[31m\(text)\u{1B}[0m" : text }

  // MARK: Luck

  private mutating func addLuck(of check: Check) {
    guard let seeds = check.seeds else { return }
    let outputs = check.lessons.flatMap { lesson in lesson.luck.map { (path: lesson.path, luck: $0) } }
    guard !outputs.isEmpty else {
      add("no output depends on luck: the same under \(counted(seeds, "other seed"))")
      return
    }
    add("\(counted(outputs.count, "output")) \(outputs.count == 1 ? "depends" : "depend") on luck:")
    for (path, luck) in outputs {
      add("\(path.visible()):\(luck.line): \(luck.title.visible())")
      add("      luck: \(luck.held) of \(luck.runs)" + (luck.isPlain ? "" : ", and not with the lesson's own seed"))
    }
    add("")
  }

  // MARK: Summary

  static func summary(of check: Check) -> String {
    let tally = Tally(check.lessons)
    let differing = tally[.differs] + tally[.flaw]
    var verdicts: [String] = []
    if differing > 0 { verdicts.append("\(differing) \(differing == 1 ? "differs" : "differ")") }
    if tally[.overBudget] > 0 { verdicts.append("\(tally[.overBudget]) over budget") }
    if tally[.notRun] > 0 { verdicts.append("\(tally[.notRun]) not run") }
    if verdicts.isEmpty, tally[.unreadable] == 0 || tally.commands > 0 {
      verdicts = [tally.commands == 0 ? "there is nothing to run" : "all passed"]
    }
    if tally[.unreadable] > 0 { verdicts.append("\(counted(tally[.unreadable], "file")) not readable") }
    return "\(counted(tally.lessons, "lesson")), \(counted(tally.commands, "command")): "
      + verdicts.joined(separator: ", ")
  }
}
