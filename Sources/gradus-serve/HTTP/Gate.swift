import Classroom
import HTTPTypes
import Hummingbird
import Lessons
import Vocabulary

/// What every request passes: whether it asks for this server, whether what changes something comes from its own pages; and what
/// every response says to browsers.
struct Gate: RouterMiddleware {
  let hosts: HostNames
  let proxies: TrustedProxies
  let isSecure: Bool
  let address: PageAddress

  func handle(
    _ request: Request, context: Scene, next: (Request, Scene) async throws -> Response
  ) async throws -> Response {
    var scene = context
    var response: Response
    do {
      try check(request, &scene)
      response = try await next(request, scene)
    } catch let refusal as Refusal {
      response = refused(refusal, request, scene)
    } catch let error as HTTPError {
      response = refused(
        error.status == .notFound ? .missing : .badRequest("The request cannot be read."), request, scene)
    }
    Self.protect(&response, isSecure: scene.front.isSecure)
    return response
  }

  private func check(_ request: Request, _ scene: inout Scene) throws(Refusal) {
    let headers = request.headers
    scene.front = proxies.front(
      peer: scene.peer, host: request.head.authority, forwardedHost: headers[.forwardedHost],
      forwardedScheme: headers[.forwardedProto], isSecure: isSecure)
    guard hosts.allows(scene.front.host) else { throw .wrongHost }
    if request.method == .get || request.method == .head { return }
    let isOwn = OriginPolicy.allows(
      origin: headers[.origin], fetchSite: headers[.fetchSite], host: scene.front.host ?? "",
      scheme: scene.front.isSecure ? "https" : "http")
    if !isOwn { throw .foreign }
  }

  private func refused(_ refusal: Refusal, _ request: Request, _ scene: Scene) -> Response {
    var response: Response
    if request.wantsJSON || request.headers[.accept]?.contains("text/event-stream") == true {
      response = .json(refusal.json, status: refusal.status)
    } else {
      let title =
        switch refusal.status {
        case 401: "Who are you?"
        case 403: "Not now"
        case 404: "Nothing here"
        case 409: "Not like this"
        case 413: "Too much"
        case 421: "Another name"
        case 429: "Slower, please"
        case 500...: "Not at the moment"
        default: "This does not work"
        }
      response = .page(
        ServedPage.problem(address, title: title, text: refusal.say, typed: refusal.typed, way: refusal.way),
        status: refusal.status)
    }
    if let seconds = refusal.retryAfter { response.headers[.retryAfter] = String(seconds) }
    return response
  }

  private static func protect(_ response: inout Response, isSecure: Bool) {
    response.headers[.contentSecurityPolicy] = ServedPage.policy
    response.headers[.xContentTypeOptions] = "nosniff"
    // Nothing to other sites. Not `no-referrer`: with that, browsers say `Origin: null` of our own forms.
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.openerPolicy] = "same-origin"
    response.headers[.resourcePolicy] = "same-origin"
    response.headers[.permissionsPolicy] = "camera=(), microphone=(), geolocation=()"
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
  }
}
