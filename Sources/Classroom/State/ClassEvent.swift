import Lessons

/// Something that a student did and that was kept. The state of a class is what its events make of it, in their order.
public struct ClassEvent: Sendable, Equatable {
  /// What was done.
  public enum Action: Sendable, Hashable {
    case step(StepAction)
    /// Began a step anew: what was typed there is forgotten, what was earned stays.
    case startOver
    case wantsHelp
    case needsNoHelp

    /// As it is stored and sent.
    public var word: String {
      switch self {
      case .step(let action): action.rawValue
      case .startOver: "reset"
      case .wantsHelp: "help-wanted"
      case .needsNoHelp: "help-over"
      }
    }

    public init?(word: some StringProtocol) {
      if let action = StepAction(rawValue: String(word)) {
        self = .step(action)
      } else if let action = [Action.startOver, .wantsHelp, .needsNoHelp].first(where: { $0.word == word }) {
        self = action
      } else {
        return nil
      }
    }
  }

  /// Its place among all events of a store, which decides the order.
  public var number: Int
  public var student: Int
  public var place: StepPlace
  /// Of the lesson's text.
  public var version: String
  public var action: Action
  /// What was typed.
  public var text: String
  /// What came of it; nil where nothing was run or judged.
  public var state: StepReply.State?
  /// What the step's outcome became; nil where it stayed as it was.
  public var outcome: LessonRecord.Outcome?
  public var points: Int
  /// What was said of it.
  public var said: String
  /// Whether the text joined the lines of the step.
  public var isKept: Bool
  /// Milliseconds since 1970 by the clock of the server, which may be set back: only for people and for who is stuck.
  public var time: Int

  public init(
    number: Int = 0, student: Int, place: StepPlace, version: String, action: Action, text: String = "",
    state: StepReply.State? = nil, outcome: LessonRecord.Outcome? = nil, points: Int = 0, said: String = "",
    isKept: Bool = false, time: Int
  ) {
    self.number = number
    self.student = student
    self.place = place
    self.version = version
    self.action = action
    self.text = text
    self.state = state
    self.outcome = outcome
    self.points = points
    self.said = said
    self.isKept = isKept
    self.time = time
  }
}

/// A step of one of the lessons of a class.
public struct StepPlace: Sendable, Hashable {
  /// The lesson's name, as addresses have it.
  public let lesson: String
  /// `TutorStep.key`.
  public let step: String

  public init(lesson: String, step: String) {
    self.lesson = lesson
    self.step = step
  }
}

extension LessonRecord.Outcome {
  /// As it is stored: one word, with `handed` what was handed in.
  public var word: String {
    switch self {
    case .done: "done"
    case .right: "right"
    case .late: "late"
    case .tried: "tried"
    case .skipped: "skipped"
    case .helped(let hints): "helped \(hints)"
    case .hinted(let hints): "hinted \(hints)"
    case .handed(let text): "handed " + text
    }
  }

  public init?(word: String) {
    switch word {
    case "done": self = .done
    case "right": self = .right
    case "late": self = .late
    case "tried": self = .tried
    case "skipped": self = .skipped
    case let word where word.hasPrefix("handed "): self = .handed(String(word.dropFirst("handed ".count)))
    default:
      let fields = word.split(separator: " ").map(String.init)
      guard fields.count == 2, let outcome = Self(text: fields.joined(separator: "\t")), outcome.hints > 0 else {
        return nil
      }
      self = outcome
    }
  }
}
