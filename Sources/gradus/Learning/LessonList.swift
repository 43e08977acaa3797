import Lessons
import Vocabulary

/// The lessons of a course with how far the learner is in each.
struct LessonList {
  let text: String
  /// Why progress could not be read, a sentence.
  let problem: String?

  init(_ course: Course, style: ProseStyle) {
    let plans = course.entries.map { entry in Swift.Result { () throws(Failure) in try Course.plan(entry.path) }
    }
    let titles = zip(course.entries, plans).map { entry, plan in (title: (try? plan.get())?.title ?? "", entry.fileName)
    }
    let known = (try? StateFolder.progress.path()).map { ProgressFile(path: $0).read(titles) }
    let rows = course.entries.indices.map { index -> [[TextRun]] in
      let entry = course.entries[index]
      let number = entry.number.map { "\($0)" } ?? ""
      switch plans[index] {
      case .success(let plan):
        let record = known?.records[index] ?? LessonRecord(title: plan.title, fileName: entry.fileName)
        return [[TextRun(number)], [TextRun(plan.title)], Self.progress(of: record, in: plan)]
      case .failure(let failure):
        let place = failure.line.map { "line \($0): " } ?? ""
        return [
          [TextRun(number)], [TextRun(entry.name)], [TextRun("cannot be read: \(place)\(failure.message)", .doubt)],
        ]
      }
    }
    let table = Passage.table([.right, .left, .left], rows: [[[], [], []]] + rows)
    text = style.text([table])
    problem = known?.problem
  }

  private static func progress(of record: LessonRecord, in plan: TutorPlan) -> [TextRun] {
    let done = record.finished(of: plan)
    let steps = plan.steps.count
    if done == 0 { return [TextRun(counted(steps, "step"), .faint)] }
    let points = plan.points > 0 ? ", \(record.points(of: plan)) of \(counted(plan.points, "point"))" : ""
    if done == steps { return [TextRun("done" + points, .praise)] }
    return [TextRun("\(done) of \(counted(steps, "step"))" + points)]
  }
}
