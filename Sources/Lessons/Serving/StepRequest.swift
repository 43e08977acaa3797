/// What a student wants at a step of a lesson.
public enum StepAction: String, Sendable, CaseIterable {
  /// Runs commands: the lesson's own, or others in a copy of the lesson.
  case run
  /// Says what a command will print; with an empty text, only wants to see it.
  case predict
  /// Answers an exercise.
  case answer
  /// Chooses options of a quiz by their letters.
  case choose
  /// Wants the next hint.
  case hint
  /// Goes on; of a question the answer is shown.
  case skip
}

/// A student's request at a step. It is a function's argument: nothing else decides the reply, so that any worker gives it, at
/// any time, to the same bits.
public struct StepRequest: Sendable, Hashable {
  /// Of the lesson's text, as it was announced.
  public var version: String
  /// The key of the step, `TutorStep.key`.
  public var step: String
  /// What the student has typed at this step so far, oldest first: the texts whose reply was `StepReply.isKept`.
  public var lines: [String]
  public var action: StepAction
  /// What the student typed: for `run` unchanged the lesson's own command, for `choose` letters; may be empty for `predict`, `hint`
  /// and `skip`.
  public var text: String
  /// What has come of the step so far.
  public var outcome: LessonRecord.Outcome?
  /// How many hints of the step the student has seen.
  public var hintsShown: Int

  public init(
    version: String, step: String, lines: [String] = [], action: StepAction, text: String = "",
    outcome: LessonRecord.Outcome? = nil, hintsShown: Int = 0
  ) {
    self.version = version
    self.step = step
    self.lines = lines
    self.action = action
    self.text = text
    self.outcome = outcome
    self.hintsShown = hintsShown
  }
}
