import Platform
import Vocabulary

extension GradeBook {
  /// The same with a row for each student: attempts counted, marks by hand put in, late and missing copies told.
  ///
  /// Throws where a mark by hand is none that the lesson can have.
  public func settled(by rules: CourseRules) throws(Failure) -> GradeBook {
    try rules.check(submissions.count)
    var book = self
    book.rules = rules
    var settling = Settling(book)
    try settling.settle()
    return settling.book
  }
}

/// Makes rows of students out of copies.
private struct Settling {
  var book: GradeBook
  private var rules: CourseRules { book.rules }

  init(_ book: GradeBook) { self.book = book }

  mutating func settle() throws(Failure) {
    for index in book.submissions.indices { book.submissions[index].handIn.time = time(of: book.submissions[index]) }
    if let roster = rules.roster { assign(to: roster) }
    for index in book.submissions.indices { judgeTime(index) }
    if let marks = rules.marks { book.concerns += try marks.apply(to: &book) }
    if let roster = rules.roster {
      choose(by: roster)
      compareNumbers(by: roster)
    }
    sayWhatIsUnknown()
  }

  // MARK: Times

  private func time(of submission: GradedSubmission) -> HandInTime? {
    if let time = rules.handedIn { return time }
    switch rules.times {
    case .files: return HandInTime(ofFile: submission.file.location)
    case .roster: return nil
    case .stamps:
      guard !submission.file.location.bytes.isEmpty else { return nil }
      let stamp = submission.file.location.parent.appending(BytePath(HandInTimes.fileName))
      guard case .success(let bytes) = SubmissionFile.content(of: stamp), bytes.count < 200 else { return nil }
      return try? HandInTime(String(decoding: bytes, as: UTF8.self), zone: 0)
    }
  }

  private mutating func judgeTime(_ index: Int) {
    let submission = book.submissions[index]
    if let deadline = submission.student?.deadline ?? rules.deadline {
      book.submissions[index].handIn.isLate = submission.handIn.time.map { $0 > deadline }
    }
    // The platform's own word counts where nothing else is known.
    if book.submissions[index].handIn.isLate == nil,
      submission.file.nameParts.contains(where: { HandInName($0).isLate })
    {
      book.submissions[index].handIn.isLate = true
    }
  }

  private mutating func sayWhatIsUnknown() {
    guard rules.deadline != nil else { return }
    for submission in book.submissions where submission.handIn.isLate == nil && submission.problem == nil {
      book.concerns.append(
        "\(submission.file.path.shown()): nothing tells when it was handed in, so nobody knows whether it is late")
    }
  }

  // MARK: Students

  private mutating func assign(to roster: Roster) {
    let lesson = book.name
    var known: [GradedSubmission] = []
    for var submission in book.submissions {
      switch roster.owner(of: submission.file, lesson: lesson) {
      case .student(let student):
        submission.student = student
        known.append(submission)
      case .nobody:
        setAside(submission, "nobody on the roster is called so", isConcern: true)
      case .several(let students):
        setAside(
          submission,
          "it could be of \(students.map(\.mark).joined(separator: " or ")); name it by login or id", isConcern: true)
      }
    }
    book.submissions = known
  }

  private mutating func setAside(_ submission: GradedSubmission, _ reason: String, isConcern: Bool) {
    let path = submission.file.path.shown()
    book.setAside.append(GradeBook.SetAside(path: path, reason: reason.shown(), isConcern: isConcern))
    if isConcern { book.concerns.append("\(path): \(reason.shown())") }
  }

  /// One row for each student who handed something in, in the order of the roster.
  private mutating func choose(by roster: Roster) {
    var groups: [Int: [GradedSubmission]] = [:]
    for submission in book.submissions { groups[submission.student?.row ?? -1, default: []].append(submission) }
    book.submissions = []
    for student in roster.students {
      guard let attempts = groups[student.row] else {
        book.missing.append(student)
        continue
      }
      choose(among: attempts, of: student)
    }
  }

  private mutating func choose(among attempts: [GradedSubmission], of student: RosterStudent) {
    var attempts = inOrder(attempts)
    if rules.times == .roster, rules.handedIn == nil, let time = student.handedIn, let last = attempts.indices.last,
      attempts[last].handIn.time == nil
    {
      attempts[last].handIn.time = time
      if let deadline = student.deadline ?? rules.deadline { attempts[last].handIn.isLate = time > deadline }
    }
    for index in attempts.indices {
      attempts[index].handIn.attempt = index + 1
      attempts[index].handIn.attempts = attempts.count
    }
    if rules.attempts == .punctual, rules.deadline != nil {
      for attempt in attempts where attempt.handIn.isLate == nil {
        book.concerns.append(
          "\(attempt.file.path.shown()): nothing tells when it was handed in, so nobody knows whether it is the last in time"
        )
      }
    }
    let readable = attempts.filter { $0.problem == nil }
    guard let chosen = chosen(among: readable.isEmpty ? attempts : readable) else { return }
    for attempt in attempts where attempt.file != chosen.file {
      let reason =
        attempt.problem.map { "it cannot be read: \($0)" }
        ?? "attempt \(chosen.handIn.attempt) of \(student.name) counts"
      setAside(attempt, reason, isConcern: attempt.problem != nil)
    }
    book.submissions.append(chosen)
  }

  /// Says of each copy whose numbers are not its student's. Nothing where all copies have those that the lesson shows, since then
  /// all were given one.
  private mutating func compareNumbers(by roster: Roster) {
    let isDrawn = book.submissions.contains { $0.grades.contains { $0.variant ?? 0 > 0 } }
    for submission in book.submissions where isDrawn {
      guard let student = submission.student else { continue }
      let numbers = zip(book.questions, submission.grades).filter { $0.variants != nil && $1.variant != nil }
      let have = { (student: RosterStudent) in numbers.allSatisfy { $0.variant(of: student.name) == $1.variant } }
      if numbers.isEmpty || have(student) { continue }
      let owners = roster.students.filter(have).map(\.name)
      let whose =
        switch owners.count {
        case 0: numbers.allSatisfy { $0.1.variant == 0 } ? "those that the lesson shows" : "of no copy of the class"
        case 1: "those of \(owners[0])'s copy"
        case 2: "those of the copies of \(owners[0]) and \(owners[1])"
        default: "those of the copies of \(owners[0]) and \(owners.count - 1) others"
        }
      book.concerns.append("\(submission.file.path.shown()): the numbers are \(whose.shown())")
    }
  }

  /// By time where all have one, else by the number that the names give, else as people read their paths.
  private func inOrder(_ attempts: [GradedSubmission]) -> [GradedSubmission] {
    let hasTimes = attempts.allSatisfy { $0.handIn.time != nil }
    func number(_ submission: GradedSubmission) -> Int {
      submission.file.nameParts.lazy.compactMap { HandInName($0).attempt }.first ?? 1
    }
    return attempts.sorted { left, right in
      if hasTimes, let first = left.handIn.time, let second = right.handIn.time, first != second {
        return first < second
      }
      if number(left) != number(right) { return number(left) < number(right) }
      return left.file.path.naturalParts.lexicographicallyPrecedes(right.file.path.naturalParts)
    }
  }

  private func chosen(among attempts: [GradedSubmission]) -> GradedSubmission? {
    switch rules.attempts {
    case .last: attempts.last
    case .first: attempts.first
    case .best: attempts.reversed().max { book.points($0) < book.points($1) }
    case .punctual: attempts.last { $0.handIn.isLate == false } ?? attempts.last
    }
  }
}

/// A part of a path, in which 10 comes behind 9.
private enum NaturalPart: Comparable {
  case number(Int)
  case text(String)

  static func < (left: NaturalPart, right: NaturalPart) -> Bool {
    switch (left, right) {
    case (.number(let first), .number(let second)): first < second
    case (.text(let first), .text(let second)): first.utf8.lexicographicallyPrecedes(second.utf8)
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}

extension String {
  fileprivate var naturalParts: [NaturalPart] {
    var parts: [NaturalPart] = []
    var rest = self[...]
    while let first = rest.first {
      let isDigit: (Character) -> Bool = { $0.isASCII && $0.isNumber }
      let run = rest.prefix { isDigit($0) == isDigit(first) }
      parts.append(isDigit(first) ? Int(run).map { .number($0) } ?? .text(String(run)) : .text(String(run)))
      rest = rest.dropFirst(run.count)
    }
    return parts
  }
}
