import Vocabulary

extension Tutor {
  /// Runs commands in a copy of the lesson's session; what they define lasts until the next step.
  mutating func tryOut(_ text: String) {
    var copy = trial ?? session
    let hasFailed = !run(text, in: &copy)
    trial = copy
    if !hasFailed, case .command? = step?.task {
      explain(
        "Tried out in a copy: what you define stays until the next step, and the lesson goes on from its own state.")
    }
  }

  mutating func play(_ text: String) {
    guard case .play(var session) = mode else { return }
    _ = run(text, in: &session)
    mode = .play(session)
  }

  /// Runs the commands of a text up to the first that fails; whether all succeeded.
  private mutating func run(_ text: String, in session: inout LessonSession) -> Bool {
    for command in session.commands(of: text) {
      let printout = session.printout(of: command)
      output += Self.shown(printout, of: command)
      guard let failure = printout.failure else { continue }
      if case .name(let name) = failure.subject, gone.contains(name) {
        remark("'\(name)' was defined while trying something out; that ended with its step. Define it again, or play.")
      }
      return false
    }
    return true
  }

  func names(in session: LessonSession) -> Set<String> { Set(session.session.machine.variables.keys) }
}
