import Lessons
import TestSupport
import Testing
import Workbench

/// Whoever takes the lessons in their order meets no word of the glossary before the section that explains it.
@Suite struct GlossaryTests {
  /// A word of the glossary and where it is said to be explained first.
  struct Term: CustomTestStringConvertible, Sendable {
    let name: String
    let place: Place

    var testDescription: String { name }
  }

  struct Place: Hashable {
    let lesson: Int
    let section: String
  }

  /// What is read in a section: its prose, with the names of functions in it, and without commands.
  struct Section: Sendable {
    let place: Place
    var text = ""
    /// What is emphasized in it, as words are where they are explained.
    var emphasized = ""
    /// In small letters; those of a single one as they are, since P is not p.
    var words: [String] { Self.words(of: text) }

    static func words(of text: String) -> [String] {
      text.split { !$0.isLetter && $0 != "'" }.map { $0.count > 1 ? $0.lowercased() : String($0) }
    }
  }

  /// Words with an everyday sense, which lessons may use before.
  static let everyday = [
    "change": "to change a number; the glossary has the column of `inspect`",
    "gain": "to gain something; the glossary has the factor of an initializer",
  ]

  static let terms: [Term] = {
    guard case .success(let text) = TextFile.read(Project.path("lessons/glossary.md")) else { return [] }
    return text.parts(endingAt: "\n### ").dropFirst().compactMap { entry in
      let name = String(entry.prefix { $0 != "\n" })
      let link = entry.parts(endingAt: "First in [lesson ").dropFirst().first?.prefix { $0 != "]" } ?? ""
      let parts = link.split(separator: ",", maxSplits: 1)
      guard parts.count == 2, let lesson = Int(parts[0]) else {
        return Term(name: name, place: Place(lesson: 0, section: ""))
      }
      let section = parts[1].dropFirst().filter { $0 != "`" }
      return Term(name: name, place: Place(lesson: lesson, section: String(section)))
    }
  }()

  /// The sections of all lessons, in their order; what stands above the first heading under the lesson's title.
  static let sections: [Section] = {
    guard let course = try? Course([Project.path("lessons")]) else { return [] }
    return course.entries.flatMap { entry -> [Section] in
      guard let number = entry.number, let plan = try? Course.plan(entry.path) else { return [] }
      var sections = [Section(place: Place(lesson: number, section: plan.title))]
      func read(_ passages: [Passage]) {
        for passage in passages {
          if case .heading(2, let runs) = passage.content {
            sections.append(Section(place: Place(lesson: number, section: runs.map(\.text).joined())))
          } else if !passage.leadsElsewhere {
            sections[sections.count - 1].text += passage.prose { _ in true } + "\n\n"
            sections[sections.count - 1].emphasized += passage.prose { $0.contains(.emphasis) } + "\n\n"
          }
        }
      }
      for step in plan.steps {
        read(step.passages)
        if case .quiz(let quiz) = step.task { for option in quiz.options { read(Passage.all(in: option.text)) } }
        for hint in step.hints { read(hint) }
        for case .prose(let passages) in step.explanations { read(passages) }
      }
      read(plan.ending)
      return sections
    }
  }()

  @Test func `there are more than a hundred, all of them in the lessons`() {
    #expect(Self.terms.count > 100)
    for term in Self.terms { #expect(Self.sections.contains { $0.place == term.place }, "\(term.name)") }
    for word in Self.everyday.keys { #expect(Self.terms.contains { $0.name == word }, "\(word) needs no exception") }
  }

  @Test(arguments: terms)
  func `a word is not used before it is explained`(_ term: Term) throws {
    let start = try #require(Self.sections.firstIndex { $0.place == term.place })
    let forms = WordForms(term.name)
    #expect(forms.isBegunIn(Self.sections[start].words), "the section does not speak of it")
    guard Self.everyday[term.name] == nil else { return }
    let early = Self.sections[..<start].filter { forms.areIn($0.words) }
    #expect(early.isEmpty, "\(early.map { "\($0.place.lesson), \($0.place.section)" })")
  }
}

/// The forms in which a term is met in prose.
struct WordForms {
  private let words: [String]
  private let last: Set<String>

  init(_ term: String) {
    words = GlossaryTests.Section.words(of: term)
    let word = words.last ?? ""
    var forms: Set = [word, word + "s", word + "es", word == "matrix" ? "matrices" : word]
    if word.hasSuffix("y") { forms.insert(word.dropLast() + "ies") }
    // Of a single word that can be a verb, too.
    if words.count == 1 {
      let stem = word.hasSuffix("e") ? String(word.dropLast()) : word
      forms.formUnion([stem + "ed", stem + "ing"])
    }
    last = forms
  }

  func areIn(_ text: [String]) -> Bool {
    text.indices.contains { start in
      let end = start + words.count
      return end <= text.count && last.contains(text[end - 1]) && text[start..<end - 1].elementsEqual(words.dropLast())
    }
  }

  /// Whether the first of several words, which says most, or the only one, is there in some form.
  func isBegunIn(_ text: [String]) -> Bool {
    guard let first = words.first, words.count > 1 else { return areIn(text) }
    return text.contains { $0.hasPrefix(first.prefix(max(2, first.count - 3))) }
  }
}

extension Passage {
  /// What is read of it: names of functions count as words, other code does not.
  fileprivate func prose(where isWanted: (TextStyle) -> Bool) -> String {
    let runs: [TextRun]
    switch content {
    case .paragraph(let words): runs = words
    case .table(_, let rows): runs = rows.joined().flatMap { $0 + [TextRun(" | ")] }
    // A title names what is then explained.
    case .heading, .code, .rule: runs = []
    }
    return runs.map { run in
      if !isWanted(run.style) { return " " }
      return run.style.contains(.code) && !run.text.allSatisfy { $0.isLetter || $0 == "_" } ? "|" : run.text
    }.joined()
  }

  /// Whether it names works and the next lesson, whose titles are not explained here.
  fileprivate var leadsElsewhere: Bool {
    let text = prose { _ in true }
    return text.hasPrefix("Sources:") || text.hasPrefix("Next")
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The parts of the text that a mark parts.
  fileprivate func parts(endingAt mark: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
