import Vocabulary

/// How a learner stands in a lesson, and what is said of it at the end.
struct Recap {
  private let plan: TutorPlan
  private let record: LessonRecord
  private let successor: Tutor.Successor?

  init(_ plan: TutorPlan, _ record: LessonRecord, successor: Tutor.Successor?) {
    self.plan = plan
    self.record = record
    self.successor = successor
  }

  /// `step 5 of 12, 2 of 4 points`.
  func standing(at position: Int) -> String {
    let steps = plan.steps.count
    var parts = [
      position < steps ? plan.place(of: position) : "\(record.finished(of: plan)) of \(counted(steps, "step"))"
    ]
    if !kept.isEmpty { parts.append("\(answered) of \(counted(kept.count, "question")) answered") }
    if points > 0 { parts.append("\(record.points(of: plan)) of \(counted(points, "point"))") }
    return parts.joined(separator: ", ")
  }

  /// The questions whose keys are not in this copy, so that a teacher judges them.
  private var kept: [TutorStep] { plan.steps.filter(\.isKept) }

  private var answered: Int {
    kept.count { if case .handed? = record.outcomes[$0.key] { true } else { false } }
  }

  /// The points that are given here, and not by the teacher.
  private var points: Int { plan.steps.reduce(0) { $0 + ($1.isKept ? 0 : $1.points) } }

  /// After the last step.
  var passages: [Passage] {
    var passages = [Passage(.rule), Passage(sentences.joined(separator: " "))]
    let handed = plan.steps.compactMap { step -> String? in
      if case .handed(let answer)? = record.outcomes[step.key] { "\(step.name):\n\(answer)" } else { nil }
    }
    if !handed.isEmpty {
      passages.append(Passage("Your answers for your teacher, to be written into the file that you hand in:"))
      passages.append(Passage(.code(handed.joined(separator: "\n"))))
    }
    if let successor {
      passages.append(
        Passage(
          .paragraph([
            TextRun("Next: \(successor.title), with "), TextRun(successor.command, .code), TextRun("."),
          ])))
    }
    passages.append(Passage("Enter leaves; until then what you type is tried out."))
    return passages
  }

  private var sentences: [String] {
    var sentences = ["This was \"\(plan.title)\"."]
    if points > 0 { sentences.append("You have \(record.points(of: plan)) of \(counted(points, "point")).") }
    if !kept.isEmpty {
      let points = counted(kept.reduce(0) { $0 + $1.points }, "point")
      sentences.append(
        "You answered \(answered) of \(counted(kept.count, "question")); your teacher checks them, for \(points).")
    }
    let predictions = plan.steps.filter { if case .prediction = $0.task { true } else { false } }
    let ventured = predictions.filter { record.outcomes[$0.key] == .right || record.outcomes[$0.key] == .late }
    if !ventured.isEmpty {
      let right = ventured.count { record.outcomes[$0.key] == .right }
      sentences.append("Of \(counted(ventured.count, "prediction")) \(right) came true.")
    }
    let skipped = plan.steps.filter { record.outcomes[$0.key] == .skipped }.map(\.name)
    if !skipped.isEmpty { sentences.append("Passed over: \(skipped.joined(separator: ", ")).") }
    return sentences
  }
}

extension TutorStep {
  /// What a recap calls it.
  fileprivate var name: String {
    switch task {
    case .command(let command, _), .prediction(let command, _): command.source
    case .exploration(let block): "exploring " + (block.exploration?.dials.map(\.name).joined(separator: " and ") ?? "")
    case .exercise(let exercise): "exercise \(exercise.id)"
    case .quiz(let quiz): "quiz \(quiz.id)"
    }
  }
}
