import Platform
import Vocabulary

/// Hands submissions to processes and gathers what they find.
struct GradingPool {
  private(set) var submissions: [GradedSubmission]
  private let questions: Int
  private let journal: GradingJournal?
  /// The submissions that wait, the first one last.
  private var queue: [Int]
  private var seats: [Seat] = []

  /// A process and what it is at.
  private struct Seat {
    let process: WorkerProcess
    var isReady = false
    var submission: Int?
    /// Whether the submission has been read.
    var hasContent = false
    var deadline: ContinuousClock.Instant?
    /// Whether it has said that it ends because its answer does not.
    var isLate = false
  }

  init(_ submissions: [GradedSubmission], _ queue: [Int], questions: Int, journal: GradingJournal?) {
    self.submissions = submissions
    self.queue = queue.reversed()
    self.questions = questions
    self.journal = journal
  }

  /// Grades all that wait. A process that says nothing for so many seconds is ended.
  mutating func run(
    jobs: Int, patience: Double, start: () throws(Failure) -> WorkerProcess
  ) throws(Failure) {
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    // Where the lesson does not end, everybody waits for its end as `gradus check` does.
    while !queue.isEmpty || seats.contains(where: { $0.submission != nil }) {
      let busy = seats.count { $0.submission != nil }
      while seats.count < min(jobs, busy + queue.count) {
        seats.append(Seat(process: try start()))
      }
      for index in seats.indices where seats[index].isReady && seats[index].submission == nil {
        assign(to: index, patience)
      }
      try listen(patience)
    }
  }

  private mutating func assign(to seat: Int, _ patience: Double) {
    guard let next = queue.popLast() else { return }
    seats[seat].submission = next
    seats[seat].hasContent = false
    seats[seat].deadline = .now + .seconds(patience)
    let first = submissions[next].grades.count
    seats[seat].process.send(Fields.line(submissions[next].file.location.request(from: first)))
  }

  private mutating func listen(_ patience: Double) throws(Failure) {
    var descriptors = seats.map { pollfd(fd: $0.process.output, events: Int16(POLLIN), revents: 0) }
    poll(&descriptors, nfds_t(descriptors.count), 50)
    for index in seats.indices.reversed() {
      if descriptors[index].revents != 0 {
        if let lines = seats[index].process.receive() {
          var isUnderstood = true
          for line in lines where isUnderstood { isUnderstood = try accept(Fields.read(line), from: index) }
          if !isUnderstood {
            try lose(index, isLate: false)
          } else if !lines.isEmpty, seats[index].submission != nil {
            seats[index].deadline = .now + .seconds(patience)
          }
        } else {
          try lose(index, isLate: seats[index].isLate)
        }
      } else if let deadline = seats[index].deadline, .now > deadline {
        try lose(index, isLate: true)
      }
    }
  }

  /// False where it is nothing that a worker says at this point.
  private mutating func accept(_ fields: [String], from seat: Int) throws(Failure) -> Bool {
    guard let submission = seats[seat].submission else {
      if fields.first == "broken", fields.count == 4 {
        throw Failure(.document, fields[2], line: Int(fields[1]), hint: fields[3].isEmpty ? nil : fields[3])
      }
      seats[seat].isReady = fields == ["ready"]
      return seats[seat].isReady
    }
    switch fields.first {
    case "content" where fields.count == 2:
      seats[seat].hasContent = true
      submissions[submission].content = fields[1]
    case "unreadable" where fields.count == 2:
      submissions[submission].problem = fields[1]
      free(seat)
    case "grade" where submissions[submission].grades.count < questions:
      guard let grade = Grade(fields: fields.dropFirst()) else { return false }
      submissions[submission].grades.append(grade)
    case "late": seats[seat].isLate = true
    case "done" where submissions[submission].grades.count == questions: finish(seat)
    default: return false
    }
    return true
  }

  private mutating func finish(_ seat: Int) {
    if let submission = seats[seat].submission { journal?.add(submissions[submission]) }
    free(seat)
  }

  private mutating func free(_ seat: Int) {
    seats[seat].submission = nil
    seats[seat].deadline = nil
  }

  /// A process that ended, or does not go on, leaves its place; what it was at costs that answer.
  private mutating func lose(_ seat: Int, isLate: Bool) throws(Failure) {
    let lost = seats.remove(at: seat)
    if isLate { lost.process.kill() }
    let signal = lost.process.end()
    guard let index = lost.submission else {
      let reason = signal.map { " (signal \($0))" } ?? ""
      throw Failure(.document, "running the lesson ended the program\(reason)")
    }
    guard lost.hasContent else {
      submissions[index].problem = "reading it ended the program"
      return
    }
    if submissions[index].grades.count < questions {
      let ending = signal.map { "running it ended the program (signal \($0))" } ?? "running it ended the program"
      let late = Grade(.overBudget, "it did not stop when its time was over")
      submissions[index].grades.append(isLate ? late : Grade(.crashed, ending))
    }
    if submissions[index].grades.count < questions {
      queue.append(index)
    } else {
      journal?.add(submissions[index])
    }
  }
}
