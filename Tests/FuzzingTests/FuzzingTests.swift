import Fuzzing
import Platform
import TestSupport
import Testing
import Workbench

/// Inputs that nobody would type.
@Suite struct FuzzingTests {
  private static func corpus() throws -> [String] {
    try Corpus.lines(of: ["Tests/Transcripts", "lessons"].map { Project.path($0) })
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `nothing that is typed breaks a session`(_ seed: UInt64) throws {
    let fuzzer = Fuzzer(seed: seed, corpus: try Self.corpus())
    let trials = try #require(
      LargeStack.run {
        (0..<400).map { (number: UInt64) in
          let input = fuzzer.input(number)
          return (number, input, fuzzer.trial(number, of: input))
        }
      })
    for (number, input, trial) in trials where !trial.faults.isEmpty {
      Issue.record("input \(number) of seed \(seed), \(input.debugDescription): \(trial.faults.joined(separator: " "))")
    }
    // Inputs that all failed early would show nothing.
    #expect(trials.count { $0.2.outcome == .succeeded } > 60)
    #expect(trials.count { $0.2.outcome == .failed } > 120)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `no built-in breaks on extreme values`(_ seed: UInt64) throws {
    let fuzzer = Fuzzer(callingEverything: seed, memory: 1_000_000, steps: 30_000)
    let count = UInt64(2 * BuiltinTable.standard.lexicon.signatures.count)
    let trials = try #require(
      LargeStack.run {
        (0..<count).map { (number: UInt64) in
          let input = fuzzer.input(number)
          return (number, input, fuzzer.trial(number, of: input))
        }
      })
    for (number, input, trial) in trials where !trial.faults.isEmpty {
      Issue.record("input \(number) of seed \(seed), \(input.debugDescription): \(trial.faults.joined(separator: " "))")
    }
    for (name, (_, input, _)) in zip(BuiltinTable.standard.lexicon.names, trials) { #expect(input.hasPrefix(name)) }
    #expect(trials.count { $0.2.outcome == .succeeded } > 40)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `nothing that is sent breaks a kernel`(_ seed: UInt64) throws {
    let fuzzer = WireFuzzer(seed: seed)
    let outcomes = try #require(
      LargeStack.run { (0..<2_000).map { (number: UInt64) in fuzzer.trial(number, of: fuzzer.input(number)) } })
    for (number, outcome) in outcomes.enumerated() where !outcome.faults.isEmpty {
      Issue.record("input \(number) of seed \(seed): \(outcome.faults.joined(separator: " "))")
    }
    #expect(outcomes.count { $0.isRefused } > 300)
    #expect(outcomes.reduce(0) { $0 + $1.understood } > 600)
  }

  @Test func `inputs depend on seed and number alone`() throws {
    let corpus = try Self.corpus()
    #expect(corpus.count > 300)
    let fuzzers = [1, 1, 2].map { Fuzzer(seed: $0, corpus: corpus) }
    let inputs = fuzzers.map { fuzzer in (0..<100).map { fuzzer.input($0) } }
    #expect(inputs[0] == inputs[1])
    #expect(Set(inputs[0] + inputs[2]).count > 180)
  }
}
