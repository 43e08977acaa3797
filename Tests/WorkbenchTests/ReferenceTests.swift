import Builtins
import TestSupport
import Testing
import Workbench

@Suite struct ReferenceTests {
  @Test func `the reference page is what gradus reference prints`() throws {
    let page = try References.file(Project.path("lessons/reference.md"))
    #expect(
      page == Reference(.standard).markdown,
      "print it anew: gradus reference > lessons/reference.md")
  }

  @Test func `every line of help fits 80 columns`() {
    var session = Session()
    for signature in BuiltinTable.standard.lexicon.signatures {
      let text = session.run("help \(signature.name)").results.first?.printed.text ?? ""
      #expect(!text.isEmpty)
      let fixed =
        [signature.usage, signature.documentation.formula ?? ""]
        + signature.documentation.examples.flatMap {
          ["  > " + $0.input] + $0.output.split(separator: "\n").map { "  \($0)" }
        }
      for line in text.split(separator: "\n") where line.count > 80 && !fixed.contains(String(line)) {
        Issue.record("help \(signature.name): \(line)")
      }
    }
    for topic in Reference(.standard).topics + ["notation"] {
      #expect(session.run("help \(topic)").failure == nil)
    }
  }

  @Test func `every sign of the notation has help`() {
    var session = Session()
    for entry in Notation.entries {
      for sign in entry.signs {
        let text = session.run("help \(sign)").results.first?.printed.text
        #expect(text?.contains("  > " + entry.example.input) == true, "help \(sign): \(text ?? "nothing")")
        #expect(session.parse("help \(sign)").incompleteness == nil, "help \(sign)")
      }
    }
  }
}
