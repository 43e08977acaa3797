/// What the tutor waits for.
public enum TutorQuestion: Sendable, Equatable {
  /// Enter runs the command that is offered; anything else is tried out.
  case command(offer: String)
  case prediction
  /// Arrow keys and values move what is shown, of so many names; Enter goes on.
  case exploration(names: Int)
  case exercise
  case quiz
  /// Free play.
  case play
  /// Whether progress is really to be forgotten.
  case reset
  /// The lesson is over; the learner may still try things out.
  case ending
  /// Nothing any more.
  case nothing

  /// What stands before what the learner types.
  public var prompt: String {
    switch self {
    case .command, .exercise, .ending, .nothing: "> "
    case .prediction, .quiz, .reset: "? "
    case .play: "play> "
    case .exploration: "explore> "
    }
  }

  /// Whether what is typed is commands, which may go over several lines.
  public var takesCommands: Bool {
    switch self {
    case .command, .exploration, .exercise, .play, .ending: true
    case .prediction, .quiz, .reset, .nothing: false
    }
  }
}

/// A word that the tutor obeys where it stands alone on its line.
///
/// With a space before it the line is a command of the language, whatever it says.
public enum TutorWord: String, CaseIterable, Sendable {
  case hint, skip, back, again, play, resume, progress, reset, quit, help

  /// The word that a line is; nil where it is anything else.
  public init?(line: String) {
    var line = line[...]
    while line.last?.isWhitespace == true { line.removeLast() }
    self.init(rawValue: String(line))
  }

  /// What it does, for `help` and completion.
  public var summary: String {
    switch self {
    case .hint: "the next hint, from gentle to plain"
    case .skip: "goes on; of an exercise or a quiz it shows the answer"
    case .back: "goes one step back"
    case .again: "shows this page again"
    case .play: "a prompt of your own, until resume: nothing you do there changes the lesson"
    case .resume: "ends play"
    case .progress: "how far you are"
    case .reset: "forgets your progress in this lesson, after asking"
    case .quit: "leaves, as Ctrl-D does; you go on here next time"
    case .help: "these words"
    }
  }

  /// All of them, as `help` shows them.
  static var overview: [Passage] {
    let words = allCases.map { [[TextRun($0.rawValue, .code)], [TextRun($0.summary)]] }
    return [
      Passage("Enter runs the command that is offered, Right or Tab takes it over to be changed. Words of the tutor:"),
      Passage(.table([.left, .left], rows: [[[], []]] + words)),
      Passage(
        """
        With a space before it, a word is a command of the language: ' help' says what that offers, 'help std' explains \
        one thing.
        """),
    ]
  }
}
