import Builtins
import Lessons
import TestSupport
import Testing

/// What a lesson may use up, and what is said when it has.
@Suite struct BudgetTests {
  private func run(_ lines: String..., marks: String = "", budget: Budget) throws -> LessonResult {
    let markdown = "```gradus\(marks)\n" + lines.joined(separator: "\n") + "\n```\n"
    let document = try Document(markdown)
    return Lesson.run(document, builtins: .standard, budget: budget)
  }

  private static let endless = ["> f(n) = if n < 2 then n else f(n - 1) + f(n - 2);", "> f(60)", "1"]

  @Test func `steps run out at the same place everywhere`() throws {
    var budget = Budget()
    budget.steps = 50_000
    let result = try run("> 1", "1", Self.endless[0], Self.endless[1], "> 2", "2", "> 3", "3", budget: budget)
    #expect(result.commands.map(\.outcome) == [.holds, .holds, .overBudget(.steps)])
    #expect(result.notRun == 2)
    #expect(!result.holds)
    #expect(result.commands[2].outputText.hasPrefix("error: the lesson takes more than 50000 steps\n"))
    // What one command takes is taken from all.
    let sums = Array(repeating: "> sum(1..10_000)\n5.0005e7", count: 10).joined(separator: "\n")
    let outcomes = try run(sums, budget: budget).commands.map(\.outcome)
    #expect(outcomes.last == .overBudget(.steps))
    #expect(outcomes.count < 10)
    #expect(try run(sums, marks: " slow", budget: budget).commands.count == 10)
  }

  @Test func `an error that is announced does not excuse it`() throws {
    var budget = Budget()
    budget.steps = 50_000
    let result = try run(Self.endless[0], Self.endless[1], "error: [..]", budget: budget)
    #expect(result.commands.last?.outcome == .overBudget(.steps))
  }

  @Test func `commands that fail are counted, too`() throws {
    var budget = Budget()
    budget.steps = 50_000
    let late = Array(repeating: "> [sum(1..10_000), 1][2]\nerror: [..]", count: 10)
    #expect(try run(late.joined(separator: "\n"), budget: budget).commands.last?.outcome == .overBudget(.steps))
  }

  @Test func `training counts`() throws {
    var budget = Budget()
    budget.steps = 50_000
    let result = try run(
      "> net = sequential(input(2), dense(50, tanh), dense(1, sigmoid), seed=1);", "> d = circles(1000, seed=1);",
      "> train net d epochs=1e6", budget: budget)
    #expect(result.commands.last?.outcome == .overBudget(.steps))
  }

  @Test func `time is the last resort`() throws {
    var budget = Budget()
    budget.seconds = 0.5
    let result = try run(Self.endless[0], Self.endless[1], "> 1", "1", budget: budget)
    #expect(result.commands.map(\.outcome) == [.holds, .overBudget(.time)])
    #expect(result.notRun == 1)
    let training = try run(
      "> net = sequential(input(2), dense(1), seed=1);", "> train net circles(10, seed=1) epochs=1e6", budget: budget)
    #expect(training.commands.last?.outcome == .overBudget(.time))
  }

  @Test func `memory`() throws {
    var budget = Budget()
    budget.memory = 80_000
    let result = try run("> 1..10_001", "> 1", "1", "> set memory=1TB", "> set memory=1kB", budget: budget)
    #expect(result.commands.map(\.outcome) == [.overBudget(.memory), .holds, .overBudget(.memory), .holds])
    #expect(try run("> 1..10_001", "error: this would need [..]", budget: budget).holds)
  }

  @Test func `an output that is too long is cut`() throws {
    var budget = Budget()
    budget.output = 10_000
    let result = try run(
      "> f(x) = \"\(String(repeating: "abcdefghij", count: 1000))\";", "> map(f, 1..20)", "...", "> 1", "1",
      budget: budget)
    #expect(result.commands.map(\.outcome) == [.holds, .overBudget(.output)])
    #expect(result.commands[1].outputText.utf8.count < 5_000)
    #expect(result.notRun == 1)
    let many = Array(repeating: "> [\"abcdefghij\" for i in 1..15]\n...", count: 100).joined(separator: "\n")
    #expect(try run(many, budget: budget).commands.last?.outcome == .overBudget(.output))
  }
}
