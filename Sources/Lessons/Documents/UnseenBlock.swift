import Vocabulary

/// A block that was meant to be run and is not, since it is not written as one. Nothing would tell the author: all that is run
/// holds.
enum UnseenBlock {
  /// What is wrong with a fence's words where they nearly say `gradus`; nil where they say something else.
  static func misspelling(of info: String, line: Int) -> Failure? {
    let words = info.split { $0.isWhitespace || ",{}:;=.".contains($0) }.map(String.init)
    guard let first = words.first, isNearly(first) || info.lowercased().hasPrefix("gradus") else { return nil }
    let rest = words.dropFirst().map { " " + $0 }.joined()
    return Failure(
      .document, "this block is marked '\(info.trimmingSpace)' and would not be run", line: line,
      hint: "write ```gradus\(info.contains("=") ? "" : rest)")
  }

  /// Throws where a fence of a block stands in lines that are read as something else.
  static func refuse(in lines: ClosedRange<Int>, of source: [Substring], because reason: String) throws(Failure) {
    for number in lines where source.indices.contains(number - 1) && isFence(source[number - 1]) {
      throw Failure(
        .document, "this block is not seen, since \(reason)", line: number,
        hint: "put a blank line before it, and indent it no further than the text around it")
    }
  }

  /// Throws where HTML holds a block, as behind `<details>` without a blank line. What is commented out is left out.
  static func refuse(in html: String, from line: Int) throws(Failure) {
    var isComment = false
    for (offset, text) in html.lines.enumerated() {
      if !isComment, isFence(text) {
        throw Failure(
          .document, "this block is not seen, since HTML begins above it and no blank line ends it",
          line: line + offset,
          hint: "put a blank line before it")
      }
      for mark in marks(in: text) { isComment = mark }
    }
  }

  /// Where comments are opened (true) and closed (false) in a line.
  private static func marks(in text: Substring) -> [Bool] {
    var marks: [Bool] = []
    var rest = text[...]
    while let next = rest.firstIndex(where: { $0 == "<" || $0 == "-" }) {
      rest = rest[next...]
      if rest.hasPrefix("<!--") {
        marks.append(true)
        rest = rest.dropFirst(4)
      } else if rest.hasPrefix("-->") {
        marks.append(false)
        rest = rest.dropFirst(3)
      } else {
        rest = rest.dropFirst()
      }
    }
    return marks
  }

  private static func isFence(_ line: Substring) -> Bool {
    let bare = line.drop { $0.isWhitespace || $0 == ">" }
    guard let mark = bare.first, mark == "`" || mark == "~" else { return false }
    let fence = bare.prefix { $0 == mark }
    let word = bare.dropFirst(fence.count).drop { $0.isWhitespace || $0 == "{" }
    return fence.count >= 3 && word.lowercased().hasPrefix("gradus") && !word.contains("`")
  }

  /// Whether a word is `gradus` in other letters, or with one wrong, left out, put in or exchanged.
  private static func isNearly(_ word: String) -> Bool {
    let (word, right) = (Array(word.lowercased()), Array("gradus"))
    if word == right { return true }
    switch word.count - right.count {
    case 1: return word.indices.contains { word[..<$0] + word[($0 + 1)...] == right[...] }
    case -1: return right.indices.contains { right[..<$0] + right[($0 + 1)...] == word[...] }
    case 0:
      let wrong = right.indices.filter { word[$0] != right[$0] }
      return wrong.count == 1
        || (wrong.count == 2 && wrong[1] == wrong[0] + 1 && word[wrong[0]] == right[wrong[1]]
          && word[wrong[1]] == right[wrong[0]])
    default: return false
    }
  }
}
