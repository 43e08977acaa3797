import Testing
import TestSupport

/// Completion for other programs: editors, notebooks and shells.
@Suite struct CompleteCommandTests {
  @Test func `candidates as JSON`() throws {
    let names = try Program.run("complete", "--line", "0.1⁵ × sig")
    #expect(
      names.output == """
        {"start": 10, "end": 13, "candidates": [{"text": "sigmoid", "summary": "Squeezes any number between 0 and 1; its \
        derivative is at most 1/4."}, {"text": "sign", "summary": "-1, 0 or 1, as the number is."}]}

        """)
    #expect(names.status == 0)
    let symbol = try Program.run("complete", "--line", "x\\^-7 + 1", "--at", "5")
    #expect(
      symbol.output == #"{"start": 1, "end": 5, "candidates": [{"text": "⁻⁷", "summary": "written high"}]}"# + "\n")
    #expect(
      try Program.run("complete", "--line", "").output.hasPrefix(#"{"start": 0, "end": 0, "candidates": ["#))
    #expect(
      try Program.run("complete", "--line", "xyzxyz").output == #"{"start": 0, "end": 6, "candidates": []}"# + "\n")
    let own = try Program.run("complete", "-e", "myvalue = 3", "--line", "my")
    #expect(own.output == #"{"start": 0, "end": 2, "candidates": [{"text": "myvalue", "summary": "a number"}]}"# + "\n")
  }

  @Test func `bad places are refused`() throws {
    for place in ["-1", "7", "2", "x", "99999999999999999999"] {
      let outcome = try Program.run("complete", "--line", "√sin", "--at=\(place)")
      #expect(outcome.status == 2, "\(place)")
      #expect(outcome.output == "")
      #expect(!outcome.errors.isEmpty)
    }
    #expect(try Program.run("complete").status == 2)
  }

  @Test func `completion scripts for shells`() throws {
    let bash = try Program.run("--generate-completion-script", "bash")
    #expect(bash.status == 0)
    #expect(bash.output.contains("complete -o filenames -F _gradus gradus"))
    #expect(try Program.run("--generate-completion-script", "zsh").output.hasPrefix("#compdef gradus"))
    #expect(try Program.run("--generate-completion-script", "fish").output.contains("complete -c 'gradus'"))
    for word in ["check", "complete", "--keep-going", "--execute"] { #expect(bash.output.contains(word)) }
    let folder = try TemporaryFolder()
    folder.write("script", bash.output)
    #expect(try Program.shell("bash -n '\(folder.path)/script'") == 0)
  }
}
