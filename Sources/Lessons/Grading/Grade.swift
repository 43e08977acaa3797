import Vocabulary

/// What is said of one answer.
public struct Grade: Sendable, Equatable {
  public enum Verdict: String, Sendable, CaseIterable {
    case right
    /// Some lines of a key hold among which the points are shared.
    case partly = "partly right"
    case wrong
    /// Left as it was handed out.
    case blank
    /// Its block or its options are not in the copy.
    case missing
    /// It does not run.
    case failed
    case overBudget = "over budget"
    /// It ended the program that ran it, which no answer should; a person has to look at it.
    case crashed
    /// Something is answered, but not so that a program understands it.
    case unclear = "to be looked at"

    /// Whether a program cannot decide, and a person has to.
    public var needsPerson: Bool { self == .crashed || self == .unclear }
  }

  public let verdict: Verdict
  /// Why it is not right; empty where the verdict says all.
  public let message: String
  /// What was answered, as it is in the copy: commands, or the letters of options; empty where nothing was, or where the
  /// program that ran it ended.
  public private(set) var answer = ""
  /// How many lines of a key hold among which the points are shared.
  public let held: Int
  /// Points that hints have taken away.
  let cost: Int
  /// Which variant of the exercise the copy has, as the numbers in the answer tell; nil where they do not.
  package internal(set) var variant: Int?
  /// What a teacher gave or said by hand.
  public internal(set) var mark: Mark?

  /// What a person makes of an answer.
  public struct Mark: Sendable, Equatable {
    /// In the place of what the program found; nil where only something is said.
    public let points: Score?
    public let remark: String

    public init(points: Score?, remark: String) { (self.points, self.remark) = (points, remark) }
  }

  /// A teacher reads these beside many others; what is longer is cut.
  static let longest = 300

  package init(_ verdict: Verdict, _ message: String = "", answer: String = "", held: Int = 0, cost: Int = 0) {
    self.verdict = verdict
    self.message = message.shown(atMost: Self.longest)
    self.answer = answer.shown(atMost: Self.longest)
    self.held = held
    self.cost = cost
  }

  /// The same with what was answered.
  func answered(_ answer: String) -> Grade { Grade(verdict, message, answer: answer, held: held) }

  init(_ judgement: Judgement) {
    let (verdict, message): (Verdict, String) =
      switch judgement.verdict {
      case .right: (.right, "")
      case .wrong(let message): (.wrong, message)
      case .failed(let failure):
        (failure.kind == .limit || failure.kind == .interrupted ? .overBudget : .failed, failure.message)
      case .undecided: (.missing, "the key is not in this lesson")
      }
    let isPart = verdict != .right && judgement.held > 0
    self.init(isPart ? .partly : verdict, message, held: judgement.held)
  }

  /// The points that it earns at a question.
  public func points(of question: Question) -> Score {
    if let points = mark?.points { return points }
    switch verdict {
    case .right: return Score(question.points - cost)
    case .partly: return Score(question.points).part(min(held, question.shares), of: question.shares)
    default: return .zero
    }
  }

  /// Verdict, reason and remark in one line.
  var said: String {
    let reason = message.isEmpty ? "" : ": " + message
    let remark = mark.map { $0.remark.isEmpty ? "" : "; " + $0.remark } ?? ""
    return verdict.rawValue + reason + remark
  }
}

extension Grade {
  /// How many fields it takes.
  static let fieldCount = 5

  /// As workers say it and as it is kept.
  var fields: [String] {
    [verdict.rawValue, message, answer, String(held), variant.map { String($0) } ?? ""]
  }

  /// Nil of what `fields` does not write.
  init?(fields: ArraySlice<String>) {
    let fields = Array(fields)
    guard fields.count == Self.fieldCount, let verdict = Verdict(rawValue: fields[0]), let held = Int(fields[3]),
      fields[4].isEmpty || Int(fields[4]) != nil
    else { return nil }
    self.init(verdict, fields[1], answer: fields[2], held: held)
    variant = Int(fields[4])
  }
}
