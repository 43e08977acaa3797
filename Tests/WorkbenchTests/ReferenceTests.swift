import Builtins
import TestSupport
import Testing
import Workbench

@Suite struct ReferenceTests {
  @Test func `the reference page is what gradus reference prints`() throws {
    let page = try References.file(Project.path("lessons/reference.md"))
    #expect(
      page == Reference(BuiltinTable.standard.lexicon).markdown,
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
    for topic in Reference(BuiltinTable.standard.lexicon).topics + ["notation"] {
      #expect(session.run("help \(topic)").failure == nil)
    }
  }

  @Test func `every sign of the notation has help`() {
    var session = Session()
    for sign in Notation.entries.flatMap(\.signs) where !["=", "[", "]", "'", "#", ";"].contains(sign) {
      #expect(session.run("help \(sign)").failure == nil, "help \(sign)")
    }
  }
}
