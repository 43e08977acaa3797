import Platform
import Vocabulary

/// What came of all copies of a lesson that were handed in.
public struct GradeBook: Sendable {
  /// The file's name.
  public let lesson: String
  public let questions: [Question]
  /// In the order of the students' names; with a roster in its order, those behind who are not on it.
  public internal(set) var submissions: [GradedSubmission]
  /// Files that were found and are no copies, as they are reported.
  public let passedOver: [String]
  /// What the class is known by, and what is late.
  public internal(set) var rules = CourseRules()
  /// Who is on the roster and handed in nothing.
  public internal(set) var missing: [RosterStudent] = []
  /// Copies that do not count, since another of the same student does or since nobody knows whose they are.
  public internal(set) var setAside: [SetAside] = []
  /// What a teacher should see before the grades go anywhere, a sentence each.
  public internal(set) var concerns: [String] = []

  /// A copy without a row of its own.
  public struct SetAside: Sendable, Equatable {
    public let path: String
    public let reason: String
    /// Whether it is more than an attempt in whose place another counts.
    let isConcern: Bool
  }

  package init(
    lesson: String, questions: [Question], submissions: [GradedSubmission], passedOver: [String] = []
  ) {
    self.lesson = lesson
    self.questions = questions
    self.submissions = submissions
    self.passedOver = passedOver
  }

  /// The lesson's name without the ending of its file.
  public var name: String { BytePath(lesson).stem.text }

  /// The most points that can be had.
  public var possible: Int { questions.reduce(0) { $0 + $1.points } }

  /// The points for an answer.
  func points(_ submission: GradedSubmission, _ index: Int) -> Score {
    submission.grades.indices.contains(index) ? submission.grades[index].points(of: questions[index]) : .zero
  }

  /// The points for all answers, whenever they came.
  public func pointsBeforePenalty(_ submission: GradedSubmission) -> Score {
    questions.indices.reduce(.zero) { $0 + points(submission, $1) }
  }

  /// What is taken off since the copy is late.
  public func penalty(_ submission: GradedSubmission) -> Score {
    submission.handIn.isLate == true ? pointsBeforePenalty(submission).part(rules.latePenalty, of: 100) : .zero
  }

  public func points(_ submission: GradedSubmission) -> Score {
    pointsBeforePenalty(submission) - penalty(submission)
  }

  /// How many of those who were read have a verdict on a question.
  func count(_ verdict: Grade.Verdict, of index: Int) -> Int {
    submissions.count { $0.grades.indices.contains(index) && $0.grades[index].verdict == verdict }
  }

  /// The submissions that could be read.
  var read: [GradedSubmission] { submissions.filter { $0.problem == nil } }

  /// The share of those who were read, in whole percent.
  func percentRight(of index: Int) -> Int {
    let all = read.count
    return all == 0 ? 0 : (100 * count(.right, of: index) + all / 2) / all
  }

  /// What is said of the copies without a row: of each that concerns a teacher, and how many others there are.
  var remarksOnSetAside: [String] {
    let others = setAside.count { !$0.isConcern }
    return setAside.filter(\.isConcern).map { "\($0.path): not counted, \($0.reason)" }
      + (others > 0 ? ["\(counted(others, "other attempt")) not counted"] : [])
  }

  /// Whether more is known of a copy than whose it seems to be.
  var knowsCourse: Bool { rules.isAny || !missing.isEmpty }
}

/// What came of a copy that was handed in.
public struct GradedSubmission: Sendable, Equatable {
  public let file: SubmissionFile
  /// Why it was not read; its answers have no grades then.
  public internal(set) var problem: String?
  /// One for each question, in their order.
  public internal(set) var grades: [Grade] = []
  /// What was read, as its fingerprint tells it.
  var content = ""
  /// Whose it is, where a roster tells.
  public internal(set) var student: RosterStudent?
  public internal(set) var handIn = HandIn()
  /// What a teacher says of the whole copy.
  public internal(set) var remark = ""

  /// When and how often something was handed in.
  public struct HandIn: Sendable, Equatable {
    /// Nil where nothing tells.
    public var time: HandInTime?
    /// Nil where there is no deadline, or nothing tells the time.
    public var isLate: Bool?
    /// Which of the student's attempts it is, counted from 1.
    public var attempt = 1
    public var attempts = 1
  }

  init(_ file: SubmissionFile) {
    self.file = file
    problem = file.problem
  }

  /// A copy that was graded elsewhere.
  package init(_ file: SubmissionFile, grades: [Grade]) {
    self.init(file)
    if problem == nil { self.grades = grades }
  }

  /// What a student answered elsewhere than in a file.
  package init(student: String, grades: [Grade]) {
    file = SubmissionFile(student: student, location: BytePath(""), problem: nil)
    self.grades = grades
  }

  /// What the student is called in tables.
  public var name: String { student?.name ?? file.student }

  /// Whether it has none of the lesson's questions, as another file would.
  var isOfAnotherLesson: Bool { problem == nil && grades.allSatisfy { $0.verdict == .missing } }
}
