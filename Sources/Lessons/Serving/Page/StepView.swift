/// How a step of a lesson stands for a student, as a live page shows it.
public struct StepView: Sendable, Equatable {
  /// Something that the student sent, and what came of it.
  public struct Attempt: Sendable, Equatable {
    public var action: StepAction
    /// As it was typed; letters of a quiz with commas between. Empty for a hint and for what was passed over.
    public var typed: String
    /// `StepReply.html`.
    public var reply: String

    public init(_ action: StepAction, typed: String, reply: String) {
      self.action = action
      self.typed = typed
      self.reply = reply
    }
  }

  /// What has come of it; nil where nothing was sent yet.
  public var outcome: LessonRecord.Outcome?
  /// How many attempts there are in all, which the page sends back as `after`.
  public var after: Int
  /// Oldest first.
  public var attempts: [Attempt]
  public var hintsShown: Int
  /// Whether the teacher has opened the lesson up to here.
  public var isOpen: Bool

  public init(
    outcome: LessonRecord.Outcome? = nil, after: Int = 0, attempts: [Attempt] = [], hintsShown: Int = 0,
    isOpen: Bool = true
  ) {
    self.outcome = outcome
    self.after = after
    self.attempts = attempts
    self.hintsShown = hintsShown
    self.isOpen = isOpen
  }

  /// What was typed last for an action; nil where nothing was.
  func typed(by action: StepAction) -> String? { attempts.last { $0.action == action && !$0.typed.isEmpty }?.typed }
}
