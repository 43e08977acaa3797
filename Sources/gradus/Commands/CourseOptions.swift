import ArgumentParser
import CLibEdit
import Lessons
import Platform
import struct Vocabulary.Failure

/// By what a class is known and its copies are counted, for `gradus grade`.
struct CourseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who is in the class: a Canvas gradebook, a Moodle worksheet, or a table whose header says name, login, id or email.",
      valueName: "file"), completion: .file())
  var roster: String?

  @Option(
    help: ArgumentHelp(
      "After this a copy is late, such as 2026-12-01T18:00+01:00. Times elsewhere that name no time zone are of this one's.",
      valueName: "time"))
  var deadline: String?

  @Option(
    help: ArgumentHelp(
      "What tells when a copy was handed in: 'roster', its column; 'stamps', a file timestamp.txt beside it that no student "
        + "can write; 'files', when it was changed last.", valueName: "source"))
  var times = HandInTimes.roster

  @Option(help: ArgumentHelp("When the only copy was handed in.", valueName: "time"))
  var handedIn: String?

  @Option(
    help: ArgumentHelp(
      "Which of a student's attempts counts, with a roster: last, first, best, or punctual, the last in time.",
      valueName: "rule"))
  var attempts = AttemptRule.last

  @Option(help: ArgumentHelp("How many percent of its points a late copy loses.", valueName: "percent"))
  var latePenalty = 0

  @Option(
    help: ArgumentHelp(
      "Points and remarks by hand, a table with the columns student, question, points, remark; where there is no such file, "
        + "it is begun with what has to be looked at.", valueName: "file"), completion: .file())
  var marks: String?

  @Option(
    help: ArgumentHelp("Write a page for each student with what came of their copy.", valueName: "folder"),
    completion: .directory)
  var feedback: String?

  @Option(
    help: ArgumentHelp(
      "The column of a Canvas gradebook that the points go to; else what is called like the lesson.", valueName: "name")
  )
  var column: String?

  func validate() throws {
    guard (0...100).contains(latePenalty) else { throw ValidationError("--late-penalty must be 0 to 100") }
    if latePenalty > 0, deadline == nil, roster == nil {
      throw ValidationError("--late-penalty needs --deadline, or a roster with deadlines")
    }
  }

  /// The rules, their files read.
  var rules: CourseRules {
    get throws(Failure) {
      var rules = CourseRules()
      let zone = deadline.flatMap { HandInTime.zone(in: $0) }
      if let deadline { rules.deadline = try HandInTime(deadline) }
      if let handedIn { rules.handedIn = try HandInTime(handedIn, zone: zone) }
      if let roster { rules.roster = try Roster(roster, zone: zone) }
      if let marks, FileKind(of: marks) != nil { rules.marks = try MarkSheet(marks) }
      (rules.times, rules.attempts, rules.latePenalty, rules.column) = (times, attempts, latePenalty, column)
      return rules
    }
  }
}

extension HandInTimes: ExpressibleByArgument {}
extension AttemptRule: ExpressibleByArgument {}
