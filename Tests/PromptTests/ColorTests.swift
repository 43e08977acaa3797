import Testing
import TestSupport

/// Colours, and where there are none.
@Suite(.serialized) struct ColorTests {
  private let folder: TemporaryFolder
  private var history: String { folder.path + "/history" }

  init() throws { folder = try TemporaryFolder() }

  private func written(_ keys: String, arguments: [String] = [], environment: [String] = []) throws -> String {
    let terminal = try PseudoTerminal(arguments, history: history, environment: environment)
    terminal.expectRows(">")
    terminal.send(keys)
    #expect(terminal.end() == 0)
    return terminal.written
  }

  @Test func `what is typed is coloured, and what is printed`() throws {
    let text = try written("normal(0, stddev=2.5e-1) # \"x\"\r")
    #expect(
      text.contains(
        "\u{1B}[34mnormal\u{1B}[0m(\u{1B}[36m0\u{1B}[0m, stddev=\u{1B}[36m2.5e-1\u{1B}[0m) \u{1B}[2m# \"x\""))
    #expect(text.contains("normal(mean=\u{1B}[36m0\u{1B}[0m, stddev=\u{1B}[36m0.25\u{1B}[0m)"))
    #expect(
      try written("1..3 + .5\r").contains(
        "\u{1B}[36m1\u{1B}[0m..\u{1B}[36m3\u{1B}[0m + \u{1B}[36m.5\u{1B}[0m"))
    let failure = try written("[1 for i in foo] + \"a\" # c\r")
    #expect(failure.contains("\u{1B}[1;31merror\u{1B}[0m: there is nothing called 'foo'"))
    #expect(failure.contains("\u{1B}[31m^^^\u{1B}[0m"))
    #expect(failure.contains("\u{1B}[35mfor\u{1B}[0m"))
    #expect(failure.contains("\u{1B}[32m\"a\"\u{1B}[0m"))
    #expect(try written("f(x) = x³;\rf\"(3)\r").contains("> \u{1B}[0mf\"(\u{1B}[36m3\u{1B}[0m)"))
  }

  @Test(arguments: [
    ([], ["NO_COLOR=1"], false), ([], ["NO_COLOR="], true), (["--color", "never"], [], false),
    (["--color", "always"], ["NO_COLOR=1"], true), ([], ["TERM=dumb"], false), (["--color", "auto"], [], true),
    (["--color", "always"], ["TERM=dumb"], true),
  ])
  func `where colours are wanted`(_ arguments: [String], _ environment: [String], _ isColored: Bool) throws {
    let text = try written("foo\r7\r", arguments: arguments, environment: environment)
    #expect(text.contains("\u{1B}[1;31merror\u{1B}[0m") == isColored)
    #expect(text.contains("\u{1B}[36m") == isColored)
    if environment == ["TERM=dumb"], !isColored { #expect(!text.contains("\u{1B}")) }
  }

  @Test func `pipes get none unless they ask`() throws {
    #expect(try Program.run("-e", "1 + 1").output == "2\n")
    #expect(try Program.run("--color", "always", "-e", "1 + 1").output == "\u{1B}[36m2\u{1B}[0m\n")
    #expect(
      try Program.run("--color", "always", "-e", "foo").errors.hasPrefix("-e:1: \u{1B}[1;31merror\u{1B}[0m: there"))
    #expect(try !Program.run("--color", "always", "--json", "-e", "1 + 1").output.contains("\u{1B}"))
    #expect(try Program.run("-e", "-2²").output == "-4\n")
  }
}
