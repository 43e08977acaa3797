import Platform
import Probability
import Vocabulary
import Workbench

/// Grades copies of a lesson by their answers alone, each run in the lesson of the teacher.
///
/// Answers run in other processes, each of which says what it finds as it goes; where one ends or does not go on, that costs the
/// answer that it was at.
public struct Grader: Sendable {
  private let lesson: String
  private let program: String
  private let arguments: [String]
  private let budget: AnswerBudget
  private let jobs: Int

  /// - Parameters:
  ///   - program: what serves as `GradingWorker` when it is started with the arguments.
  public init(lesson: String, program: String? = nil, arguments: [String], budget: AnswerBudget, jobs: Int? = nil) {
    self.lesson = lesson
    self.program = program ?? Installation.current.program ?? "gradus"
    self.arguments = arguments
    self.budget = budget
    self.jobs = max(1, jobs ?? processorCount)
  }

  /// Grades submissions. With a journal, those that are in it and have not changed are taken from there.
  ///
  /// Throws where the lesson cannot be read or is not fit to judge by.
  public func grade(_ files: SubmissionFiles, journal path: String? = nil) throws(Failure) -> GradeBook {
    let content: [UInt8]
    let text: String
    switch TextFile.bytes(of: lesson).flatMap({ bytes in TextFile.text(of: bytes).map { (bytes, $0) } }) {
    case .success(let found): (content, text) = found
    case .failure(let failure): throw failure
    }
    let questions = try Question.all(of: Document(text))
    if questions.isEmpty { throw Failure(.document, "this lesson has no exercise and no quiz") }
    var journal: GradingJournal?
    if let path {
      let limits = "\(budget.steps) \(budget.memory) \(budget.seconds)"
      journal = try GradingJournal(path, of: String(Fingerprint.of(content), radix: 16) + " " + limits)
    }
    var submissions = files.files.map(GradedSubmission.init)
    var queue: [Int] = []
    for (index, file) in files.files.enumerated() where file.problem == nil {
      if let journal, case .success(let bytes) = SubmissionFile.content(of: file.location),
        let grades = journal.grades(file.path, content: String(Fingerprint.of(bytes), radix: 16)),
        grades.count == questions.count
      {
        submissions[index].grades = grades
      } else {
        queue.append(index)
      }
    }
    if !queue.isEmpty {
      var pool = GradingPool(submissions, queue, questions: questions.count, journal: journal)
      try pool.run(jobs: min(jobs, queue.count), patience: budget.patience) { () throws(Failure) in
        do throws(SystemError) {
          return try WorkerProcess(program, arguments)
        } catch {
          throw Failure(
            .document, "'\(program)' cannot be started again, to grade with: \(error.text)",
            hint: FileKind(of: "/dev/null") == nil ? "it needs /dev/null, which is not there" : nil)
        }
      }
      submissions = pool.submissions
    }
    // Of processes that were killed.
    FileAccess.removeLeftovers()
    return GradeBook(
      lesson: lesson.lastComponent, questions: questions, submissions: submissions, passedOver: files.passedOver)
  }
}
