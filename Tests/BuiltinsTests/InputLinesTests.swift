import Builtins
import Testing
import Workbench

@Suite struct InputLinesTests {
  private func inputs(_ text: String) -> [String] {
    let session = Session()
    var lines = InputLines()
    var inputs: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      inputs += lines.add(line, in: session).map(\.text)
    }
    return inputs + (lines.finish(in: session).map { [$0.text] } ?? [])
  }

  @Test(arguments: [
    ("1\n2", ["1", "2"]), ("1 +\n2\n3", ["1 +\n2", "3"]), ("(1 +\n\n2)\n3", ["(1 +\n\n2)", "3"]),
    ("x = \"a\nb\"\n3", ["x = \"a\nb\"", "3"]), ("“a\n\"\n3", ["“a\n\"", "3"]), ("'a\n\"\n'\n3", ["'a\n\"\n'", "3"]),
    ("f(x) =\nx", ["f(x) =\nx"]), ("if true then 1\nelse 2\n3", ["if true then 1\nelse 2", "3"]),
    ("if true then 1\n3", ["if true then 1", "3"]), ("if true\nthen 1\nelse 2", ["if true\nthen 1\nelse 2"]),
    ("if true then\n1 else\n2", ["if true then\n1 else\n2"]), ("1)\n2", ["1)", "2"]), ("(1]\n2", ["(1]", "2"]),
    ("1 2 +\n3", ["1 2 +", "3"]), ("x++\n3", ["x++", "3"]), ("5%\n3", ["5%", "3"]), ("|x\n3", ["|x", "3"]),
    ("1 # (\n2", ["1 # (", "2"]), ("(\"", ["(\""]), ("", [""]), ("1\n\n2", ["1", "", "2"]),
    ("help [\n2", ["help [", "2"]),
    ("help \"\n2", ["help \"", "2"]),
  ])
  func `lines are joined while more must follow`(_ text: String, _ expected: [String]) {
    #expect(inputs(text) == expected)
  }

  @Test func `a block of many lines`() {
    let rows = (0..<20_000).map { "[\($0), 1]," }
    #expect(inputs((["m = ["] + rows + ["[0, 0]]", "1"]).joined(separator: "\n")).count == 2)
    let text = (["x = \"a"] + (0..<20_000).map { "line \($0)" } + ["b\"", "1"]).joined(separator: "\n")
    #expect(inputs(text).count == 2)
  }

  @Test(arguments: [
    ("if 1 > 0 then 2\nelse 3", "2"), ("if 1 > 2 then 2\n\n  # why\n  else 3", "3"),
    ("x = if false\nthen 1\nelse 2", "2"),
    ("if true then if false then 1\nelse 2\nelse 3", "2"),
  ])
  func `an if goes on with then and else`(_ text: String, _ printed: String) {
    var session = Session()
    #expect(session.run(text).results.map(\.printed.text) == [printed])
  }
}
