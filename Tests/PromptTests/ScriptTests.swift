import Testing
import TestSupport

/// Commands that nobody types: pipes, files and `-e`.
@Suite struct ScriptTests {
  private func pipe(_ text: String, _ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments.first ?? "--keep-going", input: Array(text.utf8))
  }

  @Test func `a pipe prints results and nothing else`() throws {
    let outcome = try Program.run(input: Array("0.1⁵×0.03\n".utf8))
    #expect(outcome.output == "3×10⁻⁷\n")
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test func `errors name file and line and end the run`() throws {
    let outcome = try Program.run(input: Array("1\n\nfoo\n2\n".utf8))
    #expect(outcome.output == "1\n")
    #expect(outcome.errors == "stdin:3: error: there is nothing called 'foo'\n  foo\n  ^^^\n")
    #expect(outcome.status == 1)
    let going = try pipe("1\nfoo\n2\n")
    #expect(going.output == "1\n2\n")
    #expect(going.status == 1)
  }

  @Test func `unfinished input names the opener`() throws {
    let outcome = try Program.run(input: Array("1\n(1 +\n2\n".utf8))
    #expect(outcome.errors == "stdin:2: error: '(' is never closed\n  (1 +\n  ^\n")
    #expect(outcome.status == 1)
    #expect(try Program.run("-e", "[1, 2").errors == "-e:1: error: '[' is never closed\n  [1, 2\n  ^\n")
    #expect(try Program.run(input: Array("(1 +\r\n2)\r\n".utf8)).output == "3\n")
  }

  @Test func `several -e share a session`() throws {
    let outcome = try Program.run("-e", "x = 3;", "-e", "x²")
    #expect(outcome.output == "9\n")
    #expect(outcome.status == 0)
    #expect(try Program.run("-e", "x = 3;", "-e", "y").errors.hasPrefix("-e 2:1: error: there is nothing called 'y'"))
  }

  /// The plainest calls pass by the parser of options, the same behind `run` do not.
  @Test(arguments: [
    [], ["-e", "1 + 1"], ["-e", "x = 3;", "-e", "x²"], ["-e", "foo"], ["-e", "foo", "-e", "2"], ["-e", ""],
    ["-e", "--help"], ["-e", "-e"], ["-e", "-1"], ["-e", "--"], ["-e"], ["-e", "1", "-e"], ["-e", "1", "--json"],
    ["-e", "1", "-x"], ["-e", "1", "no such file"], ["--", "-e"], ["-e=1"], ["--execute", "1"],
  ])
  func `plain calls are read as the parser reads them`(_ arguments: [String]) throws {
    let input = Array("6 × 7\n".utf8)
    let plain = try Program.run(arguments, input: input)
    let parsed = try Program.run(["run"] + arguments, input: input)
    #expect(plain.output == parsed.output)
    #expect(plain.errors == parsed.errors)
    #expect(plain.status == parsed.status)
  }

  @Test func `files`() throws {
    let folder = try TemporaryFolder()
    folder.write("a.gradus", "f(x) = x²;\nf(\n  3)\n")
    #expect(try Program.run(folder.path + "/a.gradus").output == "9\n")
    folder.write("bad.gradus", "1\nsmaple 3\n")
    let bad = try Program.run(folder.path + "/bad.gradus")
    #expect(bad.errors.hasPrefix("\(folder.path)/bad.gradus:2: error: there is no function 'smaple'"))
    #expect(bad.status == 1)
    folder.write("empty.gradus", "")
    #expect(try Program.run(folder.path + "/empty.gradus").status == 0)
    folder.write("bytes.gradus", bytes: [0x31, 0x0A, 0xFF, 0xFE, 0x0A])
    #expect(try Program.run(folder.path + "/bytes.gradus").errors.contains("line 2 is not UTF-8 text"))
    #expect(try Program.run(folder.path + "/missing").errors.contains("there is no such file"))
    #expect(try Program.run(folder.path).errors.contains("this is a folder"))
    #expect(
      try Program.run(input: [0x31, 0x0A, 0xFF, 0x0A]).errors.hasPrefix("stdin:2: error: this is not UTF-8 text"))
  }

  @Test func `JSON carries full precision`() throws {
    let outcome = try Program.run(
      "--json", "-e", "sample normal(0, 1) 5 seed=42", "-e", "1/0; 0/0", "-e", "N = normal(0, 2)")
    #expect(
      outcome.output == """
        {"input": "sample normal(0, 1) 5 seed=42", "kind": "vector", "text": "[0.304717, -1.03998, 0.750451, 0.940565, \
        -1.95104]", "value": [0.30471707975443135, -1.0399841062404955, 0.7504511958064572, 0.9405647163912139, \
        -1.9510351886538364]}
        {"input": "1/0", "kind": "number", "text": "∞", "value": "inf"}
        {"input": "0/0", "kind": "number", "text": "nan", "value": "nan"}
        {"input": "N = normal(0, 2)", "kind": "distribution", "text": "normal(mean=0, stddev=2)", "value": \
        {"mean": 0.0, "stddev": 2.0}}

        """)
    let bad = try Program.run("--json", "-e", "normal(0, -1)")
    #expect(
      bad.output == """
        {"input": "normal(0, -1)", "error": {"message": "stddev must be a number ≥ 0, not -1", "line": 1, "column": 11, \
        "hint": null}}

        """)
    #expect(bad.status == 1)
  }

  @Test func `hostile input`() throws {
    for text in [
      String(repeating: "x", count: 1_000_000), String(repeating: "(", count: 100_000), "f(x) = f(x)\nf(1)",
      "sample normal(0,1) 1e12", "\u{0}\u{1}", "1/0",
    ] {
      let outcome = try pipe(text + "\n")
      #expect(outcome.status == (text == "1/0" ? 0 : 1))
      #expect(outcome.errors.utf8.count < 2000)
    }
  }

  @Test func `check and its statuses`() throws {
    let folder = try TemporaryFolder()
    folder.write("a.md", "```gradus\n> √250\n15.8\n```\n")
    let good = try Program.run("check", folder.path)
    #expect(good.output == "1 lesson, 1 command: all passed\n")
    #expect(good.status == 0)
    folder.write("a.md", "```gradus\n> √250\n15.9\n```\n")
    let bad = try Program.run("check", folder.path)
    #expect(bad.output.hasPrefix("\(folder.path)/a.md:2: > √250\n"))
    #expect(bad.status == 1)
    #expect(try Program.run("check", folder.path + "/none").status == 2)
    folder.write("a.md", "```gradus\n> √250\n")
    #expect(try Program.run("check", folder.path).status == 2)
  }
}
