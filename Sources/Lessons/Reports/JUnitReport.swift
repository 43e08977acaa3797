import Vocabulary

extension ReportFormat {
  static let junit = ReportFormat("junit", "XML for build servers") { check, _ in JUnitReport(check).text }
}

/// A check as JUnit's XML, as Jenkins and others take it: a suite for each lesson, a case for each command. No time is in it,
/// so that the same lessons make the same report.
struct JUnitReport {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  init(_ check: Check) {
    let suites = check.lessons.map { (name: $0.path, verdicts: Verdict.all(of: $0), luck: $0.luck) }
    let all = suites.flatMap(\.verdicts)
    let more = check.failure == nil ? 0 : 1
    add("<testsuites name=\"gradus check\" \(Self.counts(of: all, more: more))>")
    for suite in suites { add(suite.name, suite.verdicts, suite.luck) }
    if let failure = check.failure {
      add("  <testsuite name=\"gradus check\" \(Self.counts(of: [], more: 1))>")
      add(
        "    <testcase name=\"paths\"><error type=\"unreadable\" message=\(failure.message.xmlAttribute)/></testcase>")
      add("  </testsuite>")
    }
    add("</testsuites>")
  }

  private mutating func add(_ line: String) { text += line + "\n" }

  /// Errors are what could not be tested to its end.
  private static func counts(of verdicts: [Verdict], more: Int = 0) -> String {
    let errors = verdicts.count { $0.kind == .unreadable || $0.kind == .overBudget } + more
    let failures = verdicts.count { $0.kind == .differs || $0.kind == .flaw }
    return "tests=\"\(verdicts.count + more)\" failures=\"\(failures)\" errors=\"\(errors)\""
  }

  private mutating func add(_ name: String, _ verdicts: [Verdict], _ luck: [Luck]) {
    let skipped = verdicts.count { $0.kind == .notRun }
    add(
      "  <testsuite name=\(name.xmlAttribute) \(Self.counts(of: verdicts)) skipped=\"\(skipped)\" file=\(name.xmlAttribute)>"
    )
    var counts: [String: Int] = [:]
    for verdict in verdicts {
      // By its text a test is known from run to run, though lines are put in above it.
      let count = counts[verdict.title, default: 0] + 1
      counts[verdict.title] = count
      let title = verdict.title + (count > 1 ? " (\(count))" : "")
      let time = verdict.result.map { " time=\"\(Self.seconds($0.duration))\"" } ?? ""
      let opening = "    <testcase classname=\(name.xmlAttribute) name=\(title.xmlAttribute)\(time)"
      guard let element = Self.element(for: verdict.kind) else {
        add(opening + "/>")
        continue
      }
      let details = Self.details(of: verdict)
      let attributes = "type=\(verdict.kind.rawValue.xmlAttribute) message=\(verdict.message.xmlAttribute)"
      add(opening + ">")
      add("      <\(element) \(attributes)>\(details.xmlText)</\(element)>")
      add("    </testcase>")
    }
    if !luck.isEmpty {
      let lines = luck.map { "\($0.line): \($0.title) luck: \($0.held) of \($0.runs)" }
      add("    <system-out>\(lines.joined(separator: "\n").xmlText)</system-out>")
    }
    add("  </testsuite>")
  }

  private static func element(for kind: Verdict.Kind) -> String? {
    switch kind {
    case .holds: nil
    case .differs, .flaw: "failure"
    case .overBudget, .unreadable: "error"
    case .notRun: "skipped"
    }
  }

  /// To the millisecond.
  private static func seconds(_ duration: Duration) -> String {
    let milliseconds = Int(duration / .milliseconds(1))
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func details(of verdict: Verdict) -> String {
    let place = verdict.line.map { ["line \($0)"] } ?? []
    guard verdict.kind == .differs else { return (place + [verdict.message]).joined(separator: "\n") }
    let expected = verdict.expected.isEmpty ? ["(nothing)"] : verdict.expected
    let output = verdict.output.isEmpty ? ["(nothing)"] : verdict.output
    return (place + ["expected"] + expected + ["got"] + output).joined(separator: "\n")
  }
}

extension String {
  /// Between tags: what XML knows as marks written otherwise, what it does not allow made visible.
  fileprivate var xmlText: String { escaped(lineEnd: "\n") }

  /// As an attribute, with its quotation marks.
  fileprivate var xmlAttribute: String { "\"" + escaped(lineEnd: "&#10;") + "\"" }

  private func escaped(lineEnd: String) -> String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += lineEnd
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result += String(scalar).visible()
      }
    }
    return result
  }
}
