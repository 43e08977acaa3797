import Classroom
import Hummingbird
import Lessons
import Vocabulary

/// The board, and what a teacher does from it.
extension Site {
  func addTeaching(to group: RouterGroup<Scene>) {
    let board = group.group("board")
    func get(
      _ path: RouterPath, _ body: @escaping @Sendable (Request, Scene, ServedClass, FormFields) async throws -> Response
    ) {
      board.get(path) { request, scene in
        let served = try self.served(scene)
        try self.checkTeacher(request, of: served)
        return try await body(request, scene, served, try request.query())
      }
    }
    func post(_ path: RouterPath, _ body: @escaping @Sendable (ServedClass, FormFields) async throws -> Void) {
      board.post(path) { request, scene in
        let served = try self.served(scene)
        try self.checkTeacher(request, of: served)
        let fields = try await FormFields(request, scene)
        try await body(served, fields)
        if request.wantsJSON {
          return Response.json(JSON(object: [("seq", JSON(number: served.live.withLock(\.revision)))]))
        }
        return Response.seeOther(self.way(back: fields["back"], in: served))
      }
    }
    get("") { _, _, served, query in try await self.boardPage(served, query) }
    get("state") { _, _, served, query in try await self.boardState(served, query) }
    get("columns/:lesson/:step") { request, scene, served, query in
      try await self.column(request, scene, served, query)
    }
    get("students/:id") { _, scene, served, query in try await self.studentPage(scene, served, query) }
    get("grades") { _, _, served, query in try await self.grades(served, query) }

    post("goto") { served, fields in
      let lesson = try await Self.lesson(fields, in: served)
      served.send(to: StepPlace(lesson: lesson.name, step: try Self.step(fields, of: lesson)))
    }
    post("open") { served, fields in
      let lesson = try await Self.lesson(fields, in: served)
      let step = fields["step"] ?? ""
      let number = try step.isEmpty ? nil : (lesson.content.index(of: step).map { $0 + 1 } ?? fields.number("step"))
      if let number, !(0...lesson.content.steps.count).contains(number) {
        throw Refusal.badRequest("There is no such step.")
      }
      try await served.open(lesson.name, steps: number == lesson.content.steps.count ? nil : number)
    }
    post("pause") { served, fields in try await served.setPause(fields.isOn("on")) }
    post("join") { served, fields in try await served.setJoining(fields.isOn("on")) }
    post("code") { served, _ in try await served.changeCode() }
    post("end") { served, _ in try await served.end() }
    post("rename") { served, fields in
      let name: StudentName
      do {
        name = try StudentName(fields.need("name"))
      } catch is StudentName.Flaw {
        throw Refusal.badRequest("A name has 1 to \(StudentName.longest) characters.")
      }
      try await served.rename(try Self.student(fields), to: name)
    }
    post("remove") { served, fields in try await served.remove(try Self.student(fields)) }
    post("once") { served, fields in try served.makeOnceCode(for: try Self.student(fields)) }
  }

  // MARK: What forms name

  private static func lesson(_ fields: FormFields, in served: ServedClass) async throws(Refusal) -> ShelvedLesson {
    guard let lesson = served.shelf.current(try fields.need("lesson")) else { throw .missing }
    return lesson
  }

  /// The key of a step that is named by its number, from 1, or by its key.
  private static func step(_ fields: FormFields, of lesson: ShelvedLesson) throws(Refusal) -> String {
    let text = try fields.need("step")
    let steps = lesson.content.steps
    if lesson.content.index(of: text) != nil { return text }
    guard let number = Int(text), (1...max(1, steps.count)).contains(number), number <= steps.count else {
      throw .badRequest("There is no such step.")
    }
    return steps[number - 1].key
  }

  private static func student(_ fields: FormFields) throws(Refusal) -> Int {
    guard let id = try fields.number("student") else { throw .badRequest("'student' is missing.") }
    return id
  }

  /// Where a form of the board leads: to a page of this board, and nowhere else.
  private func way(back: String?, in served: ServedClass) -> String {
    let board = address(of: served).base + "/board"
    guard let back, back == board || [board + "?", board + "/"].contains(where: back.hasPrefix),
      back.utf8.allSatisfy({ 0x21...0x7E ~= $0 }), !back.contains("..")
    else { return board }
    return back
  }

  // MARK: Pages

  /// What a board is to show.
  private struct Look {
    let lesson: ShelvedLesson
    let frame: BoardFrame
    let state: ClassState
    let revision: Int

    var board: Board {
      Board(lesson.content, state, now: Clock.now, order: frame.order, hidesNames: frame.isProjected)
    }
  }

  private func look(_ served: ServedClass, _ query: FormFields, lesson name: String? = nil) async throws(Refusal)
    -> Look
  {
    let lessons = served.shelf.all()
    // Where none is asked for, that in which most students are.
    let state = served.live.withLock(\.state)
    let wanted = name ?? query["lesson"] ?? lessons.max { state.count(in: $0.name) < state.count(in: $1.name) }?.name
    guard let lesson = lessons.first(where: { $0.name == wanted }) else { throw .missing }
    let event = served.news.last
    return served.live.withLock { live in
      Look(
        lesson: lesson,
        frame: BoardFrame(
          address: address(of: served), className: served.name, code: live.code.description,
          places: places.withLock { $0 }, canJoin: live.isJoining, phase: live.phase,
          lessons: lessons.map { (FormFields.encoded($0.name), $0.page.title) },
          order: query["order"].flatMap(Board.Order.init) ?? .name, isProjected: query.isOn("projector"),
          openUpTo: live.opened[lesson.name], event: event), state: live.state, revision: live.revision)
    }
  }

  private func boardPage(_ served: ServedClass, _ query: FormFields) async throws(Refusal) -> Response {
    let look = try await look(served, query)
    return .page(BoardPage(look.board, look.frame).html)
  }

  /// The board as JSON; with `after`, a revision, only the rows that have changed since.
  private func boardState(_ served: ServedClass, _ query: FormFields) async throws(Refusal) -> Response {
    var look = try await look(served, query)
    served.note(stuck: Set(look.board.rows.filter(\.isStuck).map(\.student)), in: look.lesson.name)
    look = try await self.look(served, query)
    let after = try query.number("after") ?? 0
    let changes = served.live.withLock(\.changes)
    let (phase, code, canJoin) = (look.frame.phase, look.frame.code, look.frame.canJoin)
    let members: [(String, JSON)] = [
      ("seq", JSON(number: look.revision)), ("phase", JSON(string: phase.rawValue)), ("code", JSON(string: code)),
      ("joining", JSON(truth: canJoin)), ("upTo", look.frame.openUpTo.map { JSON(number: $0) } ?? .null),
    ]
    // Of a revision that was never told all is sent.
    let isKnown = after > 0 && after <= look.revision
    return .json(
      JSON(object: members + look.board.members { !isKnown || (changes[$0.student] ?? 0) > after }))
  }

  private func column(
    _ request: Request, _ scene: Scene, _ served: ServedClass, _ query: FormFields
  ) async throws(Refusal) -> Response {
    let look = try await look(served, query, lesson: try scene.part("lesson"))
    let key = try scene.part("step")
    guard let index = look.lesson.content.index(of: key) else { throw .missing }
    let counts = AnswerCounts(of: look.lesson.content.steps[index], in: look.lesson.name, look.state)
    if request.wantsJSON { return .json(JSON(object: counts.members)) }
    return .page(ColumnPage(look.lesson.content, step: index, counts, look.frame).html)
  }

  private func studentPage(
    _ scene: Scene, _ served: ServedClass, _ query: FormFields
  ) async throws(Refusal) -> Response {
    let look = try await look(served, query)
    guard let id = Int(try scene.part("id")), let student = look.state.students[id] else { throw .missing }
    return .page(StudentPage(student, look.lesson.content, once: served.onceCode(for: id), look.frame).html)
  }

  // MARK: Grades

  /// The grades of a lesson in a format; without one, a page that leads to all.
  private func grades(_ served: ServedClass, _ query: FormFields) async throws(Refusal) -> Response {
    let look = try await look(served, query)
    guard let word = query["format"] else { return .page(gradesPage(look, served)) }
    guard let format = GradeFormat.all.first(where: { $0.name == word }) else {
      throw .badRequest(
        "There is no format '\(word)'. There are: \(GradeFormat.all.map(\.name).joined(separator: ", ")).")
    }
    let book = GradeBook(look.lesson.content, fileName: look.lesson.fileName, look.state)
    let name = "\(look.lesson.name)-grades.\(format.suffixes.first ?? format.name)".map { character in
      character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character)) ? character : "_"
    }
    let text: String
    do {
      text = try format.fileText(of: book)
    } catch {
      throw .badRequest(error.text())
    }
    var response = Response(200, type: format.mediaType, text)
    // A file, and no page of this server: what is in it is not to act as one.
    response.headers[.contentDisposition] = "attachment; filename=\"\(String(name))\""
    return response
  }

  private func gradesPage(_ look: Look, _ served: ServedClass) -> ServedPage {
    let base = address(of: served).base
    let items = look.frame.lessons.map { name, title -> HTML in
      let links = GradeFormat.ofClasses.map { format -> HTML in
        "<a href=\"\(base)/board/grades?lesson=\(name)&format=\(format.name)\">\(format.name)</a>"
      }
      return "<tr><th scope=\"row\">\(title)</th><td>\(links.joined(separator: " "))</td></tr>\n"
    }
    return ServedPage(
      title: "Grades · \(served.name)", address: address(of: served),
      header: "<a href=\"\(base)/board\">Back to the board</a>",
      main: """
        <h1>Grades</h1>
        <table><thead><tr><th scope="col">Lesson</th><th scope="col">Download</th></tr></thead>
        <tbody>
        \(items.joined())</tbody></table>
        """)
  }
}

extension GradeFormat {
  /// What a browser is told of it.
  fileprivate var mediaType: String {
    switch suffixes.first {
    case "csv": "text/csv; charset=utf-8"
    case "json": "application/json"
    case "html": "text/html; charset=utf-8"
    default: "text/plain; charset=utf-8"
    }
  }
}
