import Vocabulary

/// How a block is meant: a word after `gradus` on its fence.
public enum BlockMark: Sendable, Equatable {
  /// Not run.
  case skip
  /// Run, its output not compared.
  case run
  /// The tutor asks for the output before it shows it.
  case predict
  /// Allowed to take long.
  case slow
  /// A block with blanks, to be filled in by the learner.
  case exercise(String)
  /// What fills the blanks of an exercise.
  case solution(String)
  /// What an exercise counts.
  case points(Int)

  /// All words, each with how it is written and how it is read from what follows its `=`, nil where there is none.
  private static let readers: [(word: String, form: String, read: @Sendable (String?) -> BlockMark?)] = [
    ("skip", "just 'skip'", { $0 == nil ? .skip : nil }),
    ("run", "just 'run'", { $0 == nil ? .run : nil }),
    ("predict", "just 'predict'", { $0 == nil ? .predict : nil }),
    ("slow", "just 'slow'", { $0 == nil ? .slow : nil }),
    ("exercise", "exercise=ID, without blanks", { $0.map { .exercise($0) } }),
    ("solution", "solution=ID, without blanks", { $0.map { .solution($0) } }),
    ("points", Points.form, { $0.flatMap(Points.read).map { .points($0) } }),
  ]

  static func read(_ words: some Sequence<String>, line: Int) throws(Failure) -> [BlockMark] {
    var marks: [BlockMark] = []
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      let value = parts.count == 2 ? String(parts[1]) : nil
      let reader = readers.first { $0.word == name }
      guard value != "", let mark = reader?.read(value) else {
        throw Failure(
          .document, "a block cannot be marked '\(word)'", line: line,
          hint: reader.map { "write \($0.form)" } ?? Suggestion.hint(for: name, among: readers.map(\.word)))
      }
      marks.append(mark)
    }
    return marks
  }
}

/// What an exercise or a quiz counts.
enum Points {
  static let form = "points=2, a whole number from 0 to 1000"

  /// A whole number of points, 0 to 1000.
  static func read(_ text: String) -> Int? { Int(text).flatMap { (0...1000).contains($0) ? $0 : nil } }
}
