import Vocabulary

/// By what a class is known and its copies are counted.
public struct CourseRules: Sendable {
  public var roster: Roster?
  public var deadline: HandInTime?
  public var times = HandInTimes.roster
  public var attempts = AttemptRule.last
  /// How many percent of its points a late copy loses.
  public var latePenalty = 0
  public var marks: MarkSheet?
  /// When the only copy was handed in, where somebody says so.
  public var handedIn: HandInTime?
  /// The column of a gradebook that grades go to; nil where the lesson's name tells.
  public var column: String?

  public init() {}

  /// Throws where a rule says nothing without another, or of copies that are not there.
  func check(_ copies: Int) throws(Failure) {
    if roster == nil, attempts != .last {
      throw Failure(
        .document, "without a roster nobody knows which copies are one student's attempts",
        hint: "name it with --roster")
    }
    if handedIn != nil, copies > 1 {
      throw Failure(
        .document, "\(copies) copies were not all handed in at the one time that --handed-in says",
        hint: "name one copy, or take --times")
    }
  }

  /// Whether anything is known.
  var isAny: Bool { roster != nil || deadline != nil || marks != nil }
}

/// What tells when a copy was handed in.
public enum HandInTimes: String, Sendable, CaseIterable {
  /// The roster's column, which has one time for each student: that of the last attempt.
  case roster
  /// The file `timestamp.txt` beside a copy, as nbgrader keeps it where no student can write.
  case stamps
  /// When each file was changed last.
  case files

  /// What a platform calls the file beside a copy that says when it was handed in.
  static let fileName = "timestamp.txt"
}

/// Which of several attempts counts.
public enum AttemptRule: String, Sendable, CaseIterable {
  case last, first
  /// The one with most points, of equal ones the last.
  case best
  /// The last that is not late; the last of all where all are.
  case punctual
}
