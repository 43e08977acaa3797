/// What comes of a request at a step.
public struct StepReply: Sendable, Hashable {
  public enum State: String, Sendable, CaseIterable {
    /// The lesson's command was run; the step is over.
    case done
    case right
    /// A prediction that was wrong, a quiz that took several tries: over, without points.
    case late
    case wrong
    /// Something was run that decides nothing.
    case tried
    case skipped
    /// Taken for the teacher, since the key is not in this copy.
    case handed
    /// It cannot be run or understood.
    case failed
    /// The student stopped it.
    case stopped
    /// It takes more time, steps or room than a student has.
    case budget
    /// Running it ended the worker.
    case crashed
    case hint
  }

  public var state: State
  /// What the step's outcome becomes; nil where it stays as it was.
  public var outcome: LessonRecord.Outcome?
  /// What was earned by this.
  public var points: Int
  /// What is shown below the step's form, made as `HTML`.
  public var html: String
  /// The same in a sentence or two of plain text, for those who hear the page.
  public var say: String
  /// Whether the text joins `StepRequest.lines`.
  public var isKept: Bool

  public init(
    _ state: State, outcome: LessonRecord.Outcome? = nil, points: Int = 0, html: String = "", say: String,
    isKept: Bool = false
  ) {
    self.state = state
    self.outcome = outcome
    self.points = points
    self.html = html
    self.say = say
    self.isKept = isKept
  }
}
