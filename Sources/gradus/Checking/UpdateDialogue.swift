import CLibEdit
import Lessons
import Vocabulary

/// Writes what lessons print into them, after asking for each change where somebody sits at the terminal.
struct UpdateDialogue {
  let acceptsErrors: Bool
  /// Whether nothing may be written unasked.
  let asks: Bool
  let usesColor: Bool

  private enum Answer {
    case yes, no, all, quit
  }

  /// - Returns: how the lessons stand after it.
  func update(_ check: Check) -> Check.Status {
    if let failure = check.failure { say("error: \(failure.message)") }
    var status = check.status
    var hasOpenEnds = false
    var answer: Answer? = asks ? nil : .all
    var (written, offered) = (0, 0)
    for lesson in check.lessons {
      if let failure = lesson.failure {
        say(
          "\([lesson.path, failure.line.map { String($0) }].compactMap { $0 }.joined(separator: ":")): \(failure.message)"
        )
      }
      for flaw in lesson.flaws { say("\(lesson.path):\(flaw.line): \(flaw.message): \(flaw.detail)") }
      guard let update = LessonUpdate(lesson, acceptsErrors: acceptsErrors) else { continue }
      for refusal in update.refusals { say("\(lesson.path):\(refusal.line): not updated: \(refusal.message)") }
      var chosen: [Change] = []
      for change in update.changes where answer != .quit {
        offered += 1
        show(change, in: lesson.path)
        if answer != .all, Terminal.isInteractive {
          let given = ask()
          answer = given == .all || given == .quit ? given : nil
          if given == .yes || given == .all { chosen.append(change) }
        } else if answer == .all {
          chosen.append(change)
        }
      }
      let isWritten = write(chosen, of: update)
      if isWritten { written += chosen.count }
      let isComplete =
        isWritten && chosen.count == update.changes.count && update.refusals.isEmpty && lesson.flaws.isEmpty
      if !isComplete, !lesson.holds || !update.changes.isEmpty { hasOpenEnds = true }
    }
    if status == .someDiffer, !hasOpenEnds { status = .allHold }
    say(summary(written: written, offered: offered))
    return status
  }

  private func write(_ changes: [Change], of update: LessonUpdate) -> Bool {
    guard !changes.isEmpty else { return true }
    do {
      switch try update.write(changes) {
      case .written: return true
      case .changedMeanwhile: say("\(update.path): the file changed meanwhile and was left as it is; update it again")
      }
    } catch {
      say("\(update.path): \(error.message)")
    }
    return false
  }

  private func summary(written: Int, offered: Int) -> String {
    if offered > 0, asks, !Terminal.isInteractive {
      return "\(counted(offered, "output")) would change; nothing was written, --yes writes them"
    }
    return written == 0 ? "nothing was written" : "\(counted(written, "output")) written"
  }

  // MARK: Talking

  private func show(_ change: Change, in path: String) {
    say("\(path):\(change.line): > \(change.command.source.lines.joined(separator: " ⏎ "))")
    if change.parts.isEmpty { say("      (nothing)") }
    for part in change.parts {
      for line in part.old { say("    - " + line, code: "31") }
      for line in part.new { say("    + " + line, code: "32") }
    }
  }

  /// Control characters are shown, never sent.
  private func say(_ text: String, code: String? = nil) {
    let visible = text.visible()
    Terminal.write((usesColor ? code.map { "\u{1B}[\($0)m\(visible)\u{1B}[0m" } ?? visible : visible) + "\n")
  }

  /// The end of the input leaves.
  private func ask() -> Answer {
    while true {
      Terminal.write("Write this? y yes, n no, a all from here, q quit: ")
      guard let line = readLine() else { return .quit }
      switch line.lowercased() {
      case "y", "yes": return .yes
      case "n", "no": return .no
      case "a", "all": return .all
      case "q", "quit": return .quit
      default: continue
      }
    }
  }
}
