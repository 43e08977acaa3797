import Lessons
import Vocabulary

/// A kind of message that asks the kernel for something.
protocol Request: Sendable {
  /// As the header names it.
  static var type: String { get }

  /// Throws where the content lacks what it must have.
  init(_ content: Content) throws(Unreadable)

  /// What is answered; nil where the protocol knows no answer. What it shows besides goes to the outlet.
  func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON?
}

/// Why the content of a message says nothing.
struct Unreadable: Error {
  let text: String

  init(_ text: String) { self.text = text }
}

/// What the answer to a type of messages is called: `execute_reply` that to `execute_request`.
func reply(to type: String) -> String {
  type.hasSuffix("_request") ? String(type.dropLast("request".count)) + "reply" : type + "_reply"
}

/// All that is understood on the socket for conversation, by their names.
let conversationRequests: [String: any Request.Type] = Dictionary(
  uniqueKeysWithValues: ([
    KernelInfo.self, Execution.self, Completion.self, Inspection.self, Completeness.self, HistoryQuestion.self,
    CommInfo.self, CommOpening.self,
  ] as [any Request.Type]).map { ($0.type, $0) })

extension Envelope {
  /// What is answered to a message of the socket for conversation; nil where the protocol knows no answer.
  package func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON? {
    guard let kind = conversationRequests[type] else { return nil }
    do throws(Unreadable) {
      guard let content else { throw Unreadable("its content is no JSON object") }
      return try kind.init(content).answer(in: &conversation, outlet)
    } catch {
      return JSON(
        error: "message", error.text, traceback: ["error: the message cannot be understood: \(error.text)"],
        [("execution_count", JSON(number: conversation.count))])
    }
  }
}

extension Content {
  func needed(text name: String) throws(Unreadable) -> String {
    guard let text = text(name) else { throw Unreadable("'\(name)' is missing or no text") }
    return text
  }
}

extension JSON {
  /// An answer where all went well.
  init(ok members: [(String, JSON)]) { self.init(object: [("status", JSON(string: "ok"))] + members) }

  /// An answer, or a part of one, where something went wrong.
  init(error name: String, _ message: String, traceback: [String] = [], _ members: [(String, JSON)] = []) {
    self.init(
      object: [("status", JSON(string: "error"))] + JSON.error(name, message, traceback: traceback) + members)
  }

  /// What the protocol says of an error.
  static func error(_ name: String, _ message: String, traceback: [String]) -> [(String, JSON)] {
    [
      ("ename", JSON(string: name)), ("evalue", JSON(string: message)),
      ("traceback", JSON(array: traceback.map { JSON(string: $0) })),
    ]
  }

  static let empty = JSON(object: [])
}

extension ErrorLines {
  /// What the protocol says of it.
  var json: JSON { JSON(object: JSON.error(name, message, traceback: lines)) }
}
