import Vocabulary

/// A short page of help about what is no built-in: how the language reads a line, what a list is, which keys there are.
public struct HelpTopic: Sendable {
  public let name: String
  /// Other words and signs that ask for it.
  public let words: [String]
  /// One phrase without full stop.
  public let summary: String
  /// Whole sentences.
  public let paragraphs: [String]
  /// What the tests run.
  public let examples: [Example]
  public let seeAlso: [String]

  public init(
    _ name: String, also words: [String] = [], _ summary: String, _ paragraphs: String..., examples: [Example] = [],
    seeAlso: [String] = []
  ) {
    self.name = name
    self.words = words
    self.summary = summary
    self.paragraphs = paragraphs
    self.examples = examples
    self.seeAlso = seeAlso
  }
}

/// The title and the headings of a lesson, as far as help needs them.
public struct LessonOutline: Sendable, Equatable {
  public let number: Int
  public let title: String
  public let headings: [String]

  public init(_ number: Int, _ title: String, _ headings: String...) {
    self.init(number: number, title: title, headings: headings)
  }

  public init(number: Int, title: String, headings: [String]) {
    self.number = number
    self.title = title
    self.headings = headings
  }
}
