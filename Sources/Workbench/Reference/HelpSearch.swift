import Language
import Vocabulary

/// Finds what is about some words, among all that help can explain.
struct HelpSearch {
  /// Something that may be found.
  struct Entry {
    /// How it is asked for: `clip`, `lesson 12`.
    let name: String
    let summary: String
    /// Under which entries of the same rank are shown as one.
    let heading: String?
    /// Its texts, with what a word in them counts.
    let texts: [(text: String, weight: Int)]
  }

  struct Finding {
    let name: String
    let summary: String
  }

  /// The most lines of an answer.
  private static let most = 10
  /// Where fewer are about all of the words, those follow that are about some.
  private static let enough = 8
  /// From so many of one heading on, they share a line, unless they are called so.
  private static let crowd = 4
  /// What an entry scores for each word where its name or aliases hold it.
  private static let strong = 100

  private typealias Ranked = (entry: Entry, matched: Int, score: Int)

  private let entries: [(entry: Entry, words: [(word: SearchWord, weight: Int)])]

  init(_ entries: [Entry]) {
    self.entries = entries.map { entry in
      (entry, entry.texts.flatMap { text in SearchWord.words(of: text.text).map { ($0, text.weight) } })
    }
  }

  /// The best first: those that all of the words are about, then those that some are strongly about.
  func findings(for question: String) -> [Finding] {
    let wanted = question.split { $0.isWhitespace || $0 == "," }.map { SearchWord(String($0)) }
      .filter { !SearchWord.fillers.contains($0.text) }
    guard !wanted.isEmpty else { return [] }
    var ranked: [Ranked] = []
    for candidate in entries {
      let scores = wanted.map { word in candidate.words.map { $0.weight * word.likeness(to: $0.word) }.max() ?? 0 }
      let matched = scores.count { $0 > 0 }
      if matched > 0 { ranked.append((candidate.entry, matched, scores.reduce(0, +) / matched)) }
    }
    let places = ranked.indices.sorted { a, b in
      (ranked[a].matched, ranked[a].score, b) > (ranked[b].matched, ranked[b].score, a)
    }
    let best = ranked.map(\.matched).max() ?? 0
    var findings = Self.lines(places.map { ranked[$0] }.filter { $0.matched == best })
    if findings.count < Self.enough {
      for finding in Self.lines(
        places.map { ranked[$0] }.filter { $0.matched < best && $0.score >= Self.strong * 4 / 5 })
      where findings.count < Self.enough && !findings.contains(where: { $0.name == finding.name }) {
        findings.append(finding)
      }
    }
    return Array(findings.prefix(Self.most))
  }

  /// One line for each name, and one for a crowd under a heading.
  private static func lines(_ ranked: [Ranked]) -> [Finding] {
    func isCrowded(_ heading: String) -> Bool {
      ranked.count { $0.entry.heading == heading && $0.score < strong } >= crowd
    }
    var findings: [Finding] = []
    for candidate in ranked {
      var name = candidate.entry.name
      var summary = candidate.entry.summary
      if let heading = candidate.entry.heading, candidate.score < strong, isCrowded(heading) {
        name = heading
        summary = ranked.filter { $0.entry.heading == heading && $0.score < strong }.map(\.entry.name)
          .joined(separator: " ")
      }
      if !findings.contains(where: { $0.name == name }) { findings.append(Finding(name: name, summary: summary)) }
    }
    return findings
  }
}

/// A word as it is looked for: without case and endings.
struct SearchWord: Equatable {
  let text: String
  let stem: String

  /// Words that say nothing about what is looked for.
  static let fillers: Set<String> = ["a", "an", "the", "of", "how", "to", "do", "i", "what", "is", "help"]

  init(_ text: String) {
    self.text = text.lowercased()
    stem = Self.stem(of: self.text)
  }

  /// The words of a text, those that are joined also in parts.
  static func words(of text: String) -> [SearchWord] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.flatMap { word -> [SearchWord] in
      let parts = parts(of: String(word))
      return [SearchWord(String(word))] + (parts.count > 1 ? parts.map(SearchWord.init) : [])
    }
  }

  /// `clip_norm` → `clip`, `norm`; `EarlyStopping` → `Early`, `Stopping`.
  private static func parts(of word: String) -> [String] {
    var parts = [""]
    var wasLower = false
    for character in word {
      if character == "_" || (character.isUppercase && wasLower) { parts.append("") }
      if character != "_" { parts[parts.count - 1].append(character) }
      wasLower = character.isLowercase
    }
    return parts.filter { !$0.isEmpty }
  }

  /// 3 for the same word, 2 for another form of it, 1 for a longer one that begins with it, else 0.
  func likeness(to other: SearchWord) -> Int {
    if text == other.text { return 3 }
    if stem == other.stem { return 2 }
    return text.count >= 3 && other.text.hasPrefix(text) ? 1 : 0
  }

  /// Forms that no rule makes.
  private static let irregular = [
    "dead": "die", "dying": "die", "dies": "die", "died": "die", "matrices": "matrix", "indices": "index",
    "axes": "axis", "chosen": "choose",
  ]

  /// `clipping`, `clips`, `clipped` → `clip`; `vanishing` → `vanish`; `saturated`, `saturation` → `saturat`.
  private static func stem(of word: String) -> String {
    if let stem = irregular[word] { return stem }
    for (ending, rest) in [
      ("izations", "iz"), ("ization", "iz"), ("izers", "iz"), ("izer", "iz"), ("ations", "at"), ("ation", "at"),
      ("ings", ""), ("ing", ""), ("ies", "y"), ("ed", ""), ("es", ""), ("s", ""),
      ("e", ""),
    ] where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      var stem = word.dropLast(ending.count) + rest
      let letters = stem.suffix(2)
      if ending == "ing" || ending == "ed", letters.first == letters.last,
        letters.last.map({ !"lsz".contains($0) }) == true
      {
        stem.removeLast()
      }
      return String(stem)
    }
    return word
  }
}
