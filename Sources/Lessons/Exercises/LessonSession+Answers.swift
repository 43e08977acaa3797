import Language
import Vocabulary
import Workbench

extension LessonSession {
  /// The session with what an exercise's key needs as it was before the answer: settings and limits, and the names that the key
  /// uses and no solution gives a meaning. So no answer passes by giving the key's own words another meaning.
  func restored(for exercise: Exercise, from before: LessonSession) -> LessonSession {
    var copy = self
    copy.session.style = before.session.style
    copy.session.context.limits = before.session.context.limits
    let own = LessonNames.bound(by: exercise.template, lexicon: session.lexicon)
      .union(
        exercise.solutions.flatMap(\.commands).flatMap { LessonNames(of: $0.source, lexicon: session.lexicon).bound })
    let expressions = exercise.expectations.map(\.expression) + exercise.mistakes.map(\.expression)
    var pending = expressions.flatMap { LessonNames(of: $0, lexicon: session.lexicon).used }
    var seen = own
    while let name = pending.popLast() {
      guard seen.insert(name).inserted else { continue }
      let value = before.session.context.variables[name]
      copy.session.context.variables[name] = value
      if case .function(let function as UserFunction)? = value { pending += function.usedNames }
    }
    return copy
  }
}
