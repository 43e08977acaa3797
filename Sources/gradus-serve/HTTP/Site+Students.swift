import Classroom
import Hummingbird
import Lessons
import Vocabulary

/// What students see and do in lessons.
extension Site {
  func addStudents(to group: RouterGroup<Scene>) {
    group.get("lessons/:name") { request, scene in try await self.lessonPage(request, scene) }
    group.post("lessons/:name/steps/:step") { request, scene in try await self.step(request, scene) }
    group.get("jobs/:id") { request, scene in try await self.job(request, scene) }
    group.post("jobs/:id/stop") { request, scene in try await self.stop(request, scene) }
    group.get("complete") { request, scene in try await self.complete(request, scene) }
    group.get("help") { request, scene in try await self.help(request, scene) }
    group.post("help-wanted") { request, scene in try await self.helpWanted(request, scene) }
  }

  // MARK: The page

  private func lessonPage(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let student = try student(request, in: served)
    guard let lesson = served.shelf.current(try scene.part("name")) else { throw .missing }
    served.shelf.prepare(lesson)
    let views = try await served.fullViews(of: student, in: lesson)
    return .page(lesson.page.html({ views[$0] ?? StepView() }, frame(of: student, in: served)))
  }

  // MARK: Steps

  private func step(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let student = try student(request, in: served)
    let place = StepPlace(lesson: try scene.part("name"), step: try scene.part("step"))
    let fields = try await FormFields(request, scene)
    let back = "\(address(of: served).base)/lessons/\(FormFields.encoded(place.lesson))"
    let text = fields.all("text").joined(separator: ",")
    do throws(Refusal) {
      let order = try await order(at: place, text, fields, in: served)
      switch try await served.take(order, of: student.id) {
      case .answer(.refusal(let refusal)): throw refusal
      case .answer(.reply(let reply, let standing)):
        if !request.wantsJSON { return .seeOther("\(back)#\(place.step)") }
        return answer(reply, standing, of: student.id, in: served)
      case .waits(let job):
        if request.wantsJSON { return Self.waits(job) }
        return .page(
          .problem(
            address(of: served), title: "It still runs",
            text: "This takes longer than ten seconds. What comes of it is on the page of the lesson when it is done.",
            way: ("\(back)#\(place.step)", "Back to the lesson")), status: 202)
      }
    } catch {
      var refusal = error
      refusal.typed = text
      refusal.way = ("\(back)#\(place.step)", "Back to the lesson")
      throw refusal
    }
  }

  private func order(
    at place: StepPlace, _ text: String, _ fields: FormFields, in served: ServedClass
  ) async throws(Refusal) -> StepOrder {
    guard let action = ClassEvent.Action(word: try fields.need("do")), action != .wantsHelp, action != .needsNoHelp
    else {
      throw .badRequest("'do' is no action.")
    }
    let nonce = fields["nonce"]
    if let nonce, !(1...64).contains(nonce.utf8.count) { throw .badRequest("'nonce' has 1 to 64 characters.") }
    var version = fields["version"]
    if version == nil { version = served.shelf.current(place.lesson)?.served.version }
    guard let version else { throw .missing }
    return StepOrder(
      place: place, version: version, action: action, text: text, after: try fields.number("after"), nonce: nonce)
  }

  static func waits(_ job: Job) -> Response {
    .json(JSON(object: [("job", JSON(string: job.id)), ("before", JSON(number: job.before))]), status: 202)
  }

  private func answer(
    _ reply: StoredReply, _ standing: StepStanding, of id: Int, in served: ServedClass
  ) -> Response {
    let event = reply.event
    var members: [(String, JSON)] = [
      ("seq", JSON(number: event.number)), ("step", JSON(string: event.place.step)),
      ("state", JSON(string: event.state?.rawValue ?? "done")), ("points", JSON(number: event.points)),
      ("possible", JSON(number: standing.possible)), ("say", JSON(string: reply.say)),
    ]
    let lesson = served.shelf.lesson(event.place.lesson, version: event.version)
    if let lesson, let student = served.live.withLock({ $0.state.students[id] }) {
      var attempt: StepView.Attempt?
      if case .step(let action) = event.action {
        attempt = StepView.Attempt(action, typed: event.text, reply: reply.html)
      }
      let views = served.views(of: student, in: lesson)
      members += lesson.page.members(
        of: attempt, at: event.place.step, { views[$0] ?? StepView() }, frame(of: student, in: served))
    }
    return .json(JSON(object: members))
  }

  // MARK: What takes long

  private func job(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let student = try student(request, in: served)
    guard let job = served.job(try scene.part("id"), of: student.id) else { throw .missing }
    let wait = min(try request.query().number("wait") ?? 0, 30)
    switch await job.answer(within: .seconds(wait)) {
    case nil: return Self.waits(job)
    case .refusal(let refusal)?: throw refusal
    case .reply(let reply, let standing)?: return answer(reply, standing, of: student.id, in: served)
    }
  }

  private func stop(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let student = try student(request, in: served)
    guard let job = served.job(try scene.part("id"), of: student.id) else { throw .missing }
    served.stop(job)
    if !request.wantsJSON {
      return .seeOther(
        "\(address(of: served).base)/lessons/\(FormFields.encoded(job.order.place.lesson))#\(job.order.place.step)")
    }
    return .json(JSON(object: [("job", JSON(string: job.id))]))
  }

  // MARK: Help

  private func complete(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let student = try student(request, in: served)
    let query = try request.query()
    let place = StepPlace(lesson: try query.need("lesson"), step: try query.need("step"))
    let line = try query.need("line")
    if line.utf8.count > served.limits.typed { throw .tooLarge }
    try served.checkRate(of: student.id)
    guard let lesson = served.shelf.current(place.lesson), lesson.content.index(of: place.step) != nil else {
      throw .missing
    }
    do {
      let found = try await served.workers.completions(
        version: lesson.served.version, step: place.step, lines: student.record(at: place).lines, line: line,
        at: min(try query.number("at") ?? line.utf16.count, line.utf16.count), for: student.id)
      return .json(
        JSON(object: [
          ("from", JSON(number: found.range.lowerBound)), ("to", JSON(number: found.range.upperBound)),
          ("hint", found.hint.map { JSON(string: $0) } ?? .null),
          (
            "candidates",
            JSON(
              array: found.candidates.map { candidate in
                JSON(object: [("text", JSON(string: candidate.text)), ("summary", JSON(string: candidate.summary))])
              })
          ),
        ]))
    } catch let problem as WorkerProblem {
      throw Self.refusal(problem)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw .noWorkers("")
    }
  }

  private static func refusal(_ problem: WorkerProblem) -> Refusal {
    switch problem {
    case .busy: .running
    case .unknown: .missing
    case .unavailable(let reason): .noWorkers(reason)
    }
  }

  private func help(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let student = try student(request, in: served)
    let word = try request.query().need("word")
    try served.checkRate(of: student.id)
    if word.utf8.count > 200 { throw .tooLarge }
    do {
      return .json(JSON(object: [("html", JSON(string: try await served.workers.help(word)))]))
    } catch {
      throw Self.refusal(error)
    }
  }

  private func helpWanted(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let student = try student(request, in: served)
    let fields = try await FormFields(request, scene)
    let place = StepPlace(lesson: try fields.need("lesson"), step: fields["step"] ?? "")
    guard let lesson = served.shelf.current(place.lesson) else { throw .missing }
    // At the end of a lesson there is no step any more.
    if !place.step.isEmpty, lesson.content.index(of: place.step) == nil { throw .missing }
    let isOn = fields.isOn("on")
    if served.live.withLock({ $0.phase == .ended }) { throw .ended }
    try served.checkRate(of: student.id)
    try await served.setHelp(isOn, of: student.id, at: place, version: lesson.served.version)
    if request.wantsJSON { return .json(JSON(object: [("on", JSON(truth: isOn))])) }
    return .seeOther("\(address(of: served).base)/lessons/\(FormFields.encoded(place.lesson))#\(place.step)")
  }
}
