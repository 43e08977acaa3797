import Builtins
import Vocabulary
import Workbench

/// The session in which every input begins.
struct Workspace: Sendable {
  let session: Session
  let allowsFiles: Bool

  static let names = Grammar.Names(
    numbers: ["x", "n"], vectors: ["v", "u"], matrices: ["m"], functions: ["f", "g", "L"], texts: ["s"],
    objects: ["N", "net", "data", "c"])

  private static let preparation = """
    x = 0.5; n = 3; v = [1, -2, 0.5]; u = 1..30; m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]; s = "text.csv"
    f(x) = (x - 3)²; g(x, y) = tanh(x) × y; L(w, b) = (tanh(w × 2 + b) - 1)²
    N = normal(0, 1); c = uniform(-1, 1); data = circles(20, noise=0.05, seed=1)
    net = sequential(input(2), dense(3, tanh), dense(1, sigmoid), seed=1)
    """

  /// `memory` in bytes and `steps` are what an input may use.
  init(allowsFiles: Bool, memory: Int = 4_000_000, steps: Int = 30_000) {
    var session = Session()
    let transcript = session.run(Self.preparation)
    precondition(transcript.failure == nil, "the preparation fails: \(transcript.failure?.message ?? "")")
    session.context.limits.memory = memory
    session.context.limits.steps = steps
    self.session = session
    self.allowsFiles = allowsFiles
  }

  /// Whether the input may be run, and not only read. Kept from running are raised limits and, where they are not
  /// allowed, files. Where they are, no path may lead out of the current folder.
  func permits(_ input: String) -> Bool {
    let words = ["save", "load", "transcript", "export"]
    if input.has("memory") { return false }
    guard words.contains(where: input.has) else { return true }
    return allowsFiles && !input.has("/") && !input.has("~")
  }
}

extension String {
  /// Whether the text holds another.
  func has(_ part: String) -> Bool {
    let part = Array(part.utf8)
    return utf8.indices.contains { utf8[$0...].starts(with: part) }
  }
}
