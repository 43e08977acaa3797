import Lessons

extension GradeBook {
  /// The grades of a class in a lesson, so that every `GradeFormat` writes them as it does those of copies that are handed in.
  ///
  /// - Parameters:
  ///   - fileName: of the lesson.
  public init(_ lesson: ClassLesson, fileName: String, _ state: ClassState) {
    let places = lesson.questions.map { question in
      lesson.steps.first { $0.id == question.id }.map { StepPlace(lesson: lesson.name, step: $0.key) }
    }
    let students = state.students.values.sorted { ($0.name.description, $0.id) < ($1.name.description, $1.id) }
    self.init(
      lesson: fileName, questions: lesson.questions,
      submissions: students.map { student in
        let grades = zip(places, lesson.questions).map { place, question in
          place.map { Grade(student.record(at: $0), of: question) } ?? Grade(.missing)
        }
        return GradedSubmission(student: student.name.description, grades: grades)
      })
  }
}

extension Grade {
  /// What was earned at a question. Points are for a quiz at the first try, and for an exercise whenever it is right, but for what
  /// hints cost.
  init(_ record: StepRecord, of question: Question) {
    switch record.outcome {
    case .helped(let hints):
      self.init(.right, "after \(hints) hints", answer: record.answer ?? "", cost: question.points - record.points)
    case .right: self.init(.right, answer: record.answer ?? "")
    case .handed(let answer): self.init(.unclear, "the key is not in this lesson", answer: answer)
    case .late: self.init(.wrong, "right, but not at the first try", answer: record.wrong.first ?? record.answer ?? "")
    case .skipped:
      self.init(record.attempts > 0 ? .wrong : .blank, "the answer was shown", answer: record.answer ?? "")
    case .tried, .hinted, .done, nil:
      guard record.attempts > 0 else { self.init(.blank); return }
      let verdict: Grade.Verdict =
        switch record.state {
        case .failed: .failed
        case .budget: .overBudget
        case .crashed: .crashed
        default: .wrong
        }
      self.init(verdict, record.said, answer: record.answer ?? "")
    }
  }
}
