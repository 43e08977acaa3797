import Classroom
import Lessons
import Platform
import Vocabulary

/// What students do at the steps of lessons.
extension ServedClass {
  /// Requests of a student: so many a second, and so many at once.
  private static let rate = (perSecond: 5.0, burst: 20.0)

  /// What becomes of a request.
  enum Progress: Sendable {
    case answer(StepAnswer)
    /// It takes longer.
    case waits(Job)
  }

  /// Answers a request at a step; where that takes long, says whom to ask later.
  func take(_ order: StepOrder, of student: Int) async throws(Refusal) -> Progress {
    guard let lesson = shelf.lesson(order.place.lesson, version: order.version) else { throw .changedLesson }
    guard let index = lesson.content.index(of: order.place.step) else { throw .missing }
    if order.text.utf8.count > limits.typed { throw .tooLarge }
    if let answer = try await answerGivenBefore(order, of: student, in: lesson) { return .answer(answer) }
    let job: Job
    do throws(Refusal) {
      job = try begin(order, of: student, at: index)
    } catch {
      // It may have been answered in the meantime.
      if let answer = try await answerGivenBefore(order, of: student, in: lesson) { return .answer(answer) }
      throw error
    }
    guard let answer = await job.answer(within: Self.patience) else { return .waits(job) }
    return .answer(answer)
  }

  /// The reply to a request that came before, as after a dropped connection.
  private func answerGivenBefore(
    _ order: StepOrder, of student: Int, in lesson: ShelvedLesson
  ) async throws(Refusal) -> StepAnswer? {
    guard let nonce = order.nonce else { return nil }
    let found: StoredReply?
    do {
      found = try await store.reply(to: nonce, of: student)
    } catch {
      // It can still be told from others where it is to be kept.
      return nil
    }
    guard let found else { return nil }
    let event = found.event
    guard event.place == order.place, event.action == order.action, event.text == order.text else { throw .reusedNonce }
    return .reply(found, standing(of: student, at: order.place, in: lesson))
  }

  /// Begins to work on a request, or joins the one that is the same.
  private func begin(_ order: StepOrder, of student: Int, at index: Int) throws(Refusal) -> Job {
    let now = Clock.running
    let result: Result<(job: Job, record: StepRecord?), Refusal> = live.withLock { live in
      guard let known = live.state.students[student] else { return .failure(.unknownStudent) }
      if let running = live.running[student] {
        guard order.nonce != nil, running.order.nonce == order.nonce else { return .failure(.running) }
        return running.order == order ? .success((running, nil)) : .failure(.reusedNonce)
      }
      if live.isDraining { return .failure(.draining) }
      switch live.phase {
      case .open: break
      case .paused: return .failure(.paused)
      case .ended: return .failure(.ended)
      }
      if let open = live.opened[order.place.lesson], index >= open { return .failure(.notOpen) }
      if !Self.takesToken(of: student, in: &live, now: now) { return .failure(.tooMany.retrying(after: 1)) }
      let record = known.record(at: order.place)
      if let after = order.after, after != record.replies { return .failure(.otherState(after: record.replies)) }
      if record.lines.count >= limits.lines, order.action != .startOver {
        return .failure(
          Refusal(409, "full", "You have tried \(limits.lines) lines here. Press “Start over” to begin this step anew.")
        )
      }
      let job = Job(order, of: student)
      live.running[student] = job
      live.jobs[job.id] = job
      return .success((job, record))
    }
    switch result {
    case .failure(let refusal): throw refusal
    case .success((let job, nil)): return job
    case .success((let job, let record?)):
      Task.detached { await self.work(on: job, record) }
      return job
    }
  }

  /// Lets a request be run, keeps what comes of it, and tells all who wait.
  private func work(on job: Job, _ record: StepRecord) async {
    let answer: StepAnswer
    do throws(Refusal) {
      let reply = try await reply(to: job, record)
      answer = try await keep(reply, to: job)
    } catch {
      answer = .refusal(error)
    }
    end(job)
    job.finish(answer)
  }

  private func reply(to job: Job, _ record: StepRecord) async throws(Refusal) -> StepReply? {
    let order = job.order
    guard case .step(let action) = order.action else { return nil }
    let request = StepRequest(
      version: order.version, step: order.place.step, lines: record.lines, action: action, text: order.text,
      outcome: record.outcome, hintsShown: record.hintsShown)
    do {
      return try await workers.perform(request, for: job.student) { progress in
        switch progress {
        case .waiting(let before): job.before = before
        case .working(let text):
          self.news.tell(
            "progress", JSON(object: [("job", JSON(string: job.id)), ("text", JSON(string: text))]),
            to: .student(job.student), passes: true)
        }
      }
    } catch {
      switch error {
      case .busy: throw .running
      case .unknown: throw .missing
      case .unavailable(let reason): throw .noWorkers(reason)
      }
    }
  }

  /// Keeps a reply before anybody hears of it.
  private func keep(_ reply: StepReply?, to job: Job) async throws(Refusal) -> StepAnswer {
    let order = job.order
    var event = ClassEvent(
      student: job.student, place: order.place, version: order.version, action: order.action, text: order.text,
      state: reply?.state, outcome: reply?.outcome, points: reply?.points ?? 0,
      said: reply?.say ?? "Started over.", isKept: reply?.isKept ?? false, time: Clock.now)
    do {
      event.number = try await store.add(event, nonce: order.nonce, html: reply?.html)
    } catch {
      // The same request on another connection was quicker.
      if let nonce = order.nonce, let found = try? await store.reply(to: nonce, of: job.student),
        let lesson = shelf.lesson(order.place.lesson, version: order.version)
      {
        return .reply(found, standing(of: job.student, at: order.place, in: lesson))
      }
      throw .notKept(ClassStore.reason(error))
    }
    change(of: job.student) { $0.state.take(event) }
    guard let lesson = shelf.lesson(order.place.lesson, version: order.version) else { throw .changedLesson }
    return .reply(
      StoredReply(event: event, html: reply?.html ?? ""), standing(of: job.student, at: order.place, in: lesson))
  }

  private func standing(of student: Int, at place: StepPlace, in lesson: ShelvedLesson) -> StepStanding {
    let record = live.withLock { $0.state.students[student]?.record(at: place) } ?? StepRecord()
    let steps = lesson.content.steps
    let index = lesson.content.index(of: place.step)
    let next = index.flatMap { record.isFinished && $0 + 1 < steps.count ? steps[$0 + 1].key : nil }
    return StepStanding(after: record.replies, possible: index.map { steps[$0].points } ?? 0, next: next)
  }

  /// Whether a student may send one more request now.
  private static func takesToken(of student: Int, in live: inout Live, now: Duration) -> Bool {
    var bucket = live.buckets[student] ?? TokenBucket(rate: rate.perSecond, burst: rate.burst, now: now)
    defer { live.buckets[student] = bucket }
    return bucket.take(now: now) == nil
  }

  /// Throws where a student sends too much.
  func checkRate(of student: Int) throws(Refusal) {
    let now = Clock.running
    if !live.withLock({ Self.takesToken(of: student, in: &$0, now: now) }) { throw .tooMany.retrying(after: 1) }
  }

  // MARK: Help

  /// Notes that a student wants help at a step, or no longer.
  func setHelp(_ isWanted: Bool, of student: Int, at place: StepPlace, version: String) async throws(Refusal) {
    var event = ClassEvent(
      student: student, place: place, version: version, action: isWanted ? .wantsHelp : .needsNoHelp, time: Clock.now)
    do {
      event.number = try await store.add(event, nonce: nil, html: nil)
    } catch {
      throw .notKept(ClassStore.reason(error))
    }
    change(of: student) { $0.state.take(event) }
  }

  // MARK: The page

  /// How the steps of a lesson stand for a student, by their keys.
  func fullViews(of student: ClassState.Student, in lesson: ShelvedLesson) async throws(Refusal) -> [String: StepView] {
    let replies: [StoredReply]
    do {
      replies = try await store.replies(of: student.id, in: lesson.name)
    } catch {
      throw Refusal(503, "not-readable", "What you did cannot be read, since \(ClassStore.reason(error)).")
    }
    var views: [String: StepView] = views(of: student, in: lesson)
    for reply in replies {
      let step = reply.event.place.step
      switch reply.event.action {
      case .startOver: views[step]?.attempts = []
      case .step(let action) where reply.event.state != nil:
        views[step]?.attempts.append(StepView.Attempt(action, typed: reply.event.text, reply: reply.html))
      case .step, .wantsHelp, .needsNoHelp: break
      }
    }
    return views
  }

  /// The same without what was sent and answered.
  func views(of student: ClassState.Student, in lesson: ShelvedLesson) -> [String: StepView] {
    let open = live.withLock { $0.opened[lesson.name] } ?? .max
    var views: [String: StepView] = [:]
    for (index, step) in lesson.content.steps.enumerated() {
      let record = student.record(at: StepPlace(lesson: lesson.name, step: step.key))
      views[step.key] = StepView(
        outcome: record.outcome, after: record.replies, hintsShown: record.hintsShown, isOpen: index < open)
    }
    return views
  }
}
