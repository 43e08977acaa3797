import Builtins
import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary

/// Which files a lesson can use.
@Suite struct SandboxTests {
  private let outside: TemporaryFolder
  private let folder: String

  init() throws {
    outside = try TemporaryFolder()
    outside.write("secret.csv", "1\n2\n")
    outside.write("lesson/data/numbers.csv", "3\n4\n")
    folder = outside.path + "/lesson"
    symlink("../secret.csv", folder + "/link.csv")
    symlink("..", folder + "/up")
    symlink("data/numbers.csv", folder + "/inner.csv")
  }

  private var session: LessonSession { LessonSession(builtins: .standard, path: folder + "/lesson.md") }

  /// What a command prints in a lesson, or the message of its failure.
  private func output(_ command: String, in session: inout LessonSession) -> String {
    let block = try? Document("```gradus\n> \(command)\n```\n").blocks[0]
    return block.map { session.run($0)[0].outputText } ?? ""
  }

  private func output(_ command: String) -> String {
    var session = session
    return output(command, in: &session)
  }

  @Test func `what stands beside or below is read`() {
    #expect(output("load \"data/numbers.csv\"") == "[3, 4]")
    #expect(output("load \"./data/../data//numbers.csv\"") == "[3, 4]")
    #expect(output("load \"inner.csv\"") == "[3, 4]")
  }

  @Test(arguments: [
    "../secret.csv", "data/../../secret.csv", "link.csv", "up/secret.csv", "/nowhere/secret.csv", "~/a.csv",
    "~root/a.csv",
    "up/lesson/../secret.csv", "..",
  ])
  func `nothing else is`(_ path: String) {
    let outputs = [output("load \"\(path)\""), output("save [1] \"\(path)\"")]
    #expect(outputs[0].hasPrefix("error: "))
    #expect(
      path == ".." || outputs[0].contains("outside the lesson's folder") || outputs[0].contains("there is no file"))
    #expect(path == "link.csv" || outputs[1].hasPrefix("error: "))
    #expect(outside.read("secret.csv") == "1\n2\n")
  }

  @Test func `a message says what to do`() {
    #expect(
      output("load \"/tmp/x.csv\"") == """
        error: '/tmp/x.csv' is outside the lesson's folder; a lesson uses files beside or below itself
          load "/tmp/x.csv"
               ^^^^^^^^^^^^ write just 'x.csv'
        """)
    #expect(output("load \"data/number.csv\"").contains("did you mean 'numbers.csv'?"))
    #expect(output("save [1] \"none/x.csv\"").hasPrefix("error: there is no folder 'none/'"))
    #expect(output("save [1] \"data\"").hasPrefix("error: the name of a file must end in"))
  }

  @Test func `what is written shadows what is there and leaves it alone`() {
    var session = session
    #expect(output("save [9] \"data/numbers.csv\"; load \"data/numbers.csv\"", in: &session).hasSuffix("\n[9]"))
    #expect(output("save [8] \"link.csv\"; load \"./link.csv\"", in: &session).hasSuffix("\n[8]"))
    #expect(output("load \"data/numbers.csv\"", in: &session) == "[9]")
    #expect(outside.read("lesson/data/numbers.csv") == "3\n4\n")
    #expect(outside.read("secret.csv") == "1\n2\n")
    #expect(output("load \"data/numbers.csv\"") == "[3, 4]")
  }

  @Test func `a copy is a snapshot`() {
    var first = session
    _ = output("save [1] \"a.csv\"", in: &first)
    var second = first
    _ = output("save [2] \"a.csv\"; save [3] \"b.csv\"", in: &second)
    #expect(output("load \"a.csv\"", in: &first) == "[1]")
    #expect(output("load \"b.csv\"", in: &first).hasPrefix("error: there is no file 'b.csv'"))
    #expect(output("load \"a.csv\"", in: &second) == "[2]")
  }

  @Test func `a text without a file reads only what it wrote`() {
    var session = LessonSession(builtins: .standard)
    #expect(output("load \"Package.csv\"", in: &session).hasPrefix("error: there is no file 'Package.csv'"))
    #expect(output("save 1..2 \"a.csv\"; load \"a.csv\"", in: &session).hasSuffix("\n[1, 2]"))
    #expect(output("save 1..2 \"x/a.csv\"", in: &session).hasPrefix("error: there is no folder 'x/'"))
  }

  @Test func `every command that uses files is bound`() {
    for command in [
      "transcript \"../a.md\"", "export sequential(input(1), dense(1)) \"../a.py\"", "save [1] \"../a.npy\"",
      "load_weights (sequential(input(1), dense(1))) \"../a.safetensors\"", "load(\"../secret.csv\", target=\"x\")",
    ] {
      #expect(output(command).contains("outside the lesson's folder"), "\(command)")
    }
  }
}
