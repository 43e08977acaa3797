import Lessons
import Vocabulary

/// The lessons of a course with how far the learner is in each, and what stands beside them.
struct LessonList {
  let text: String
  /// Why progress could not be read, a sentence.
  let problem: String?

  init(_ course: Course, style: ProseStyle) {
    let plans = course.entries.map { entry in Swift.Result { () throws(Failure) in try Course.plan(entry.path) } }
    let titles = zip(course.entries, plans).map { entry, plan in (title: (try? plan.get())?.title ?? "", entry.fileName)
    }
    let known = (try? StateFolder.progress.path()).map { ProgressFile(path: $0).read(titles) }
    let rows = course.entries.indices.map { index in
      Row(entry: course.entries[index], plan: plans[index], record: known?.records[index])
    }
    let lessons = rows.filter { $0.entry.number != nil }
    let beside = rows.filter { $0.entry.number == nil }
    text =
      style.text([Row.table(of: lessons, .right)])
      + (beside.isEmpty ? "" : "\nBeside them, called by name:\n\n" + style.text([Row.table(of: beside, .left)]))
    problem = known?.problem
  }
}

/// A lesson in the list.
private struct Row {
  let entry: Course.Entry
  let plan: Swift.Result<TutorPlan, Failure>
  let record: LessonRecord?

  /// A column for what each is called by, one for titles, one for sittings where there are any, one for progress.
  static func table(of rows: [Row], _ alignment: MarkdownElement.Alignment) -> Passage {
    let hasSittings = rows.contains { !$0.sittings.isEmpty }
    let cells = rows.map { [[$0.call], [$0.title]] + (hasSittings ? [$0.sittings] : []) + [$0.progress] }
    let columns = hasSittings ? 4 : 3
    return .table(
      [alignment] + [MarkdownElement.Alignment](repeating: .left, count: columns - 1),
      rows: [[[TextRun]](repeating: [], count: columns)] + cells)
  }

  private var call: TextRun { TextRun(entry.number.map { "\($0)" } ?? entry.name) }

  private var title: TextRun { TextRun((try? plan.get())?.title ?? entry.name) }

  /// The plan, where it is something to go through: a page beside the lessons that asks nothing is looked up.
  private var taught: TutorPlan? {
    guard let plan = try? plan.get(), entry.number != nil || plan.steps.contains(where: \.isQuestion) else {
      return nil
    }
    return plan
  }

  private var sittings: [TextRun] {
    guard let count = taught?.sittings.count, count > 1 else { return [] }
    return [TextRun(counted(count, "sitting"), .faint)]
  }

  private var progress: [TextRun] {
    if case .failure(let failure) = plan {
      let place = failure.line.map { "line \($0): " } ?? ""
      return [TextRun("cannot be read: \(place)\(failure.message)", .doubt)]
    }
    guard let plan = taught else { return [] }
    let steps = plan.steps.count
    let done = record?.finished(of: plan) ?? 0
    if done == 0 { return [TextRun(counted(steps, "step"), .faint)] }
    let points = plan.points > 0 ? ", \(record?.points(of: plan) ?? 0) of \(counted(plan.points, "point"))" : ""
    if done == steps { return [TextRun("done" + points, .praise)] }
    return [TextRun("\(done) of \(counted(steps, "step"))" + points)]
  }
}
