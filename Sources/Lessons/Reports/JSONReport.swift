import Vocabulary

extension ReportFormat {
  static let json = ReportFormat("json", "one object for programs") { check, _ in JSONReport.object(check).text + "\n" }
}

/// A check as one JSON object. The shape stays; members may be added.
///
/// `version` 1; `status` `all hold`, `some differ` or `unreadable`; `failure` null or why the paths could not be followed;
/// `seeds` how many other seeds were tried; `summary` with the numbers of `lessons`, `commands` and verdicts; `lessons`, each
/// with `path`, `holds`, `otherBlocks` (code blocks that are left alone), `verdicts` and `luck`. A verdict has `kind` (`holds`,
/// `differs`, `over budget`, `flaw`, `unreadable`, `not run`), `line`, `title`, `message`, `expected` and `output` (lists of
/// lines), `error` (null or the message of the command's failure) and `resource` (null or what ran out). Luck has `line`,
/// `title`, `held`, `runs` and `holds` (with the lesson's own seed).
enum JSONReport {
  static func object(_ check: Check) -> JSON {
    let tally = Tally(check.lessons)
    let kinds: [(String, Verdict.Kind)] = [
      ("holds", .holds), ("differs", .differs), ("overBudget", .overBudget), ("flaws", .flaw),
      ("unreadable", .unreadable),
      ("notRun", .notRun),
    ]
    return JSON(object: [
      ("version", JSON(number: 1)), ("status", JSON(string: check.status.words)),
      ("failure", check.failure.map { JSON(string: $0.message) } ?? .null), ("seeds", JSON(number: check.seeds ?? 0)),
      (
        "summary",
        JSON(
          object: [("lessons", JSON(number: tally.lessons)), ("commands", JSON(number: tally.commands))]
            + kinds.map { ($0, JSON(number: tally[$1])) })
      ),
      ("lessons", JSON(array: check.lessons.map(object))),
    ])
  }

  private static func object(_ lesson: LessonResult) -> JSON {
    JSON(object: [
      ("path", JSON(string: lesson.path)), ("holds", JSON(truth: lesson.holds)),
      ("otherBlocks", JSON(number: lesson.document?.otherBlocks ?? 0)),
      ("verdicts", JSON(array: Verdict.all(of: lesson).map(object))), ("luck", JSON(array: lesson.luck.map(object))),
    ])
  }

  private static func object(_ verdict: Verdict) -> JSON {
    JSON(object: [
      ("kind", JSON(string: verdict.kind.rawValue)), ("line", verdict.line.map { JSON(number: $0) } ?? .null),
      ("title", JSON(string: verdict.title)), ("message", JSON(string: verdict.message)),
      ("expected", JSON(array: verdict.expected.map { JSON(string: $0) })),
      ("output", JSON(array: verdict.output.map { JSON(string: $0) })),
      ("error", verdict.result?.failure.map { JSON(string: $0.message) } ?? .null),
      ("resource", verdict.result?.excess.map { JSON(string: $0.rawValue) } ?? .null),
    ])
  }

  private static func object(_ luck: Luck) -> JSON {
    JSON(object: [
      ("line", JSON(number: luck.line)), ("title", JSON(string: luck.title)), ("held", JSON(number: luck.held)),
      ("runs", JSON(number: luck.runs)), ("holds", JSON(truth: luck.isPlain)),
    ])
  }
}

extension Check.Status {
  fileprivate var words: String {
    switch self {
    case .allHold: "all hold"
    case .someDiffer: "some differ"
    case .unreadable: "unreadable"
    }
  }
}
