import Builtins
import Lessons
import TestSupport
import Testing
import Vocabulary
import Workbench

/// The pages of help about what is no built-in, and the lessons that help points to.
@Suite struct PageTests {
  static let names = BuiltinTable.standard.pages.map(\.name)

  @Test(arguments: names)
  func `examples print what they say`(_ name: String) throws {
    let page = try #require(BuiltinTable.standard.pages.first { $0.name == name })
    let lines = page.examples.flatMap { ["> " + $0.input] + $0.output.split(separator: "\n").map(String.init) }
    let markdown = (["```gradus"] + lines + ["```"]).joined(separator: "\n")
    for result in try Lesson.run(Document(markdown), builtins: .standard, path: Project.path("lessons/page.md"))
      .commands
    where !result.holds {
      Issue.record("\(result.outputText)")
    }
  }

  @Test(arguments: names)
  func `whatever asks for a page gets it`(_ name: String) throws {
    let page = try #require(BuiltinTable.standard.pages.first { $0.name == name })
    let lexicon = BuiltinTable.standard.lexicon
    #expect(lexicon[name] == nil && !Reference(.standard).topics.contains(name), "\(name) is something else, too")
    var session = Session()
    for word in [name] + page.words where lexicon[word] == nil && !owners(of: word).dropFirst().contains(name) {
      let text = session.run("help \(word)").results.first?.printed.text
      #expect(text?.hasPrefix("\(name): \(page.summary)") == true, "help \(word): \(text ?? "nothing")")
    }
    for related in page.seeAlso { #expect(session.run("help \(related)").failure == nil, "\(name): \(related)") }
  }

  private func owners(of word: String) -> [String] {
    (BuiltinTable.standard.pages.filter { $0.name == word }
      + BuiltinTable.standard.pages.filter { $0.name != word && $0.words.contains(word) }).map(
        \.name)
  }

  @Test func `the lessons that help knows are those that there are`() throws {
    let generic = ["Quiz", "Your turn", "What to keep"]
    let course = try Course([Project.path("lessons")])
    var found: [LessonOutline] = []
    for entry in course.entries where entry.number != nil {
      let text = try References.file(entry.path)
      var isCode = false
      var headings: [String] = []
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") { isCode.toggle() }
        if !isCode, line.hasPrefix("## "), !generic.contains(String(line.dropFirst(3))) {
          headings.append(String(line.dropFirst(3)))
        }
      }
      found.append(
        LessonOutline(number: entry.number ?? 0, title: try Course.plan(entry.path).title, headings: headings))
    }
    #expect(found == BuiltinTable.standard.lessons)
  }

  @Test(arguments: [
    ("clipping", ["clip", "optimizers", "lesson 12"]), ("gradient clipping", ["optimizers", "lesson 12"]),
    ("dead", ["inspect", "lesson 10"]), ("xavier", ["glorot_uniform", "xavier_normal", "lesson 9"]),
    ("vanishing", ["lesson 6", "chain", "inspect"]), ("figure", ["plot", "figures"]),
    ("fan_in", ["initializers", "fan_in="]),
    ("learning rate", ["learning_rate_at", "schedules", "lesson 5"]), ("early stopping", ["patience="]),
    ("precedence", ["10^2x"]), ("loop", ["[n² for n in 1..6"]), ("missing", ["is_nan"]), ("list", ["1..5"]),
    ("index", ["v[-1]"]), ("matrix", ["axis=0"]), ("true", ["constants"]), ("csv", [".csv"]), ("->", ["f(x)"]),
    ("confusion", ["confusion_matrix"]), ("saturated units", ["saturation"]), ("seeds", ["default_rng"]),
    ("initialization", ["initializers"]),
  ])
  func `a word is found`(_ question: String, _ names: [String]) throws {
    var session = Session()
    let text = try #require(session.run("help \(question)").results.first?.printed.text, "help \(question)")
    for name in names { #expect(text.contains(name), "help \(question) does not name \(name):\n\(text)") }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `what is nowhere is said so, with what is near`() {
    var session = Session()
    #expect(session.run("help smaple").failure?.hint == "did you mean 'sample'?")
    #expect(session.run("help qwrtz").failure?.hint == "help lists everything")
  }

  @Test(arguments: ["clipping", "gradient clipping", "rate", "layer", "weights of a layer", "e"])
  func `an answer is short`(_ question: String) throws {
    var session = Session()
    let text = try #require(session.run("help \(question)").results.first?.printed.text)
    #expect(text.split(separator: "\n").count <= 40)
  }
}
