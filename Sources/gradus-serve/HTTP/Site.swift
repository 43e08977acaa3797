import Classroom
import Hummingbird
import Lessons
import Synchronization
import Vocabulary

/// What is served: the classes, and where.
final class Site: Sendable {
  /// By the codes that they had first.
  let classes: [String: ServedClass]
  /// In the order of the command line.
  let ordered: [ServedClass]
  let root: String
  let isSecure: Bool
  /// Where students go: `http://192.168.1.20:8080`; known once the port is.
  let places = Mutex<[String]>([])
  let isDraining = Mutex(false)
  private let wrongSecrets = Mutex(WrongSecrets(now: Clock.running))
  private let delayed = Mutex(0)

  init(_ classes: [ServedClass], root: String, isSecure: Bool) {
    ordered = classes
    self.classes = Dictionary(classes.map { ($0.key.text, $0) }) { first, _ in first }
    self.root = root
    self.isSecure = isSecure
  }

  /// Outside of classes.
  var address: PageAddress { PageAddress(root: root, stamp: Assets.stamp) }

  func address(of served: ServedClass) -> PageAddress {
    PageAddress(root: root, key: served.key.text, stamp: Assets.stamp)
  }

  /// The class that a request is about.
  func served(_ scene: Scene) throws(Refusal) -> ServedClass {
    guard let code = ClassCode(try scene.part("key")), let served = classes[code.text] else { throw .missing }
    return served
  }

  /// The student who asks.
  func student(_ request: Request, in served: ServedClass) throws(Refusal) -> ClassState.Student {
    guard let secret = request.secret(Cookie.student), let student = served.student(of: secret) else {
      var refusal = Refusal.unknownStudent
      refusal.way = (address(of: served).base + "/", "Join")
      throw refusal
    }
    return student
  }

  /// Throws where somebody else than the teacher asks; a student is not told that there is a board.
  func checkTeacher(_ request: Request, of served: ServedClass) throws(Refusal) {
    guard let secret = request.secret(Cookie.teacher), served.isTeacher(secret) else { throw .missing }
  }

  /// Answers that wait at once because too much was wrong.
  private static let mostDelayed = 50

  /// Notes a wrong code, and waits where there were too many.
  func noteWrongSecret() async throws(Refusal) {
    let delay = wrongSecrets.withLock { $0.note(now: Clock.running) }
    if delay == .zero { return }
    let isFull = delayed.withLock { delayed in
      if delayed < Self.mostDelayed { delayed += 1 } else { return true }
      return false
    }
    if isFull { throw .tooMany.retrying(after: 2) }
    try? await Task.sleep(for: delay)
    delayed.withLock { $0 -= 1 }
  }

  // MARK: Cookies

  /// Names of cookies, and how they are set.
  enum Cookie {
    static let student = "g"
    static let teacher = "t"
    /// Seconds: half a year.
    static let age = 15_552_000
  }

  /// A cookie that only its class sees, and no script.
  func cookie(_ name: String, _ secret: Secret, of served: ServedClass, _ scene: Scene) -> String {
    let path = address(of: served).base + "/"
    return "\(name)=\(secret.text); Path=\(path); Max-Age=\(Cookie.age); HttpOnly; SameSite=Lax"
      + (scene.front.isSecure ? "; Secure" : "")
  }

  // MARK: Routes

  func responder(_ gate: Gate) -> RouterResponder<Scene> {
    let router = Router(context: Scene.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: gate)
    let top = root.isEmpty ? router.group() : router.group(RouterPath(root))
    addEntries(to: top)
    addAssets(to: top)
    let inside = top.group("c/:key")
    addStudents(to: inside)
    addNews(to: inside)
    addTeaching(to: inside)
    return router.buildResponder()
  }
}
