import HTTPTypes
import Hummingbird
import Lessons
import NIOCore
import Vocabulary

/// Responses of HTTP.
extension Response {
  init(_ status: Int, type: String, _ text: String, _ headers: HTTPFields = [:]) {
    var headers = headers
    headers[.contentType] = type
    let body = ByteBuffer(string: text)
    headers[.contentLength] = String(body.readableBytes)
    self.init(status: .init(code: status), headers: headers, body: .init(byteBuffer: body))
  }

  static func page(_ page: ServedPage, status: Int = 200) -> Response { .page(page.html, status: status) }

  static func page(_ html: HTML, status: Int = 200) -> Response {
    Response(status, type: "text/html; charset=utf-8", html.source)
  }

  static func json(_ json: JSON, status: Int = 200) -> Response {
    Response(status, type: "application/json", json.text + "\n")
  }

  static func plain(_ text: String, status: Int = 200) -> Response {
    Response(status, type: "text/plain; charset=utf-8", text)
  }

  /// Leads somewhere else, which is asked for by GET.
  static func seeOther(_ address: String, cookie: String? = nil) -> Response {
    var headers: HTTPFields = [.location: address]
    if let cookie { headers[.setCookie] = cookie }
    headers[.contentLength] = "0"
    return Response(status: .seeOther, headers: headers)
  }
}

extension HTTPField.Name {
  static func named(_ name: String) -> HTTPField.Name {
    guard let found = HTTPField.Name(name) else { preconditionFailure("'\(name)' is no name of a header field") }
    return found
  }

  static let fetchSite = named("Sec-Fetch-Site")
  static let forwardedHost = named("X-Forwarded-Host")
  static let forwardedProto = named("X-Forwarded-Proto")
  static let lastEventID = named("Last-Event-ID")
  static let accelBuffering = named("X-Accel-Buffering")
  static let referrerPolicy = named("Referrer-Policy")
  static let openerPolicy = named("Cross-Origin-Opener-Policy")
  static let resourcePolicy = named("Cross-Origin-Resource-Policy")
  static let permissionsPolicy = named("Permissions-Policy")
}
