import Classroom
import HTTPTypes
import Hummingbird
import Lessons
import NIOCore

/// What is known of a request beside what it says.
struct Scene: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel
  /// What the browser sees of the server; known once the host is checked.
  var front = TrustedProxies.Front(host: nil, isSecure: false)

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }

  /// The address that the connection comes from.
  var peer: String? { channel.remoteAddress?.ipAddress }

  /// A part of the path, its percent signs read; throws where it is no text.
  func part(_ name: String) throws(Refusal) -> String {
    guard let raw = parameters.get(name), let text = FormFields.decoded(raw, plusIsSpace: false) else { throw .missing }
    return text
  }

  /// Closes the connection soon, so that nobody has to read what is still sent.
  func closeSoon() {
    channel.eventLoop.scheduleTask(in: .seconds(1)) { [channel] in channel.close(promise: nil) }
  }
}

extension Request {
  /// Whether a script asks, and no form.
  var wantsJSON: Bool {
    headers[.accept]?.contains("application/json") == true
      || headers[.contentType]?.hasPrefix("application/json") == true
  }

  /// A cookie; nil where it cannot be a secret.
  func secret(_ name: String) -> Secret? {
    for line in headers[values: .cookie] {
      for pair in line.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
        if parts.count == 2, parts[0] == name, let secret = Secret(parts[1]) { return secret }
      }
    }
    return nil
  }

  /// What stands behind the `?`.
  func query() throws(Refusal) -> FormFields { try FormFields(form: uri.query ?? "") }
}
