import Classroom
import Lessons
import TestSupport
import Testing
import Vocabulary

/// A class of the lesson of Tests/Classroom, its events made by hand.
struct CoinClass {
  let lesson: ClassLesson
  var state = ClassState()
  private var number = 0

  init(_ names: String...) throws {
    let text = try References.file(Project.path("Tests/Classroom/coins.md"))
    lesson = try ClassLesson(name: "coins", ServedLesson(path: "coins.md", text: text))
    for (id, name) in names.enumerated() {
      state.add(ClassState.Student(id: id + 1, name: try StudentName(name), joined: 0))
    }
  }

  /// The place of the question of an id.
  func place(_ id: String) -> StepPlace {
    StepPlace(lesson: "coins", step: lesson.steps.first { $0.label == id }?.key ?? "")
  }

  func record(_ student: Int, _ id: String) -> StepRecord? { state.students[student]?.record(at: place(id)) }

  mutating func happen(
    _ student: Int, _ id: String, _ action: StepAction, _ text: String, _ reply: StepReply, at time: Int = 1_000
  ) {
    number += 1
    state.take(
      ClassEvent(
        number: number, student: student, place: place(id), version: lesson.version, action: .step(action), text: text,
        state: reply.state, outcome: reply.outcome, points: reply.points, said: reply.say, isKept: reply.isKept,
        time: time))
  }

  mutating func happen(_ student: Int, _ id: String, _ action: StepAction, _ reply: StepReply) {
    happen(student, id, action, "", reply)
  }

  mutating func happen(_ student: Int, _ id: String, _ action: ClassEvent.Action, at time: Int = 1_000) {
    number += 1
    state.take(
      ClassEvent(
        number: number, student: student, place: place(id), version: lesson.version, action: action, time: time))
  }

  static let wrong = StepReply(.wrong, outcome: .tried, say: "That is the variance: take its root.", isKept: true)
  static let right = StepReply(.right, outcome: .right, points: 2, say: "Right.", isKept: true)
}

@Suite struct StateTests {
  @Test func `the lesson's steps and questions, without a key`() throws {
    let lesson = try CoinClass().lesson
    #expect(lesson.title == "A coin that is not fair")
    #expect(lesson.questions.map(\.id) == ["sd", "square", "list", "error", "moments"])
    #expect(lesson.steps.filter(\.isQuestion).map(\.label) == ["sd", "square", "list", "error", "moments"])
    #expect(lesson.steps.last?.options.map(\.letter) == ["a", "b", "c"])
  }

  @Test func `wrong, then right: points once, lines kept, what was earned stays`() throws {
    var coins = try CoinClass("Anna")
    coins.happen(1, "sd", .answer, "v", CoinClass.wrong)
    #expect(coins.record(1, "sd")?.outcome == .tried)
    coins.happen(1, "sd", .answer, "√v", CoinClass.right)
    coins.happen(1, "sd", .answer, "√v", CoinClass.right)
    coins.happen(1, "sd", .answer, "v", CoinClass.wrong)
    coins.happen(1, "sd", .skip, StepReply(.skipped, outcome: .skipped, say: ""))
    let record = try #require(coins.record(1, "sd"))
    #expect(record.outcome == .right)
    #expect(record.points == 2)
    #expect(record.attempts == 4)
    #expect(record.wrong == ["v", "v"])
    #expect(record.lines == ["v", "√v", "√v", "v"])
    #expect(record.replies == 5)
    #expect(coins.state.students[1]?.finished == ["coins": 1])
  }

  @Test func `starting over forgets lines and replies, and keeps what was earned`() throws {
    var coins = try CoinClass("Anna")
    coins.happen(1, "sd", .hint, StepReply(.hint, say: ""))
    coins.happen(1, "sd", .answer, "√v", CoinClass.right)
    coins.happen(1, "sd", .startOver)
    let record = try #require(coins.record(1, "sd"))
    #expect(record.lines.isEmpty && record.replies == 0 && record.hintsShown == 0)
    #expect(record.outcome == .right && record.points == 2)
  }

  @Test func `hints that were seen stay seen where a step is begun anew`() throws {
    var coins = try CoinClass("Anna")
    coins.happen(1, "sd", .hint, StepReply(.hint, say: ""))
    coins.happen(1, "sd", .hint, StepReply(.hint, outcome: .hinted(hints: 2), say: ""))
    coins.happen(1, "sd", .startOver)
    #expect(coins.record(1, "sd")?.outcome == .hinted(hints: 2) && coins.record(1, "sd")?.hintsShown == 0)
    coins.happen(1, "sd", .answer, "√v", StepReply(.right, outcome: .helped(hints: 2), points: 1, say: "Right."))
    #expect(coins.record(1, "sd")?.points == 1)
    let board = Board(coins.lesson, coins.state, now: 0)
    #expect(board.rows[0].cells[0].mark == .right && board.rows.map(\.points) == [1])
  }

  @Test func `what was handed in can be handed in again`() throws {
    var coins = try CoinClass("Anna")
    for answer in ["a", "b"] {
      coins.happen(1, "error", .choose, answer, StepReply(.handed, outcome: .handed(answer), say: ""))
    }
    #expect(coins.record(1, "error")?.outcome == .handed("b"))
  }

  @Test func `outcomes and actions read back as they are stored`() {
    let outcomes: [LessonRecord.Outcome] = [
      .done, .right, .late, .tried, .skipped, .handed(""), .handed("v\n√v"), .hinted(hints: 2), .helped(hints: 3),
    ]
    for outcome in outcomes { #expect(LessonRecord.Outcome(word: outcome.word) == outcome) }
    let actions = StepAction.allCases.map { ClassEvent.Action.step($0) } + [.startOver, .wantsHelp, .needsNoHelp]
    for action in actions { #expect(ClassEvent.Action(word: action.word) == action) }
    #expect(
      LessonRecord.Outcome(word: "won") == nil && LessonRecord.Outcome(word: "helped 0") == nil
        && ClassEvent.Action(word: "win") == nil)
  }

  @Test func `a name is free again when somebody leaves or is renamed`() throws {
    var coins = try CoinClass("Anna", "Ben")
    #expect(try coins.state.isTaken(StudentName("ANNA")))
    coins.state.rename(student: 1, to: try StudentName("Ada"))
    #expect(try !coins.state.isTaken(StudentName("Anna")))
    coins.state.remove(student: 2)
    #expect(try !coins.state.isTaken(StudentName("Ben")))
    coins.happen(2, "sd", .answer, "v", CoinClass.wrong)
    #expect(coins.state.students.keys.sorted() == [1])
  }
}

@Suite struct BoardTests {
  private static let minute = 60_000

  @Test func `marks, attempts, points, and how many have it right`() throws {
    var coins = try CoinClass("Ben", "anna", "Cleo")
    coins.happen(1, "sd", .answer, "v", CoinClass.wrong)
    coins.happen(1, "sd", .answer, "√v", CoinClass.right)
    coins.happen(2, "sd", .answer, "v", CoinClass.wrong)
    coins.happen(2, "square", .skip, StepReply(.skipped, outcome: .skipped, say: ""))
    let board = Board(coins.lesson, coins.state, now: 0)
    #expect(board.rows.map(\.name) == ["anna", "Ben", "Cleo"])
    #expect((board.rows[1].cells[0].mark, board.rows[1].cells[0].attempts) == (.right, 2))
    #expect(board.rows[0].cells.map(\.mark) == [.tried, .shown, .open, .open, .open])
    #expect(board.rows.map(\.points) == [0, 2, 0])
    #expect(board.columns.map(\.right) == [1, 0, 0, 0, 0])
    #expect(board.columns[0].answered == 2)
    #expect(Board(coins.lesson, coins.state, now: 0, order: .progress).rows.map(\.student) == [2, 1, 3])
  }

  @Test func `stuck is four minutes and two wrong answers at the same question, or a wish for help`() throws {
    var coins = try CoinClass("Anna", "Ben", "Cleo", "Dora")
    for student in [1, 2] { coins.happen(student, "sd", .answer, "v", CoinClass.wrong, at: 1) }
    coins.happen(1, "sd", .answer, "2v", CoinClass.wrong, at: Self.minute)
    func stuck(_ now: Int) -> [Int] { Board(coins.lesson, coins.state, now: now).rows.filter(\.isStuck).map(\.student) }
    #expect(stuck(4 * Self.minute) == [])
    #expect(stuck(4 * Self.minute + 2) == [1])
    coins.happen(3, "sd", .wantsHelp)
    #expect(stuck(0) == [3])
    let rows = Board(coins.lesson, coins.state, now: 5 * Self.minute, order: .stuck).rows
    #expect(rows.map(\.student) == [3, 1, 2, 4])
    coins.happen(3, "sd", .needsNoHelp)
    coins.happen(1, "sd", .answer, "√v", CoinClass.right, at: 5 * Self.minute)
    #expect(stuck(9 * Self.minute) == [])
  }

  @Test func `a clock that is set back makes nobody stuck and breaks nothing`() throws {
    var coins = try CoinClass("Anna")
    coins.happen(1, "sd", .answer, "v", CoinClass.wrong, at: 100 * Self.minute)
    coins.happen(1, "sd", .answer, "v", CoinClass.wrong, at: 1)
    #expect(Board(coins.lesson, coins.state, now: 2).rows[0].isStuck == false)
  }

  @Test func `a beamer shows no name`() throws {
    var coins = try CoinClass("Anna")
    coins.happen(1, "sd", .answer, "Anna", CoinClass.wrong)
    let board = Board(coins.lesson, coins.state, now: 0, hidesNames: true)
    #expect(board.rows[0].name == nil)
    #expect(!jsonText(board.members()).contains("Anna"))
  }

  @Test func `what the class thinks of a quiz and of an exercise`() throws {
    var coins = try CoinClass("Anna", "Ben", "Cleo")
    coins.happen(1, "moments", .choose, "a, c", StepReply(.wrong, outcome: .tried, say: ""))
    coins.happen(1, "moments", .choose, "a,b", StepReply(.late, outcome: .late, say: ""))
    coins.happen(2, "moments", .choose, "B", StepReply(.wrong, outcome: .tried, say: ""))
    let quiz = try #require(coins.lesson.steps.last)
    let chosen = AnswerCounts(of: quiz, in: "coins", coins.state)
    #expect(chosen.options.map { [$0.answer: $0.count] } == [["a": 1], ["b": 2], ["c": 0]])
    #expect((chosen.students, chosen.answered, chosen.right) == (3, 2, 0))

    for (student, text) in [(1, "2  * v"), (1, "2 * v"), (2, "2 *\tv"), (3, "v")] {
      coins.happen(student, "sd", .answer, text, CoinClass.wrong)
    }
    let exercise = try #require(coins.lesson.steps.first { $0.label == "sd" })
    let given = AnswerCounts(of: exercise, in: "coins", coins.state)
    #expect(given.wrong.map { [$0.answer: $0.count] } == [["2 * v": 2], ["v": 1]])
  }

  private func jsonText(_ members: [(String, JSON)]) -> String { JSON(object: members).text }
}
