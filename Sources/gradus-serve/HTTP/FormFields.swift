import Hummingbird
import NIOCore
import Vocabulary

/// The fields of a form, as a browser sends them or as JSON.
struct FormFields: Sendable {
  private var values: [String: [String]] = [:]

  /// More is sent by nobody who fills in a form.
  static let mostBytes = 16 * 1024
  private static let mostFields = 100
  /// How long a body may take to be sent.
  static let patience = Duration.seconds(10)

  /// The first value of a field; nil where it is missing.
  subscript(_ name: String) -> String? { values[name]?.first }

  /// All values of a field, as a form sends several boxes that are ticked.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  func isOn(_ name: String) -> Bool { ["true", "on", "1"].contains(self[name]) }

  /// A whole number; nil where the field is missing or empty. Throws where it is something else.
  func number(_ name: String) throws(Refusal) -> Int? {
    guard let text = self[name], !text.isEmpty else { return nil }
    guard let number = Int(text), number >= 0 else { throw .badRequest("'\(name)' is no number.") }
    return number
  }

  /// A field that must be there.
  func need(_ name: String) throws(Refusal) -> String {
    guard let text = self[name] else { throw .badRequest("'\(name)' is missing.") }
    return text
  }

  // MARK: Reading

  /// `application/x-www-form-urlencoded`, or a query.
  init(form: some StringProtocol) throws(Refusal) {
    let pairs = form.split(separator: "&")
    if pairs.count > Self.mostFields { throw .badRequest("There are too many fields.") }
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : "") else {
        throw .badRequest("A field is no UTF-8 text.")
      }
      // Browsers send both characters for a line end.
      values[name, default: []].append(value.replacing("\r\n", with: "\n"))
    }
  }

  /// An object of texts, numbers and truths; members of other kinds are passed over.
  init(json: [UInt8]) throws(Refusal) {
    guard case .object(let members)? = JSONReader.item(in: json[...]) else {
      throw .badRequest("This is no JSON object.")
    }
    for (name, item) in members {
      switch item {
      case .text(let text): values[name] = [text]
      case .number(let text): values[name] = [text]
      case .truth(let truth): values[name] = [truth ? "true" : "false"]
      case .null, .array, .object: continue
      }
    }
    if values.values.contains(where: { $0.contains { $0.unicodeScalars.contains("\u{0}") } }) {
      throw .badRequest("A field holds a character that nobody can type.")
    }
  }

  /// Reads the body of a request, in time and as far as it may go.
  init(_ request: Request, _ scene: Scene) async throws(Refusal) {
    let type =
      request.headers[.contentType]?.split(separator: ";").first?.lowercased().filter { !$0.isWhitespace } ?? ""
    let isJSON = type == "application/json"
    let bytes = try await Self.body(of: request, scene)
    if bytes.isEmpty, type.isEmpty {
      self = try FormFields(form: "")
    } else if isJSON {
      try self.init(json: bytes)
    } else if type == "application/x-www-form-urlencoded" {
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .badRequest("This is no UTF-8 text.") }
      try self.init(form: text)
    } else {
      throw .unknownType
    }
  }

  private static func body(of request: Request, _ scene: Scene) async throws(Refusal) -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > mostBytes {
      scene.closeSoon()
      throw .tooLarge
    }
    let timer = scene.channel.eventLoop.scheduleTask(in: .seconds(10)) { [channel = scene.channel] in
      // Whoever sends so slowly hears no answer either.
      channel.close(promise: nil)
    }
    defer { timer.cancel() }
    var bytes: [UInt8] = []
    do {
      for try await part in request.body {
        bytes += part.readableBytesView
        if bytes.count > mostBytes { break }
      }
    } catch {
      throw .badRequest("The request breaks off.")
    }
    guard bytes.count <= mostBytes else {
      scene.closeSoon()
      throw .tooLarge
    }
    return bytes
  }

  /// Text with `%` and two digits for bytes; nil where that is no UTF-8 text, or holds U+0000.
  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = true) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard rest.count >= 2, let high = digit(rest.removeFirst()), let low = digit(rest.removeFirst()) else {
          return nil
        }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }

  /// Text as a part of a path, or a value in a query.
  static func encoded(_ text: String) -> String {
    text.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
