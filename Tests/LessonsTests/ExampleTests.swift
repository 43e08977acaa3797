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

  /// An example shows something that the thing does: what it prints is not what was typed, nor the thing's own name.
  @Test(arguments: BuiltinTable.standard.lexicon.signatures)
  func `no example repeats its input`(_ signature: Signature) {
    for example in signature.documentation.examples {
      let last = example.input.split(separator: ";").last.map { $0.trimmingPrefix(while: \.isWhitespace) }
      #expect(example.output != example.input && example.output != last.map(String.init), "\(example.input)")
      #expect(!example.output.isEmpty, "\(example.input) prints nothing")
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
