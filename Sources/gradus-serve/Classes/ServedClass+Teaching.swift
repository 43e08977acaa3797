import Classroom
import Lessons
import Vocabulary

/// What a teacher does. Each change is kept, then told to all pages.
extension ServedClass {
  private func kept(_ body: () async throws -> Void) async throws(Refusal) {
    do { try await body() } catch { throw .notKept(ClassStore.reason(error)) }
  }

  /// Sends all pages to a step.
  func send(to place: StepPlace) {
    live.withLock { $0.target = place }
    news.tell("goto", Self.json(of: place))
  }

  static func json(of place: StepPlace) -> JSON {
    JSON(object: [("lesson", JSON(string: place.lesson)), ("step", JSON(string: place.step))])
  }

  /// Opens a lesson up to so many steps; to its end where nil.
  func open(_ lesson: String, steps: Int?) async throws(Refusal) {
    try await kept { try await store.setOpened(lesson, steps: steps, of: id) }
    change { $0.opened[lesson] = steps }
    news.tell(
      "open",
      JSON(object: [("lesson", JSON(string: lesson)), ("upTo", steps.map { JSON(number: $0) } ?? .null)]))
  }

  func setPause(_ isOn: Bool) async throws(Refusal) {
    try await setPhase(isOn ? .paused : .open)
    news.tell("pause", JSON(object: [("on", JSON(truth: isOn))]))
  }

  /// Ends the class: pages can be read and nothing can be sent.
  func end() async throws(Refusal) {
    try await setPhase(.ended)
    news.tell("closed", JSON(object: [("reason", JSON(string: "ended"))]))
  }

  private func setPhase(_ phase: PageFrame.Phase) async throws(Refusal) {
    try await kept { try await store.setPhase(phase, of: id) }
    change { $0.phase = phase }
  }

  func setJoining(_ isOn: Bool) async throws(Refusal) {
    try await kept { try await store.setJoining(isOn, of: id) }
    change { $0.isJoining = isOn }
  }

  /// Lets students in by another code from now on; who is in stays in.
  func changeCode() async throws(Refusal) {
    do {
      let code = try await store.changeCode(of: id)
      change { $0.code = code }
    } catch {
      throw .notKept(ClassStore.reason(error))
    }
  }

  func rename(_ student: Int, to name: StudentName) async throws(Refusal) {
    let problem = live.withLock { live -> Refusal? in
      guard let known = live.state.students[student] else { return .missing }
      if known.name.folded != name.folded, live.state.isTaken(name) || live.reservedNames.contains(name.folded) {
        return Refusal(409, "name-taken", "\(name) is here already.")
      }
      live.reservedNames.insert(name.folded)
      return nil
    }
    if let problem { throw problem }
    defer { live.withLock { _ = $0.reservedNames.remove(name.folded) } }
    try await kept { try await store.rename(student, to: name) }
    change(of: student) { $0.state.rename(student: student, to: name) }
  }

  /// Takes a student out of the class, with all that he did.
  func remove(_ student: Int) async throws(Refusal) {
    guard live.withLock({ $0.state.students[student] }) != nil else { throw .missing }
    workers.stop(student: student)
    try await kept { try await store.remove(student) }
    change { live in
      live.state.remove(student: student)
      live.secrets = live.secrets.filter { $0.value != student }
      live.onceCodes.removeValue(forKey: student)
      live.changes.removeValue(forKey: student)
    }
    news.tell("closed", JSON(object: [("reason", JSON(string: "removed"))]), to: .student(student), passes: true)
  }

  /// Minutes for which a one-time code is good, and how often it may be mistyped.
  private static let onceLimits = (time: Duration.seconds(300), tries: 3)

  /// Makes a code of six digits that lets a student in once.
  func makeOnceCode(for student: Int) throws(Refusal) {
    let now = Clock.running
    let isMade = live.withLock { live in
      guard live.state.students[student] != nil else { return false }
      let others = Set(live.onceCodes.filter { $0.key != student }.map(\.value.code))
      var code: String
      repeat {
        code = String(String(Int.random(in: 0..<1_000_000) + 1_000_000).dropFirst())
      } while others.contains(code)
      live.onceCodes[student] = OnceCode(code: code, end: now + Self.onceLimits.time, tries: Self.onceLimits.tries)
      return true
    }
    if !isMade { throw .missing }
  }

  /// The one-time code of a student that is good now; nil where there is none.
  func onceCode(for student: Int) -> String? {
    let now = Clock.running
    return live.withLock { live in
      live.onceCodes[student].flatMap { $0.end > now && $0.tries > 0 ? $0.code : nil }
    }
  }

  /// What a page needs to know that has missed too much.
  var standing: JSON {
    let (phase, opened, target) = live.withLock { ($0.phase, $0.opened, $0.target) }
    return JSON(object: [
      ("phase", JSON(string: phase.rawValue)),
      ("open", JSON(object: opened.sorted { $0.key < $1.key }.map { ($0.key, JSON(number: $0.value)) })),
      ("goto", target.map(Self.json) ?? .null),
    ])
  }
}
