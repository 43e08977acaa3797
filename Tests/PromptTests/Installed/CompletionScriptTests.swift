import Platform
import TestSupport
import Testing

/// Tab in a shell: the scripts that gradus prints, asked by the shells themselves.
@Suite(.serialized) struct CompletionScriptTests {
  private let installed: InstalledProgram
  private var desk: String { installed.desk }

  init() throws {
    installed = try InstalledProgram()
    for name in ["lessons/03-sum.md", "lessons/04-sums.md", "lessons/10-he.md", "notes/mine.md", "nothing.txt"] {
      installed.folder.write("desk/" + name, "# \(name)\n\n```gradus\n> 1\n1\n```\n")
    }
    for shell in ["bash", "zsh", "fish"] {
      let script = try installed.run("--generate-completion-script", shell)
      #expect(script.status == 0)
      installed.folder.write("desk/.script.\(shell)", script.output)
    }
  }

  private static func has(_ program: String) -> Bool {
    (try? Program.shell("command -v \(program) > /dev/null")) == 0
  }

  /// A line up to the cursor, and what a shell offers for its last word.
  private static let cases: [(line: String, offered: Set<String>)] = [
    ("gradus che", ["check"]),
    ("gradus re", ["release", "reference"]),
    ("gradus new ", ["lesson"]),
    ("gradus check --fo", ["--format"]),
    ("gradus check --format ", ["pretty", "json", "junit", "tap", "github"]),
    ("gradus check --format j", ["json", "junit"]),
    ("gradus check --color ", ["auto", "always", "never"]),
    ("gradus grade 3 copies --format c", ["csv", "canvas", "classroom50"]),
    ("gradus learn s", ["sum", "sums"]),
    ("gradus learn 1", ["10"]),
    ("gradus check sum h", ["he"]),
    ("gradus release n", ["notes"]),
    ("gradus check notes/", ["notes/mine.md"]),
    ("gradus check lessons/0", ["lessons/03-sum.md", "lessons/04-sums.md"]),
    ("gradus export --output no", ["notes"]),
    ("gradus check --jobs ", []),
  ]

  /// What a program prints when it is asked for all cases, a line of words for each.
  private func answers(_ words: [String], _ script: String) throws -> [Set<String>] {
    installed.folder.write("desk/.ask", script)
    let outcome = try Program.run(
      words, in: desk, environment: ["PATH=\(installed.root)/usr/bin:/usr/bin:/bin", "HOME=\(installed.root)/home"])
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      Set(line.split(separator: " ").map { String($0) })
    }
  }

  private func expect(_ answers: [Set<String>], to cases: [(line: String, offered: Set<String>)], in shell: String) {
    #expect(answers.count == cases.count)
    for ((line, offered), answer) in zip(cases, answers) {
      // Some shells mark folders themselves, some offer options unasked.
      let plain = answer.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }.filter {
        !$0.hasPrefix("-") || offered.contains($0)
      }
      #expect(Set(plain) == offered, "\(shell): \(line)")
    }
  }

  @Test(.enabled(if: has("bash"))) func `bash`() throws {
    let ask = """
      source .script.bash
      while IFS= read -r line; do
        COMP_LINE=$line COMP_POINT=${#line} COMPREPLY=()
        read -ra COMP_WORDS <<< "$line"
        if [[ $line == *' ' ]]; then COMP_WORDS+=(""); fi
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _gradus gradus "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        echo "${COMPREPLY[*]}"
      done <<'END'
      \(Self.cases.map(\.line).joined(separator: "\n"))
      END

      """
    expect(try answers(["/bin/bash", ".ask"], ask), to: Self.cases, in: "bash")
  }

  @Test(.enabled(if: has("fish"))) func `fish`() throws {
    // It runs what a program offers itself only where somebody types.
    let own = ["learn ", "sum ", "release ", "/", "--jobs ", "--fo"]
    let cases = Self.cases.filter { line, _ in !own.contains { line.contains($0) } || line.contains("--format ") }
    let ask = cases.map { "echo (complete -C '\($0.line)' | string replace -r '\\t.*' '')\n" }.joined()
    expect(
      try answers(["/usr/bin/fish", "--no-config", ".ask"], "source .script.fish\n" + ask), to: cases, in: "fish")
  }

  /// Its completion runs only where somebody types: it is read here, and was tried by hand.
  @Test(.enabled(if: has("zsh"))) func `zsh`() throws {
    #expect(try Program.shell("zsh -n '\(desk)/.script.zsh'") == 0)
    let script = try #require(installed.folder.read("desk/.script.zsh"))
    #expect(script.hasPrefix("#compdef gradus\n"))
    #expect(script.contains("('pretty' 'json' 'junit' 'tap' 'github')"))
  }
}
