import Builtins
import Lessons
import TestSupport
import Testing
import Vocabulary
import Workbench

/// What the declarations say of themselves is true and complete.
@Suite struct ExampleTests {
  @Test(arguments: BuiltinTable.standard.lexicon.signatures.map(\.name))
  func `examples print what they say`(_ name: String) throws {
    let signature = try #require(BuiltinTable.standard.lexicon[name])
    #expect(!signature.documentation.examples.isEmpty, "\(name) has no example")
    for example in signature.documentation.examples {
      let output = example.output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("> ") ? "\\" + line : String(line)
      }
      let markdown = (["```gradus", "> " + example.input] + output + ["```"]).joined(separator: "\n")
      let results = try Lesson.run(Document(markdown), builtins: .standard, path: Project.path("lessons/examples.md"))
        .commands
      #expect(results.count == 1)
      for result in results where !result.holds {
        Issue.record("\(example.input) printed\n\(result.outputText)")
      }
    }
  }

  @Test(arguments: BuiltinTable.standard.lexicon.signatures.map(\.name))
  func `declarations are complete`(_ name: String) throws {
    let signature = try #require(BuiltinTable.standard.lexicon[name])
    #expect(signature.summary.hasSuffix("."))
    #expect(
      signature.summary.first?.isUppercase == true || signature.summary.first?.isNumber == true
        || signature.summary.hasPrefix("e ") || signature.summary.hasPrefix("-1"))
    #expect(!signature.documentation.topic.isEmpty)
    for parameter in signature.parameters {
      #expect(!parameter.meaning.isEmpty, "\(name): \(parameter.name)")
      #expect(!parameter.meaning.hasSuffix("."), "\(name): \(parameter.name)")
    }
    #expect(Set(signature.parameters.map(\.name)).count == signature.parameters.count)
    for related in signature.documentation.seeAlso {
      #expect(BuiltinTable.standard.lexicon[related] != nil, "\(name) refers to \(related)")
    }
  }
}
