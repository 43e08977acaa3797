import Lessons

/// What a student has done at a step.
public struct StepRecord: Sendable, Equatable {
  /// What was typed since the step was begun, oldest first, as `StepRequest.lines` wants it.
  public private(set) var lines: [String] = []
  public private(set) var outcome: LessonRecord.Outcome?
  public private(set) var points = 0
  /// How many answers were judged.
  public private(set) var attempts = 0
  /// Answers that were wrong, oldest first.
  public private(set) var wrong: [String] = []
  /// The last answer that was judged; of a quiz the letters.
  public private(set) var answer: String?
  /// What came of it.
  public private(set) var state: StepReply.State?
  /// What was said of it.
  public private(set) var said = ""
  public private(set) var hintsShown = 0
  /// How many replies a page shows: those since the step was begun.
  public private(set) var replies = 0
  /// When the student was here first and last, in milliseconds since 1970.
  public private(set) var began = 0
  public private(set) var last = 0

  public init() {}

  public var isFinished: Bool { outcome?.isFinished == true }

  /// Takes what was done into account. What was earned first stays, as `LessonWalk` has it.
  mutating func take(_ event: ClassEvent) {
    if began == 0 { began = event.time }
    last = max(last, event.time)
    if event.action == .startOver { (lines, replies, hintsShown) = ([], 0, 0) }
    if event.state != nil { replies += 1 }
    if event.isKept { lines.append(event.text) }
    if event.action == .step(.hint), event.state == .hint { hintsShown += 1 }
    if event.isAnswer {
      attempts += 1
      answer = event.text
      state = event.state
      said = event.said
      if event.isWrong { wrong.append(event.text) }
    }
    guard let new = event.outcome else { return }
    switch (outcome, new) {
    case (.handed, .handed): break
    case (let known?, _) where known.isFinished: return
    default: break
    }
    outcome = new
    points += event.points
  }
}

extension ClassEvent {
  /// Whether it is an answer that was judged or taken.
  var isAnswer: Bool {
    guard case .step(let action) = action, [.predict, .answer, .choose].contains(action) else { return false }
    return state.map(Self.judgements.contains) == true && !text.allSatisfy(\.isWhitespace)
  }

  private static let judgements: Set<StepReply.State> = [
    .right, .late, .wrong, .handed, .failed, .budget, .crashed,
  ]

  /// Whether it is an answer that was not right. A prediction and a quiz can be `late` with a right one; then it was the last.
  var isWrong: Bool {
    switch state {
    case .wrong, .failed, .budget, .crashed: true
    case .late: action == .step(.predict)
    default: false
    }
  }
}
