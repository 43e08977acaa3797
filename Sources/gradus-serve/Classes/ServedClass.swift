import Classroom
import Lessons
import Platform
import Synchronization
import Vocabulary

/// A class that is served: who is in it, where everybody is, what runs.
///
/// What changes it is kept before it is told to anybody.
final class ServedClass: Sendable {
  let id: Int
  let name: String
  /// Its first code, by which addresses know it.
  let key: ClassCode
  let news: News
  let store: ClassStore
  let shelf: LessonShelf
  let workers: WorkerPool
  let limits: ServingLimits
  let live: Mutex<Live>

  /// What changes while it is served.
  struct Live {
    var code: ClassCode
    var isJoining: Bool
    var phase: PageFrame.Phase
    var opened: [String: Int]
    var secrets: [String: Int]
    var teachers: Set<String>
    var state: ClassState
    /// Commands that run, by the students that wait for them.
    var running: [Int: Job] = [:]
    /// By their ids; those that are over stay for a while, since a page may have been cut off.
    var jobs: [String: Job] = [:]
    /// The ids of jobs that are over, oldest first.
    var finishedJobs: [String] = []
    var buckets: [Int: TokenBucket] = [:]
    var onceCodes: [Int: OnceCode] = [:]
    /// Names that somebody is about to have.
    var reservedNames: Set<String> = []
    /// Grows with every change of what a board shows.
    var revision = 0
    /// The revision at which a student's row changed last.
    var changes: [Int: Int] = [:]
    var isBoardTold = true
    /// Who was stuck in a lesson when a board asked last.
    var stuck: [String: Set<Int>] = [:]
    /// Where the teacher sent everybody last.
    var target: StepPlace?
    var isDraining = false
  }

  /// A code that lets a student in once who has lost the link.
  struct OnceCode: Sendable {
    let code: String
    let end: Duration
    var tries: Int
  }

  /// Students that a class has at most.
  static let mostStudents = 500
  /// How long a request waits for its reply before it is told to ask again.
  static let patience = Duration.seconds(10)
  /// Commands that are over, and can still be asked for.
  private static let mostFinishedJobs = 1_000

  init(_ stored: StoredClass, store: ClassStore, shelf: LessonShelf, workers: WorkerPool, limits: ServingLimits) {
    id = stored.id
    name = stored.name
    key = stored.key
    self.store = store
    self.shelf = shelf
    self.workers = workers
    self.limits = limits
    news = News(after: Clock.now)
    live = Mutex(
      Live(
        code: stored.code, isJoining: stored.isJoining, phase: stored.phase, opened: stored.opened,
        secrets: stored.secrets, teachers: stored.teachers, state: stored.state))
  }

  // MARK: Who is who

  func student(of secret: Secret) -> ClassState.Student? {
    let mark = secret.mark
    return live.withLock { live in live.secrets[mark].flatMap { live.state.students[$0] } }
  }

  func isTeacher(_ secret: Secret) -> Bool {
    let mark = secret.mark
    return live.withLock { $0.teachers.contains(mark) }
  }

  /// Takes somebody in; what his cookie is to hold.
  func join(_ name: StudentName, code: ClassCode?) async throws(Refusal) -> Secret {
    let problem = live.withLock { live -> Refusal? in
      if live.isDraining { return .draining }
      if code != live.code { return .wrongCode }
      if !live.isJoining { return .closed }
      if live.phase == .ended { return .ended }
      if live.state.students.count + live.reservedNames.count >= Self.mostStudents {
        return Refusal(403, "full", "This class has \(Self.mostStudents) students already.")
      }
      if live.state.isTaken(name) || live.reservedNames.contains(name.folded) {
        let free = name.proposal { [state = live.state, reserved = live.reservedNames] folded in
          state.isTaken(folded: folded) || reserved.contains(folded)
        }
        var refusal = Refusal(
          409, "name-taken",
          "\(name) is here already. If that is you, use your link, or ask your teacher for a code. If not, take another name, such as \(free)."
        )
        refusal.proposal = free.description
        return refusal
      }
      live.reservedNames.insert(name.folded)
      return nil
    }
    if let problem { throw problem }
    defer { live.withLock { _ = $0.reservedNames.remove(name.folded) } }
    let secret = Secret()
    let now = Clock.now
    do {
      let student = try await store.addStudent(name, mark: secret.mark, to: id, now: now)
      change(of: student) { live in
        live.state.add(ClassState.Student(id: student, name: name, joined: now))
        live.secrets[secret.mark] = student
      }
    } catch {
      throw .notKept(ClassStore.reason(error))
    }
    return secret
  }

  /// What a cookie is to hold of somebody with a one-time code.
  func resume(once code: String) async throws(Refusal) -> Secret {
    let typed = code.filter { $0.isASCII && $0.isNumber }
    let now = Clock.running
    let student = live.withLock { live -> Int? in
      live.onceCodes = live.onceCodes.filter { $0.value.end > now && $0.value.tries > 0 }
      if let found = live.onceCodes.first(where: { $0.value.code == typed })?.key {
        live.onceCodes.removeValue(forKey: found)
        return found
      }
      // Who tries is not known: each try counts against all.
      for student in live.onceCodes.keys { live.onceCodes[student]?.tries -= 1 }
      return nil
    }
    guard let student else {
      throw Refusal(403, "wrong-once", "That code is wrong or too old. Ask your teacher for another.")
    }
    let secret = Secret()
    do {
      try await store.addSecret(secret.mark, of: student)
    } catch {
      throw .notKept(ClassStore.reason(error))
    }
    live.withLock { $0.secrets[secret.mark] = student }
    return secret
  }

  // MARK: Changes

  /// Changes what a board shows, of a student or of the class.
  func change(of student: Int? = nil, _ body: (inout Live) -> Void) {
    let tells = live.withLock { live in
      body(&live)
      live.revision += 1
      if let student { live.changes[student] = live.revision }
      defer { live.isBoardTold = false }
      return live.isBoardTold
    }
    guard tells else { return }
    // At most twice a second, whatever happens.
    Task {
      try? await Task.sleep(for: .milliseconds(500))
      let revision = live.withLock { live in
        live.isBoardTold = true
        return live.revision
      }
      news.tell("board", JSON(object: [("seq", JSON(number: revision))]), to: .teachers, passes: true)
    }
  }

  /// Notes who is stuck in a lesson, which time alone can change, so that boards hear of it.
  func note(stuck: Set<Int>, in lesson: String) {
    let before = live.withLock { $0.stuck[lesson] } ?? []
    for student in before.symmetricDifference(stuck) { change(of: student) { $0.stuck[lesson] = stuck } }
  }

  // MARK: Jobs

  func job(_ id: String, of student: Int) -> Job? {
    live.withLock { live in live.jobs[id].flatMap { $0.student == student ? $0 : nil } }
  }

  func stop(_ job: Job) { workers.stop(student: job.student) }

  /// Forgets that a command runs.
  func end(_ job: Job) {
    live.withLock { live in
      if live.running[job.student] === job { live.running.removeValue(forKey: job.student) }
      live.finishedJobs.append(job.id)
      if live.finishedJobs.count > Self.mostFinishedJobs {
        live.jobs.removeValue(forKey: live.finishedJobs.removeFirst())
      }
    }
  }

  /// From now on nothing begins; what runs, ends.
  func drain() { live.withLock { $0.isDraining = true } }

  var isBusy: Bool { live.withLock { !$0.running.isEmpty } }
}

/// The time.
enum Clock {
  /// Milliseconds since 1970, by a clock that can be set back.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }

  /// Since some moment, by a clock that only goes forward.
  static var running: Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
  }
}
