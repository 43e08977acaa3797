import Builtins
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Typical mistakes, typed: what a failure offers is typed in turn, and does what was meant.
@Suite struct MistakeTests {
  struct Mistake: CustomStringConvertible, Sendable {
    let typed: String
    let mended: String
    /// What the mended line prints, its results separated by single spaces; empty where only success is asked for.
    let prints: String

    var description: String { typed }
  }

  static let mistakes: [Mistake] = {
    let lines = (try? References.file(Project.path("Tests/Mistakes/syntax.tsv"))) ?? ""
    return lines.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Mistake(typed: cells[0], mended: cells[1], prints: cells.count > 2 ? cells[2] : "")
    }
  }()

  /// What the mistakes speak of.
  private static func session() -> Session {
    var session = Session()
    for line in ["x = 3", "c = true", "v = [1, 2, 3]", "f(x) = x²", "N = normal(0, 1)"] { _ = session.run(line) }
    return session
  }

  @Test func `there are many`() { #expect(Self.mistakes.count > 100) }

  @Test(arguments: mistakes)
  func `the fix does what was meant`(_ mistake: Mistake) throws {
    var session = Self.session()
    let failure = try #require(session.run(mistake.typed).failure, "it is no mistake")
    let fix = try #require(failure.fix, "no fix: \(failure.message), \(failure.hint ?? "no hint")")
    #expect(failure.span != nil)
    let mended = fix.applied(to: mistake.typed)
    #expect(mended == mistake.mended)
    let transcript = session.run(mended)
    guard !mistake.prints.isEmpty else { return }
    #expect(transcript.failure == nil, "\(transcript.failure?.message ?? "")")
    #expect(transcript.results.map(\.printed.text).joined(separator: " ").replacing("\n", with: "") == mistake.prints)
  }
}
