import Classroom
import Hummingbird
import Lessons
import Vocabulary

/// The ways into a class.
extension Site {
  func addEntries(to group: RouterGroup<Scene>) {
    group.get("/") { request, _ in try await self.codePage(request) }
    group.get("healthz") { _, _ in Response.plain("ok\n") }
    group.get("readyz") { _, _ in
      self.isDraining.withLock { $0 } ? Response.plain("draining\n", status: 503) : Response.plain("ok\n")
    }
    let inside = group.group("c/:key")
    inside.get("/") { request, scene in try await self.classPage(request, scene) }
    inside.post("join") { request, scene in try await self.join(request, scene) }
    inside.get("resume/:token") { request, scene in try await self.resumePage(scene) }
    inside.post("resume") { request, scene in try await self.resume(request, scene) }
    inside.get("teach/:token") { _, scene in try self.teachPage(scene) }
    inside.post("teach/:token") { _, scene in try self.teach(scene) }
  }

  /// Asks for a code, or leads to the class that has it.
  private func codePage(_ request: Request) async throws(Refusal) -> Response {
    guard let typed = try request.query()["code"] else { return .page(.code(address)) }
    guard let code = ClassCode(typed), let served = ordered.first(where: { $0.live.withLock(\.code) == code }) else {
      try await noteWrongSecret()
      return .page(
        .code(
          address, typed: String(typed.prefix(20)),
          problem: "No class here has this code. Look at it again: six letters and digits."), status: 404)
    }
    return .seeOther("\(address(of: served).base)/?code=\(code)")
  }

  /// The lessons of a student; for everybody else the way in.
  private func classPage(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let query = try request.query()
    // Cookies belong to what is below the slash.
    if !request.uri.path.hasSuffix("/") {
      return .seeOther(address(of: served).base + "/" + (request.uri.query.map { "?" + $0 } ?? ""))
    }
    guard let secret = request.secret(Cookie.student), let student = served.student(of: secret) else {
      return .page(.join(address(of: served), className: served.name, code: query["code"] ?? ""))
    }
    var entries: [LessonEntry] = []
    for lesson in served.shelf.all() {
      let points = lesson.content.steps.reduce(0) { sum, step in
        sum + student.record(at: StepPlace(lesson: lesson.name, step: step.key)).points
      }
      entries.append(
        LessonEntry(
          name: FormFields.encoded(lesson.name), title: lesson.page.title, summary: lesson.page.summary,
          steps: lesson.content.steps.count,
          finished: min(student.finished[lesson.name] ?? 0, lesson.content.steps.count),
          possible: lesson.page.plan.points, points: points))
    }
    let link: String? =
      query["link"] == nil
      ? nil
      : "\(scene.front.isSecure ? "https" : "http")://\(scene.front.host ?? "")\(address(of: served).base)/resume/\(secret.text)"
    return .page(.lessons(entries, className: served.name, link: link, frame(of: student, in: served)))
  }

  /// What stands around a page of a student.
  func frame(of student: ClassState.Student, in served: ServedClass) -> PageFrame {
    PageFrame(
      address: address(of: served), student: student.name.description, nonce: Secret().text,
      phase: served.live.withLock(\.phase), event: served.news.last, wantsHelp: student.helpWanted != nil)
  }

  private func join(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let fields = try await FormFields(request, scene)
    let (typedName, typedCode) = (try fields.need("name"), fields["code"] ?? "")
    /// The form once more, with what is wrong.
    func again(_ refusal: Refusal, name: String? = nil) throws(Refusal) -> Response {
      if request.wantsJSON { throw refusal }
      // A wrong code is to be typed anew.
      let code = refusal.reason == Refusal.wrongCode.reason ? "" : typedCode
      return .page(
        .join(
          address(of: served), className: served.name, code: code, name: name ?? String(typedName.prefix(200)),
          problem: refusal.say), status: refusal.status)
    }
    let name: StudentName
    do {
      name = try StudentName(typedName)
    } catch {
      switch error {
      case .empty: return try again(.badRequest("Type a name, with a letter or a digit in it."))
      case .tooLong: return try again(.badRequest("A name has at most \(StudentName.longest) characters."), name: "")
      }
    }
    do {
      let secret = try await served.join(name, code: ClassCode(typedCode))
      return .seeOther(
        address(of: served).base + "/?link=1", cookie: cookie(Cookie.student, secret, of: served, scene))
    } catch {
      if error.reason == Refusal.wrongCode.reason { try await noteWrongSecret() }
      return try again(error, name: error.proposal)
    }
  }

  /// Asks whether it is really the student who opens the link.
  private func resumePage(_ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let token = try scene.part("token")
    guard let secret = Secret(token), let student = served.student(of: secret) else {
      try await noteWrongSecret()
      throw .missing
    }
    return .page(.resume(address(of: served), student: student.name.description, token: token))
  }

  private func resume(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let fields = try await FormFields(request, scene)
    let secret: Secret
    if let token = fields["token"] {
      guard let known = Secret(token), served.student(of: known) != nil else {
        try await noteWrongSecret()
        throw .missing
      }
      secret = known
    } else {
      do {
        secret = try await served.resume(once: try fields.need("once"))
      } catch {
        if error.reason == "wrong-once" { try await noteWrongSecret() }
        if request.wantsJSON { throw error }
        return .page(
          .join(address(of: served), className: served.name, code: "", problem: error.say), status: error.status)
      }
    }
    return .seeOther(address(of: served).base + "/", cookie: cookie(Cookie.student, secret, of: served, scene))
  }

  // MARK: The teacher

  private func teacher(_ scene: Scene) throws(Refusal) -> (ServedClass, Secret) {
    let served = try served(scene)
    guard let secret = Secret(try scene.part("token")), served.isTeacher(secret) else { throw .missing }
    return (served, secret)
  }

  private func teachPage(_ scene: Scene) throws(Refusal) -> Response {
    let (served, secret) = try teacher(scene)
    return .page(.teach(address(of: served), className: served.name, token: secret.text))
  }

  private func teach(_ scene: Scene) throws(Refusal) -> Response {
    let (served, secret) = try teacher(scene)
    return .seeOther(address(of: served).base + "/board", cookie: cookie(Cookie.teacher, secret, of: served, scene))
  }
}
