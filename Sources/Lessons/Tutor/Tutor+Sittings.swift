import Vocabulary

/// What the tutor says of sittings: how much is to come, and where it is good to stop.
extension Tutor {
  /// The number of the sitting in which the learner is, where beginning the lesson would lead to another one.
  public var ownSitting: Int? {
    guard let here = plan.sitting(at: position), let next = firstUnfinished(in: nil) else { return nil }
    return here.steps.contains(next) ? nil : here.number
  }

  /// The first step of a sitting, else of the lesson, that is not finished.
  func firstUnfinished(in sitting: Sitting?) -> Int? {
    (sitting?.steps ?? plan.steps.indices).first { record.outcomes[plan.steps[$0].key]?.isFinished != true }
  }

  /// What is read before the step at this position: where a section begins, how far the learner is; where a sitting begins, what
  /// it holds. The end of what came before only those read who come from there.
  func reading(before step: TutorStep, isNext: Bool) -> [Passage] {
    let passages = step.passages
    guard let sitting = plan.sitting(at: position), let section = step.sectionStart else { return passages }
    let (past, own) = (passages[..<section], passages[section...])
    let (number, count, start) = (sitting.number, plan.sittings.count, sitting.steps.lowerBound)
    let opening = Passage("Sitting \(number) of \(count), \(sitting.extent): \(sitting.title)")
    if position == 0 { return [opening] + passages }
    if position > start {
      let place = Passage("Step \(position - start + 1) of \(sitting.steps.count)", .faint)
      return isNext ? past + [place] + own : passages
    }
    let end = Passage("That was sitting \(number - 1) of \(count). Here it is good to stop: quit keeps your place.")
    return (isNext ? past + [Passage(.rule), end] : []) + [opening] + own
  }
}

extension TutorPlan {
  /// `step 5 of 12`, or `step 24 of 59, 6 of 24 in sitting 2 of 3`.
  func place(of position: Int) -> String {
    let place = "step \(position + 1) of \(steps.count)"
    guard let sitting = sitting(at: position) else { return place }
    let own = "\(position - sitting.steps.lowerBound + 1) of \(sitting.steps.count)"
    return place + ", \(own) in sitting \(sitting.number) of \(sittings.count)"
  }
}
