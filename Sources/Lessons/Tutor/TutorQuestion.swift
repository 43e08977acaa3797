/// What the tutor waits for.
public enum TutorQuestion: Sendable, Equatable {
  /// Enter runs the command that is offered; anything else is tried out.
  case command(offer: String)
  case prediction
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
    }
  }

  /// Whether what is typed is commands, which may go over several lines.
  public var takesCommands: Bool {
    switch self {
    case .command, .exercise, .play, .ending: true
    case .prediction, .quiz, .reset, .nothing: false
    }
  }
}
