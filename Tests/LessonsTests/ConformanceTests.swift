import Builtins
import Lessons
import TestSupport
import Testing
import Workbench

/// For each rule of lessons one that holds, in Tests/Transcripts/lessons, and one that must not, in its folder `failing`, with
/// the report that it gets beside it.
@Suite struct ConformanceTests {
  private static let folder = Project.path("Tests/Transcripts/lessons/")
  private static let failing: [String] = LessonFiles.candidates([folder + "failing"]).map(name)
  private static let holding: [String] =
    LessonFiles.candidates([folder]).filter { !$0.contains("/failing/") }.map(name)

  private static func name(of path: String) -> String {
    String(path.split(separator: "/").last?.dropLast(".md".count) ?? "")
  }

  /// Small, so that endless work ends soon.
  private static func report(_ path: String) -> (Check.Status, String) {
    var budget = Budget()
    budget.steps = 100_000
    let check = LessonRunner(builtins: .standard, budget: budget, jobs: 1).check([path])
    return (check.status, ReportFormat.pretty.text(check))
  }

  @Test func `there are lessons of both sorts`() {
    #expect(Self.failing.count >= 30)
    #expect(Self.holding.count >= 20)
    // Most rules are shown from both sides.
    #expect(Set(Self.failing).intersection(Self.holding).count >= 15)
  }

  @Test(arguments: holding)
  func `holds`(_ name: String) {
    let (status, report) = Self.report("\(Self.folder)\(name).md")
    #expect(status == .allHold, "\(report)")
  }

  @Test(arguments: failing)
  func `fails as it should`(_ name: String) throws {
    let (status, report) = Self.report("\(Self.folder)failing/\(name).md")
    #expect(status != .allHold)
    let text = report.replacing(Self.folder + "failing/", with: "")
    #expect(text == (try Recording.kept(at: "Tests/Transcripts/lessons/failing/\(name).txt", for: text)))
  }
}
