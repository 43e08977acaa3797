import Vocabulary

extension ReportFormat {
  static let tap = ReportFormat("tap", "the Test Anything Protocol, version 14") { check, _ in TAPReport(check).text }
}

/// A check as a TAP stream: a test point for each command.
struct TAPReport {
  private(set) var text = "TAP version 14\n"

  init(_ check: Check) {
    let points = check.lessons.flatMap { lesson in Verdict.all(of: lesson).map { (lesson.path, $0) } }
    text += "1..\(points.count)\n"
    for (index, point) in points.enumerated() { add(index + 1, point.0, point.1) }
    for lesson in check.lessons {
      for luck in lesson.luck {
        text += "# \(lesson.path.visible()):\(luck.line): \(luck.title.visible()) luck: \(luck.held) of \(luck.runs)\n"
      }
    }
    if let failure = check.failure { text += "Bail out! \(failure.message.visible())\n" }
  }

  private mutating func add(_ number: Int, _ path: String, _ verdict: Verdict) {
    let place = ([path] + (verdict.line.map { [String($0)] } ?? [])).joined(separator: ":")
    let title = "\(place) \(verdict.title)".visible().tapEscaped
    switch verdict.kind {
    case .holds: text += "ok \(number) - \(title)\n"
    case .notRun: text += "ok \(number) - \(title) # SKIP \(verdict.message)\n"
    case .differs, .overBudget, .flaw, .unreadable:
      text += "not ok \(number) - \(title)\n" + Self.diagnosis(of: verdict, path)
    }
  }

  /// YAML, whose strings may be written as those of JSON.
  private static func diagnosis(of verdict: Verdict, _ path: String) -> String {
    var members = [
      ("message", JSON(string: verdict.message.visible())), ("severity", JSON(string: verdict.kind.rawValue)),
    ]
    members.append(("file", JSON(string: path.visible())))
    if let line = verdict.line { members.append(("line", JSON(number: line))) }
    if verdict.kind == .differs {
      members.append(("expected", JSON(array: verdict.expected.map { JSON(string: $0.visible()) })))
      members.append(("got", JSON(array: verdict.output.map { JSON(string: $0.visible()) })))
    }
    return "  ---\n" + members.map { "  \($0): \($1.text)\n" }.joined() + "  ...\n"
  }
}

extension String {
  /// `#` would begin a directive.
  fileprivate var tapEscaped: String {
    var result = ""
    for character in self { result += character == "#" || character == "\\" ? "\\\(character)" : String(character) }
    return result
  }
}
