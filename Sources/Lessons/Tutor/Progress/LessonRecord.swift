/// How far somebody is in a lesson.
public struct LessonRecord: Sendable, Equatable {
  /// What is known of a step.
  public enum Outcome: Sendable, Equatable {
    /// Run, or a prediction that was not ventured.
    case done
    /// Right: of an exercise whenever it was found, of a quiz at the first try.
    case right
    /// Right after so many hints that some of the points are gone.
    case helped(hints: Int)
    /// A prediction that was wrong, a quiz that took several tries.
    case late
    /// Answered wrongly so far. The step is not finished.
    case tried
    /// The same after so many hints that some of the points are gone, whether anything was answered or not.
    case hinted(hints: Int)
    /// The answer was shown.
    case skipped
    /// Answered in a copy without keys; the answer is for the teacher.
    case handed(String)

    public var isFinished: Bool {
      switch self {
      case .tried, .hinted: false
      case .done, .right, .helped, .late, .skipped, .handed: true
      }
    }

    public var isRight: Bool {
      switch self {
      case .right, .helped: true
      default: false
      }
    }

    /// How many hints take points away.
    public var hints: Int {
      switch self {
      case .helped(let hints), .hinted(let hints): hints
      default: 0
      }
    }

    /// What it becomes where something is known of the step: hints that were seen stay seen.
    func after(_ known: Outcome?) -> Outcome {
      guard let hints = known?.hints, hints > 0, known?.isFinished == false else { return self }
      switch self {
      case .right: return .helped(hints: hints)
      case .tried: return .hinted(hints: hints)
      case .hinted(let others): return .hinted(hints: max(hints, others))
      default: return self
      }
    }

    /// Whether it takes the place of what is known of the step. What was earned first stays; an answer for the teacher may be given
    /// again.
    public func replaces(_ known: Outcome?) -> Bool {
      guard let known, known.isFinished else { return true }
      if case .handed = known, case .handed = self { return true }
      return false
    }
  }

  /// By the title and the name of the file a lesson is known, so that its folder may be moved.
  public let title: String
  public let fileName: String
  /// By the keys of the steps.
  public var outcomes: [String: Outcome] = [:]

  public init(title: String, fileName: String) {
    self.title = title
    self.fileName = fileName
  }

  /// Steps of a plan that are finished.
  public func finished(of plan: TutorPlan) -> Int {
    plan.steps.count { outcomes[$0.key]?.isFinished == true }
  }

  /// Points that were earned for steps of a plan.
  public func points(of plan: TutorPlan) -> Int {
    plan.steps.reduce(0) { $0 + (outcomes[$1.key].map($1.points(for:)) ?? 0) }
  }
}

extension TutorStep {
  /// What an outcome earns.
  func points(for outcome: LessonRecord.Outcome) -> Int {
    outcome.isRight ? points(after: outcome.hints) : 0
  }
}

extension LessonRecord.Outcome: Hashable {
  private static let words: [(word: String, outcome: Self)] = [
    ("done", .done), ("right", .right), ("late", .late), ("tried", .tried), ("skipped", .skipped),
  ]
  private static let handed = "handed"
  private static let counting: [(word: String, outcome: @Sendable (Int) -> Self)] = [
    ("helped", { .helped(hints: $0) }), ("hinted", { .hinted(hints: $0) }),
  ]

  /// A word, and behind it the answer where one is handed, and how many hints were seen where they count.
  var fields: [String] {
    if case .handed(let answer) = self { return [Self.handed, answer] }
    if let known = Self.counting.first(where: { $0.outcome(hints) == self }) { return [known.word, String(hints)] }
    return Self.words.first { $0.outcome == self }.map { [$0.word] } ?? []
  }

  init?(fields: some Collection<String>) {
    let fields = Array(fields)
    if fields.count == 2, fields[0] == Self.handed {
      self = .handed(fields[1])
    } else if fields.count == 2, let hints = Int(fields[1]), hints > 0,
      let known = Self.counting.first(where: { $0.word == fields[0] })
    {
      self = known.outcome(hints)
    } else if fields.count == 1, let known = Self.words.first(where: { $0.word == fields[0] }) {
      self = known.outcome
    } else {
      return nil
    }
  }

  /// A line of text that `init(text:)` reads.
  public var text: String { Fields.text(fields) }

  public init?(text: String) { self.init(fields: Fields.read(text)) }
}
