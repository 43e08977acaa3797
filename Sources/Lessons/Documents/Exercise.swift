/// Something for the learner to work out, with the key by which an answer is judged.
public struct Exercise: Sendable, Equatable {
  public let id: String
  public let points: Int
  /// The block with its blanks.
  public internal(set) var template: Block
  /// What of it differs from learner to learner; nil where nothing does.
  var variants: Variants?
  /// Commands of the key that are run before it looks at an answer, with data that no copy has.
  public internal(set) var preparation: [LessonCommand] = []
  /// Must hold after an answer; none where the key is kept elsewhere.
  public internal(set) var expectations: [Expectation] = []
  /// Whether each expectation that holds earns a share of the points when copies are graded.
  public internal(set) var sharesPoints = false
  /// Wrong answers that are answered by messages of their own, the first that fits.
  public internal(set) var mistakes: [Mistake] = []
  /// Markdown, from the gentlest to the plainest.
  public internal(set) var hints: [String] = []
  public internal(set) var solutions: [Block] = []
  /// Whether this copy was handed out without its key.
  public internal(set) var isKept = false

  /// What a learner writes in the place of an answer.
  public static let blank = "____"

  /// A line `s = 0.458 ±0.001` of a key.
  public struct Expectation: Sendable, Equatable {
    public let expression: String
    /// As lessons write outputs.
    public let expected: String
    public let line: Int
  }

  /// A line `wrong 0.21 "That is the variance."` of a key.
  public struct Mistake: Sendable, Equatable {
    public let expression: String
    public let expected: String
    public let message: String
    public let line: Int
  }
}

/// A question with options to choose from.
public struct Quiz: Sendable, Equatable {
  public let id: String
  public let points: Int
  public let options: [Option]
  /// The letters of the right options; none where the key is kept elsewhere.
  public let answers: [String]
  /// What to say of a wrong option, by its letter.
  public let messages: [Message]
  /// The lines of the options, counted from 1.
  public let lines: ClosedRange<Int>
  /// The lines of the key.
  public let keyLines: ClosedRange<Int>

  /// Whether more than one option is right; a copy tells that, too.
  public let asksForSeveral: Bool

  /// Whether this copy was handed out without its key.
  public var isKept: Bool { answers.isEmpty }

  /// An item `- a) grows`, in a copy handed out `- [ ] a) grows`.
  public struct Option: Sendable, Equatable {
    public let letter: String
    /// Markdown.
    public let text: String
    public let line: Int
    /// Whether its box is ticked.
    public let isChosen: Bool
  }

  public struct Message: Sendable, Equatable {
    public let letter: String
    public let text: String
    public let line: Int
  }
}
