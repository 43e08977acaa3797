import Builtins
import Language
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Words and arguments of NumPy, SciPy, Keras, PyTorch, scikit-learn, R, MATLAB, matplotlib and Python, typed.
@Suite struct ForeignWordTests {
  /// A line of a table: what is typed, and what is said of it.
  struct Row: CustomTestStringConvertible, Sendable {
    let typed: String
    let answer: String
    var testDescription: String { typed }

    static func all(_ file: String) -> [Row] {
      let text = (try? References.file(Project.path("Tests/Mistakes/\(file)"))) ?? ""
      return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return Row(typed: cells[0], answer: cells[1])
      }
    }
  }

  static let words = Row.all("foreign.tsv")
  static let arguments = Row.all("arguments.tsv")
  private static let lexicon = BuiltinTable.standard.lexicon

  /// What the answers speak of.
  private static func session() -> Session {
    var session = Session()
    session.files = .lesson(in: nil)
    for line in [
      "x = 0.5; n = 5; v = [1, 2, 3]; w = [2, 0, 1]; m = [[1, 2], [3, 4]]; f(x) = (x - 3)²; d = normal(0, 1)",
      "data = circles(20, noise=0.05, seed=1); net = sequential(input(2), dense(3, tanh), dense(1, sigmoid), seed=1)",
    ] { _ = session.run(line) }
    return session
  }

  @Test func `there are many`() {
    #expect(Self.words.count > 600)
    #expect(Self.arguments.count > 100)
    #expect(Set(Self.words.map(\.typed)).count == Self.words.count)
  }

  /// The way here, with code that runs, or that there is none; never something that merely looks alike.
  @Test(arguments: words)
  func `a word is answered`(_ row: Row) throws {
    if Self.lexicon[row.typed] != nil { return }
    var session = Self.session()
    let failure = try #require(session.run("\(row.typed)(1)").failure)
    let hint = try #require(failure.hint, "\(failure.message): no answer")
    // A built-in's own words for it may change.
    if BuiltinTable.standard.foreignNames.contains(where: { $0.word == row.typed }) {
      #expect(hint.contains(row.answer), "\(hint)")
    }
    if let near = hint.firstMatch(of: /^did you mean '(.+)'\?$/)?.1 {
      // Only the same word in another spelling.
      let plain = { (text: String) in text.lowercased().filter(\.isLetter) }
      #expect(plain(String(near)) == plain(row.typed), "\(hint)")
    } else if let name = hint.firstMatch(of: /^here: (\w+)\(/)?.1 {
      #expect(Self.lexicon[String(name)] != nil, "\(hint)")
    } else if BuiltinTable.standard.foreignNames.contains(where: { $0.word == row.typed && $0.code != nil }),
      !hint.hasPrefix("gradus has none; "), failure.fix == nil
    {
      let code =
        hint.hasPrefix("write ") ? String(hint.dropFirst(6)) : hint.split(separator: ": ").last.map(String.init)
      let failure = session.run(code ?? "").failure
      #expect(failure == nil, "\(hint): \(failure?.message ?? "")")
    }
  }

  /// An argument that others have: the fix is typed and runs, or words say what to do.
  @Test(arguments: arguments)
  func `an argument is answered`(_ row: Row) throws {
    var session = Self.session()
    let failure = try #require(session.run(row.typed).failure, "it is no mistake")
    let hint = try #require(failure.hint, "\(failure.message): no answer")
    guard let fix = failure.fix else {
      #expect(!row.answer.isEmpty && hint.contains(row.answer), "\(failure.message): \(hint)")
      return
    }
    let mended = fix.applied(to: row.typed)
    #expect(mended == row.answer)
    let rest = session.run(mended).failure
    #expect(rest == nil, "\(mended): \(rest?.message ?? "")")
  }

  @Test(arguments: [
    ("det", "set"), ("svd", "std"), ("list", "hist"), ("seq", "set"), ("let", "set"), ("str", "std"), ("mod", "mode"),
    ("cov", "cos"), ("nll", "all"), ("tile", "time"), ("man", "tan"), ("product", "predict"), ("newton", "neuron"),
    ("ample", "sample"), ("xog", "log"),
  ])
  func `what begins otherwise, or is short, is not near`(_ word: String, _ other: String) {
    var session = Session()
    #expect(session.run("\(word)(1)").failure?.hint?.contains("'\(other)'") != true)
  }

  @Test func `a slip is still near`() {
    for (word, meant) in [
      ("smaple", "sample"), ("tahn", "tanh"), ("nromal", "normal"), ("sqr", "sqrt"), ("Relu", "relu"),
    ] {
      #expect(Suggestion.nearest(to: word, among: [meant, "zzz"]) == meant)
    }
  }
}
