import Builtins
import Probability
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Distributions as random variables: what is one draw and what are two.
@Suite struct RandomVariableTests {
  private struct Row: CustomTestStringConvertible {
    let value: Double
    let commands: String
    var testDescription: String { commands }
  }

  private static func rows(_ file: String) throws -> [Row] {
    try References.text("random_variables/" + file).split(separator: "\n").dropFirst().map { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return Row(value: try #require(Double(parts[0])), commands: String(parts[1]))
    }
  }

  @Test func `probabilities agree with enumeration and SciPy`() throws {
    let rows = try Self.rows("random_variables.tsv")
    #expect(rows.count > 75)
    for row in rows {
      var session = Session()
      let transcript = session.run(row.commands)
      #expect(transcript.failure == nil, "\(row.commands): \(transcript.failure?.message ?? "")")
      let value = transcript.results.last?.value.number ?? .nan
      #expect((value - row.value).magnitude <= 1e-12 * max(row.value, 1e-300), "\(row.commands): \(value)")
    }
  }

  /// A refused condition comes with a line; typed after the same definitions, it estimates what it should.
  @Test func `what is refused comes with a line that estimates it`() throws {
    for row in try Self.rows("estimates.tsv") {
      var session = Session()
      let failure = try #require(session.run(row.commands).failure, "\(row.commands)")
      let hint = try #require(failure.hint)
      let start = "estimate it: "
      try #require(hint.hasPrefix(start))
      let transcript = session.run(String(hint.dropFirst(start.count)))
      #expect(transcript.failure == nil, "\(hint): \(transcript.failure?.message ?? "")")
      let estimate = transcript.results.last?.value.number ?? .nan
      #expect((0...1).contains(estimate), "\(hint)")
      // Five standard errors of 100000 draws.
      if row.value.isFinite { #expect((estimate - row.value).magnitude <= 0.008, "\(hint): \(estimate)") }
    }
  }

  /// Whatever yields a distribution yields a variable: less itself it is 0, less a copy it is not.
  @Test func `every distribution is a variable`() throws {
    var count = 0
    let topics = ["distributions", "probability", "initializers"]
    for builtin in BuiltinTable.standard.all where topics.contains(builtin.signature.documentation.topic) {
      for example in builtin.signature.documentation.examples {
        var session = Session()
        guard case .object(is RandomVariable)? = session.run(example.input).results.last?.value else { continue }
        count += 1
        let last = example.input.split(separator: ";").last.map(String.init) ?? ""
        let difference = "thing = \(last); var(thing - thing)"
        #expect(session.run(difference).results.last?.value.number == 0, "\(example.input)")
      }
    }
    #expect(count >= 2)
  }

  @Test func `snapshots keep their variables`() throws {
    var session = Session()
    _ = session.run("A = normal(0, 1)")
    var copy = session
    _ = copy.run("B = normal(0, 1)")
    _ = session.run("C = normal(0, 1)")
    #expect(copy.run("P(A > B)").results.last?.value.number == 0.5)
    #expect(session.run("P(A > A)").results.last?.value.number == 0)
    #expect(session.run("A - C").results.last?.printed.text == "normal(mean=0, stddev=1.41421)")
    #expect(session.run("A - A").results.last?.printed.text == "constant(value=0)")
  }
}
