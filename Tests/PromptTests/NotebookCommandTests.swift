import Platform
import TestSupport
import Testing

/// `gradus notebook` as teachers and students run it.
@Suite struct NotebookCommandTests {
  private static let coins = Project.path("Tests/Classroom/coins.md")

  private func notebook(_ arguments: String...) throws -> Program.Outcome { try Program.run(["notebook"] + arguments) }

  @Test func `lessons become notebooks in a folder, with what they read, and lessons again`() throws {
    let folder = try TemporaryFolder()
    folder.write("in/a.md", "# A\n\n```gradus\n> sum(load(\"data/n.csv\"))\n10\n```\n")
    folder.write("in/deep/b.md", "# B\n\n```gradus\n> 1 + 1\n2\n```\n")
    folder.write("in/data/n.csv", "a,b\n1,2\n3,4\n")
    let out = folder.path + "/out"
    let made = try notebook(folder.path + "/in", "--output", out)
    #expect(made.status == 0 && made.output == "", "\(made.errors)")
    #expect(made.errors.contains("n.csv: copied, since"))
    #expect(folder.read("out/data/n.csv") == "a,b\n1,2\n3,4\n")
    #expect(folder.read("out/a.ipynb")?.contains("\"nbformat\": 4") == true)
    let back = try notebook("--from-notebook", out, "--output", folder.path + "/back")
    #expect(back.status == 0 && back.errors == "")
    for name in ["a.md", "deep/b.md"] { #expect(folder.bytes("back/" + name) == folder.bytes("in/" + name)) }
    // Somebody may have worked in it.
    folder.write("out/a.ipynb", "mine")
    let again = try notebook(folder.path + "/in", "--output", out)
    #expect(again.status == 2 && again.errors.contains("is there already") && again.errors.contains("--replace"))
    #expect(folder.read("out/a.ipynb") == "mine")
    #expect(try notebook(folder.path + "/in", "--output", out, "--replace").status == 0)
    #expect(folder.read("out/a.ipynb")?.contains("\"nbformat\": 4") == true)
  }

  @Test func `what a solution alone reads goes to the teacher alone`() throws {
    let folder = try TemporaryFolder()
    folder.write("in/n.csv", "a\n1\n3\n")
    folder.write(
      "in/a.md",
      """
      # A

      ```gradus exercise=n points=1
      > s = ____
      ```

      <!-- gradus check=n
      s = 4
      -->

      ```gradus solution=n
      > s = sum(load("n.csv"))
      ```

      """)
    let lesson = folder.path + "/in/a.md"
    #expect(try notebook(lesson, "--output", folder.path + "/class/").status == 0)
    #expect(folder.read("class/a.ipynb") != nil && folder.read("class/n.csv") == nil)
    #expect(try notebook(lesson, "--teacher", "--output", folder.path + "/own/").status == 0)
    #expect(folder.read("own/n.csv") == "a\n1\n3\n")
  }

  @Test func `what a student did in a notebook is graded`() throws {
    let folder = try TemporaryFolder()
    #expect(try notebook(Self.coins, "--output", folder.path + "/coins.ipynb").status == 0)
    let handedOut = try #require(folder.read("coins.ipynb"))
    #expect(!handedOut.contains("Take a square root") && !handedOut.contains("That is the variance"))
    let answers = ["s = ____": "s = √v", "f(x) = ____": "f(x) = 2x", "[ ] b) shrinks": "[x] b) shrinks"]
    let filled = answers.reduce(handedOut) { $0.replacing($1.key, with: $1.value) }
    folder.write("in/Ada Lovelace/coins.ipynb", filled)
    folder.write("in/Ada Lovelace/.ipynb_checkpoints/coins-checkpoint.ipynb", handedOut)
    folder.write("in/Bob/coins (1).ipynb", handedOut)
    folder.write("in/Cyd/coins.ipynb", "{\"nbformat\": 4")
    let grades = try Program.run("grade", Self.coins, folder.path + "/in", "--format", "csv")
    #expect(grades.status == 0 && grades.errors == "")
    let rows = grades.output.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.dropFirst().map { $0.first.map(String.init) } == ["Ada Lovelace", "Bob", "Cyd"])
    #expect(rows[1].contains("right") && rows[1].contains("wrong") && rows[1].contains("blank"))
    #expect(!rows[2].contains("right") && rows[2].contains("blank"))
    #expect(grades.output.contains("this is no notebook: it is not JSON"))
  }

  @Test(arguments: [
    (["a.ipynb"], "--from-notebook makes a lesson of it"),
    (["--from-notebook", "--teacher", "a.ipynb"], "belong to lessons"),
    (["nowhere.md"], "there is no file, folder or lesson 'nowhere.md'"),
    (["--jobs", "0", "a.md"], "--jobs must be 1 or more"),
    (["--from-notebook", "nowhere.ipynb"], "there is no file or folder 'nowhere.ipynb'"),
  ]) func `wrong calls`(arguments: [String], says: String) throws {
    let outcome = try Program.run(["notebook"] + arguments)
    #expect(outcome.status == 2 && outcome.errors.contains(says), "\(outcome.errors)")
  }

  @Test func `what differs is said, and the status tells`() throws {
    let folder = try TemporaryFolder()
    folder.write("a.md", "```gradus\n> 1 + 1\n3\n```\n")
    folder.write("broken.ipynb", "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"```gradus\"}]}")
    let differs = try notebook(folder.path + "/a.md", "--teacher")
    #expect(differs.status == 1 && differs.errors.contains("a.md:2: this prints something else than the lesson says"))
    #expect(differs.output.contains("\"nbformat\": 4"))
    #expect(try notebook(folder.path + "/a.md", "--as-written").status == 0)
    let broken = try notebook("--from-notebook", folder.path + "/broken.ipynb")
    #expect(broken.status == 0 && broken.output == "```gradus\n" && broken.errors.contains("is no lesson yet"))
  }
}
