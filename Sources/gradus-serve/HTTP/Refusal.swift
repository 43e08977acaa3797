import Vocabulary

/// Why a request is not answered as it was meant: a status of HTTP, and what is said to people.
struct Refusal: Error, Sendable {
  let status: Int
  /// For scripts: one word.
  let reason: String
  /// One or two sentences.
  let say: String
  /// Seconds until it is worth to ask again.
  var retryAfter: Int?
  /// How many replies of the step there are, where a page shows others.
  var after: Int?
  /// A name that is free, where another was wanted.
  var proposal: String?
  /// On a page: what was typed in vain.
  var typed = ""
  /// On a page: where to go on.
  var way: (address: String, name: String)?

  init(_ status: Int, _ reason: String, _ say: String) {
    self.status = status
    self.reason = reason
    self.say = say
  }

  func retrying(after seconds: Int) -> Refusal {
    var copy = self
    copy.retryAfter = seconds
    return copy
  }

  var json: JSON {
    var members: [(String, JSON)] = [("error", JSON(string: reason)), ("message", JSON(string: say))]
    if let after { members.append(("after", JSON(number: after))) }
    if let proposal { members.append(("proposal", JSON(string: proposal))) }
    return JSON(object: members)
  }

  // MARK: All of them

  static func badRequest(_ say: String) -> Refusal { Refusal(400, "bad-request", say) }
  static let unknownStudent = Refusal(
    401, "unknown", "You are not in this class on this device. Join, or open your link.")
  static let foreign = Refusal(403, "foreign", "This request came from another site.")
  static let closed = Refusal(403, "closed", "Nobody can join this class at the moment. Ask your teacher.")
  static let wrongCode = Refusal(403, "wrong-code", "That is not the code of this class. Look at it again.")
  static let paused = Refusal(
    403, "paused", "Your teacher has paused the class. Nothing is lost; try again in a moment.")
  static let ended = Refusal(403, "ended", "This class is over. You can still read everything.")
  static let notOpen = Refusal(403, "not-open", "Your teacher has not opened this step yet.")
  static let missing = Refusal(404, "missing", "There is no such page.")
  static let running = Refusal(409, "running", "A command of yours still runs. Wait for it, or stop it.")
  static let changedLesson = Refusal(
    409, "lesson-changed", "The lesson was changed. Load the page anew; your answers are kept.")
  static let reusedNonce = Refusal(409, "nonce", "This was sent before with something else in it. Load the page anew.")
  static let tooLarge = Refusal(413, "too-large", "This is more than can be sent at once.")
  static let unknownType = Refusal(415, "type", "Send a form or JSON.")
  static let wrongHost = Refusal(
    421, "host", "This server is not called so. Use an address that it printed when it was started.")
  static let tooMany = Refusal(429, "too-many", "That was too much at once. Wait a moment.")
  static let draining = Refusal(503, "draining", "The server is about to end. Nothing is lost.")

  static func otherState(after: Int) -> Refusal {
    var refusal = Refusal(
      409, "other-state", "This page is not the latest; another one of yours went on. Load it anew.")
    refusal.after = after
    return refusal
  }

  static func notKept(_ reason: String) -> Refusal {
    Refusal(503, "not-kept", "Your answer cannot be kept, since \(reason). Tell your teacher; you can go on reading.")
      .retrying(after: 10)
  }

  static func noWorkers(_ reason: String) -> Refusal {
    Refusal(503, "no-workers", reason.isEmpty ? "Nothing can be run at the moment." : reason).retrying(after: 5)
  }
}
