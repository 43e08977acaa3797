import Classroom
import Hummingbird
import Lessons
import NIOCore
import Vocabulary

/// What happens in a class, as it happens: as a stream of server-sent events, and for pages behind a proxy that holds streams back as
/// JSON.
extension Site {
  func addNews(to group: RouterGroup<Scene>) {
    group.get("events") { request, scene in try await self.events(request, scene) }
  }

  private func events(_ request: Request, _ scene: Scene) async throws(Refusal) -> Response {
    let served = try served(scene)
    let audience = try audience(of: request, in: served)
    let query = try request.query()
    let known = request.headers[.lastEventID].flatMap { Int($0) }
    let asked = try query.number("after")
    let after = known ?? asked ?? served.news.last
    guard request.headers[.accept]?.contains("text/event-stream") == true else {
      let items = served.news.items(after: after, for: audience)
      return .json(
        JSON(object: [
          ("last", JSON(number: served.news.last)),
          ("state", items == nil ? served.standing : .null),
          ("events", JSON(array: (items ?? []).map(\.json))),
        ]))
    }
    let (missed, last, stream) = served.news.listen(after: after, as: audience)
    var start = "retry: 2000\n\n"
    if let missed {
      start += missed.map(\.text).joined()
    } else {
      start += "id: \(last)\nevent: state\ndata: \(served.standing.text)\n\n"
    }
    // A first byte at once: whoever gets none knows that something in between holds it back.
    let first = start + ":\n\n"
    let body = ResponseBody { writer in
      try await request.body.consumeWithCancellationOnInboundClose { _ in
        try await writer.write(ByteBuffer(string: first))
        for await pulse in stream {
          switch pulse {
          case .item(let item): try await writer.write(ByteBuffer(string: item.text))
          case .silence: try await writer.write(ByteBuffer(string: ":\n\n"))
          }
        }
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .accelBuffering: "no"], body: body)
  }

  /// Who listens: a student or the teacher. A browser that is both says by `as` which one it is at the moment.
  private func audience(of request: Request, in served: ServedClass) throws(Refusal) -> News.Audience {
    let isTeacher = request.secret(Cookie.teacher).map(served.isTeacher) == true
    let student = request.secret(Cookie.student).flatMap(served.student)
    let role = try request.query()["as"]
    if isTeacher, student == nil || role == "teacher" { return .teachers }
    guard let student else { throw .unknownStudent }
    return .student(student.id)
  }
}

extension News.Item {
  /// As a stream of server-sent events has it (HTML, section 9.2). JSON text has no line ends.
  fileprivate var text: String {
    (number == 0 ? "" : "id: \(number)\n") + "event: \(kind)\ndata: \(data.text)\n\n"
  }

  fileprivate var json: JSON {
    JSON(object: [("id", JSON(number: number)), ("event", JSON(string: kind)), ("data", data)])
  }
}
