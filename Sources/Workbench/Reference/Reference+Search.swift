import Language
import Vocabulary

extension Reference {
  /// What help answers to some words or a sign: what is called so, else what is about it; nil where there is neither.
  public func answer(to question: String) -> Display? {
    if let signature = lexicon[question] { return entry(signature) }
    let exact = [page(question).map(text), section(question), sign(question)].compactMap { $0 }
    if !exact.isEmpty { return exact.joined(separator: "\n\n") }
    return found(question)
  }

  /// The page that is called so, or asked for by that word.
  private func page(_ word: String) -> HelpTopic? {
    pages.first { $0.name == word } ?? pages.first { $0.words.contains(word) }
      ?? pages.first { $0.words.contains(word.lowercased()) || $0.name == word.lowercased() }
  }

  private func text(of page: HelpTopic) -> Display {
    var lines = [paragraph("\(page.name): \(page.summary)")] + page.paragraphs.map(paragraph)
    if page.words.contains("lesson") {
      lines.append(list(lessons.map { ("\($0.number)", $0.title) }))
    }
    for example in page.examples {
      lines.append(Display("  > " + example.input))
      lines += example.outputLines.map { Display($0.isEmpty ? "" : "  " + $0) }
    }
    if !page.seeAlso.isEmpty { lines.append(paragraph("see also: " + page.seeAlso.joined(separator: ", "))) }
    return lines.joined(separator: "\n")
  }

  /// What is about some words, the best first, below what they are here if they come from elsewhere or are an argument.
  private func found(_ question: String) -> Display? {
    let foreign = foreign(question)
    let known = [foreign?.advice, argument(question)].compactMap { $0 }.map(paragraph)
    let findings = HelpSearch(entries).findings(for: question).filter { $0.name != foreign?.word }
    guard !findings.isEmpty else { return known.isEmpty ? nil : known.joined(separator: "\n") }
    let hasLesson = findings.contains { $0.name.hasPrefix("lesson ") }
    let way = "help NAME explains one of them" + (hasLesson ? "; gradus learn N, in a shell, begins lesson N" : "")
    return (known + [paragraph("about '\(question)':"), list(findings.map { ($0.name, $0.summary) }), paragraph(way)])
      .joined(separator: "\n")
  }

  /// What to write for a word of another language or library; several words may be one there: `early stopping`.
  private func foreign(_ question: String) -> (word: String, advice: String)? {
    let words = question.split(separator: " ")
    let spellings = [question, words.map(\.capitalized).joined(), words.joined(separator: "_"), words.joined()]
    for spelling in spellings {
      if let advice = lexicon.advice(for: spelling) {
        return (spelling, "'\(spelling)' is a word from elsewhere; \(advice)")
      }
    }
    return nil
  }

  /// Whose argument it is, and what it means to each, to three at most.
  private func argument(_ name: String) -> String? {
    var meanings: [(meaning: String, owners: [String])] = []
    for signature in lexicon.signatures {
      guard let parameter = signature.parameters.first(where: { $0.name == name }) else { continue }
      if let index = meanings.firstIndex(where: { $0.meaning == parameter.meaning }) {
        meanings[index].owners.append(signature.name)
      } else {
        meanings.append((parameter.meaning, [signature.name]))
      }
    }
    guard !meanings.isEmpty else { return nil }
    let parts = meanings.prefix(3).map { meaning, owners in
      "of \(owners.prefix(2).joined(separator: ", "))\(owners.count > 2 ? " and others" : ""): \(meaning)"
    }
    return "the argument \(name)= \(parts.joined(separator: "; "))"
  }

  private var entries: [HelpSearch.Entry] {
    pages.map { page in
      HelpSearch.Entry(
        name: page.name, summary: page.summary, heading: nil,
        texts: [
          (page.name, 60), (page.words.joined(separator: " "), 50), (page.summary, 30),
          (page.paragraphs.joined(separator: " "), 12),
        ])
    }
      + lexicon.signatures.map { signature in
        let documentation = signature.documentation
        return HelpSearch.Entry(
          name: signature.name, summary: signature.summary, heading: documentation.topic,
          texts: [
            (signature.name, 60), (documentation.aliases.map(\.name).joined(separator: " "), 40),
            (signature.summary, 30),
            ((signature.resultFields).map(\.name).joined(separator: " "), 20),
            (signature.parameters.map(\.name).joined(separator: " "), 25),
            (signature.parameters.flatMap(\.aliases).joined(separator: " "), 20), (documentation.topic, 20),
            (signature.parameters.map(\.meaning).joined(separator: " "), 12),
            ([documentation.formula, documentation.notes].compactMap { $0 }.joined(separator: " "), 10),
          ])
      }
      + Notation.entries.map { entry in
        HelpSearch.Entry(
          name: entry.signs[0], summary: entry.summary, heading: nil,
          texts: [(entry.signs.joined(separator: " "), 50), (entry.summary, 25)])
      }
      + foreignNames.compactMap { foreign in
        foreign.advice.map {
          HelpSearch.Entry(name: foreign.word, summary: $0, heading: nil, texts: [(foreign.word, 20)])
        }
      }
      + topics.map { topic in
        HelpSearch.Entry(
          name: topic, summary: signatures(under: topic).map(\.name).joined(separator: " "), heading: nil,
          texts: [(topic, 45)])
      }
      + lessons.flatMap { lesson in
        [
          HelpSearch.Entry(
            name: "lesson \(lesson.number)", summary: lesson.title, heading: nil, texts: [(lesson.title, 35)])
        ]
          + lesson.headings.map { heading in
            HelpSearch.Entry(
              name: "lesson \(lesson.number)", summary: "\(lesson.title): \(heading)", heading: nil,
              texts: [(heading, 30), (lesson.title, 5)])
          }
      }
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
