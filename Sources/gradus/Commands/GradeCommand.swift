import ArgumentParser
import Builtins
import CLibEdit
import Lessons
import Platform
import struct Vocabulary.Failure
import Workbench

/// Grades what learners hand in.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Grade copies of a lesson that learners filled in.",
    discussion: """
      Only the answers are taken out of a copy, by the ids of its exercises and quizzes, and each is run in the lesson itself; \
      what runs too long, fails or ends the program costs that answer alone.

      With a roster there is a row for each student, in its order: copies are known by login, id or address in the names of \
      their files or folders, else by the whole name, and by nothing less. Of several attempts one counts. Who handed in \
      nothing, is late, or is called like another one is said. Course platforms take canvas, moodle and nbgrader, tables of a \
      class, and gradescope, prairielearn and classroom50, what came of one copy, for which they run gradus; 'gradus release' \
      makes the packages for that.

      \(notes.endings.sentence)
      """)

  @Argument(help: "The lesson with its answers: its file, number or name.", completion: NamedLessons.completion)
  var lesson: String

  @Argument(
    help: ArgumentHelp(
      "Copies in Markdown or as notebooks, or folders of them: a file or a folder a student.", valueName: "copy"),
    completion: .file())
  var submissions: [String] = []

  @Option(
    help:
      "\(GradeFormat.all.map(\.name).joined(separator: ", ")); where left out, what the output's name says, else text.")
  var format: GradeFormat?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write; printed where left out.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var course: CourseOptions

  @Option(help: ArgumentHelp("How many answers run at once.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Keep what is graded in FILE.progress, and take from there what has not changed.")
  var resume = false

  @Option(help: ArgumentHelp("Seconds of processor time that an answer may take.", valueName: "seconds"))
  var timeLimit: Double = AnswerBudget().seconds

  @Flag(help: .private)
  var worker = false

  func validate() throws {
    if worker { return }
    if submissions.isEmpty { throw ValidationError("name the copies to grade, or their folder") }
    if resume, output == nil { throw ValidationError("--resume needs --output, beside which it keeps what is graded") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    guard timeLimit > 0, timeLimit <= 3600 else {
      throw ValidationError("--time-limit must be more than 0 and at most 3600")
    }
  }

  func run() throws {
    var budget = AnswerBudget()
    budget.seconds = timeLimit
    if worker {
      let worker = GradingWorker(lesson: lesson, builtins: .standard, budget: budget)
      LargeStack.run { worker.serve() }
      return
    }
    let text: String
    let book: GradeBook
    do {
      let lesson = try NamedLessons.lesson(lesson)
      let isOfOneCopy = wantedFormat.reader == .student
      let files =
        isOfOneCopy ? try SubmissionFiles.one(submissions, of: lesson) : try SubmissionFiles.find(submissions)
      try refuseToOverwrite(lesson, files)
      let rules = try course.rules
      for path in files.passedOver {
        Terminal.write("passed over: \(path.visible()) (no Markdown file and no notebook)\n", to: standard_error())
      }
      let grader = Grader(
        lesson: lesson, arguments: ["grade", "--worker", "--time-limit", String(timeLimit), "--", lesson],
        budget: budget,
        jobs: jobs)
      let journal = resume ? output.map { $0 + ".progress" } : nil
      book = try grader.grade(files, journal: journal).settled(by: rules)
      text = try output == nil ? wantedFormat.text(of: book) : wantedFormat.fileText(of: book)
      try giveBack(book)
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.text(in: error.line == nil ? nil : lesson))")
    }
    try write(text)
    for concern in book.concerns { say("look at \(concern)") }
    for student in book.missing { say("missing: \(student.mark.visible())") }
    for submission in book.submissions where submission.handIn.isLate == true {
      say("late: \(submission.name.visible())")
    }
    if !book.concerns.isEmpty { throw CommandFailure(.failed) }
  }

  private func say(_ text: String) { Terminal.write(text + "\n", to: standard_error()) }

  /// Writes what goes to students, and begins the teacher's sheet where there is none.
  private func giveBack(_ book: GradeBook) throws(Failure) {
    if let feedback = course.feedback { try FeedbackPages(book).write(to: feedback) }
    if let marks = course.marks, FileKind(of: marks) == nil {
      try TextFile.replace(marks, with: Array(MarkSheet.begun(for: book).utf8))
      say("begun: \(marks.visible())")
    }
  }

  private var wantedFormat: GradeFormat { format ?? output.flatMap(GradeFormat.named) ?? .text }

  /// Throws where the table would take the place of what it is made of.
  private func refuseToOverwrite(_ lesson: String, _ files: SubmissionFiles) throws(Failure) {
    for target in [output, course.marks].compactMap({ $0 }) {
      if FileKind.isSame(target, lesson) || files.files.contains(where: { FileKind.isSame(target, $0.path) }) {
        throw Failure(
          .document, "the table would take the place of '\(target)', which is to be graded",
          hint: "name another file with \(target == output ? "--output" : "--marks")")
      }
    }
    guard let output else { return }
    for kept in [course.roster, course.marks].compactMap({ $0 }) where FileKind.isSame(output, kept) || output == kept {
      throw Failure(
        .document, "the table would take the place of '\(output)', which it is made from",
        hint: "name another file with --output")
    }
    if format == nil, GradeFormat.named(by: output) == nil, GradeFormat.hasSuffix(output) {
      throw Failure(
        .document, "'\(output)' does not say what is to be written",
        hint: "let it end in .csv, .json, .html or .txt, or give --format")
    }
  }

  private func write(_ text: String) throws {
    guard let output else { return Terminal.write(text, isExact: wantedFormat.name != GradeFormat.text.name) }
    do {
      try TextFile.replace(output, with: Array(text.utf8))
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.message)")
    }
  }
}

extension GradeFormat: ExpressibleByArgument {
  public init?(argument: String) {
    guard let format = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = format
  }

  public static var allValueStrings: [String] { all.map(\.name) }
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

extension GradeCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(
      success: "all copies are graded", failed: "a copy or a mark is for a person to look at",
      wrongInput: "the lesson or the call is wrong",
      fault: "gradus itself is at fault"),
    environment: [LessonLibrary.variable, TemporaryFolder.variable] + GradeFormat.classroom50Variables,
    files: NamedLessons.files + [
      .init("FILE.progress", "With --resume, what is graded already, beside the file to write.")
    ],
    examples: [
      .init("What a class has handed in, as a table:", "gradus grade 10 submissions"),
      .init(
        "The same for a spreadsheet, going on where it was interrupted:",
        "gradus grade 10 submissions --output grades.csv --resume"),
      .init(
        "Moodle's worksheet with grades and feedback, late copies at half their points:",
        "gradus grade 10 submissions --format moodle --roster worksheet.csv \\\n"
          + "  --deadline 2026-12-01T18:00+01:00 --late-penalty 50 \\\n"
          + "  --output filled.csv"),
      .init(
        "Points and remarks by hand, a page back for each student:",
        "gradus grade 10 submissions --roster class.csv \\\n  --marks marks.csv --feedback pages"),
    ])
}
