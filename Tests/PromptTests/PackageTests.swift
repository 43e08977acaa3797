import Platform
import TestSupport
import Testing

/// What is uploaded to Gradescope and put into a PrairieLearn course. `.ci/platforms` runs both as the platforms do.
@Suite struct PackageTests {
  private static let lesson = Project.path("Tests/Classroom/coins.md")
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.write("gradus", bytes: Self.elf(loader: false))
  }

  /// The head of a program for Linux, with the one entry that tells whether it needs a loader.
  private static func elf(loader: Bool) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 128)
    bytes.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
    (bytes[32], bytes[54], bytes[56], bytes[64]) = (64, 56, 1, loader ? 3 : 1)
    return bytes
  }

  private func release(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["release"] + arguments + ["--program", folder.path + "/gradus"])
  }

  @Test func `Gradescope's archive, the same bytes twice`() throws {
    for name in ["a.zip", "b.zip"] {
      #expect(try release(Self.lesson, "--gradescope", "--output", folder.path + "/" + name).status == 0)
    }
    let bytes = try #require(folder.bytes("a.zip"))
    #expect(folder.bytes("b.zip") == bytes)
    let reading = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      assert archive.namelist() == ["setup.sh", "run_autograder", "gradus", "lesson/coins.md"], archive.namelist()
      assert [entry.external_attr >> 16 & 0o777 for entry in archive.infolist()] == [0o755, 0o755, 0o755, 0o644]
      assert archive.read("lesson/coins.md") == open(sys.argv[2], "rb").read()
      assert archive.read("gradus") == open(sys.argv[3], "rb").read()
      assert archive.read("run_autograder").startswith(b"#!/bin/sh\\n") and b"\\r" not in archive.read("run_autograder")
      """
    if Python.has("zipfile") {
      #expect(Python.run(reading, arguments: [folder.path + "/a.zip", Self.lesson, folder.path + "/gradus"]) == 0)
    }
  }

  @Test func `PrairieLearn's folders, without an answer where students look`() throws {
    let out = folder.path + "/course"
    #expect(try release(Self.lesson, "--prairielearn", "--output", out).status == 0)
    let info = try #require(folder.read("course/questions/coins/info.json"))
    #expect(
      info.contains("\"entrypoint\": \"/grade/tests/run.sh\"") && info.contains("\"serverFilesCourse\": [\"gradus/\"]"))
    #expect(
      try folder.read("course/questions/coins/clientFilesQuestion/coins.md")
        == References.file(Project.path("Tests/Classroom/released.md")))
    #expect(folder.read("course/questions/coins/question.html")?.contains("0.458") == false)
    #expect(try folder.read("course/questions/coins/tests/lesson/coins.md") == References.file(Self.lesson))
    #expect(access(out + "/questions/coins/tests/run.sh", X_OK) == 0)
    #expect(access(out + "/serverFilesCourse/gradus/gradus", X_OK) == 0)
    // Once more gives the same.
    #expect(try release(Self.lesson, "--prairielearn", "--output", out).status == 0)
    #expect(folder.read("course/questions/coins/info.json") == info)
  }

  @Test func `what the keys need is packed and not handed out`() throws {
    folder.write("lesson/secret.csv", "1\n2\n3\n")
    folder.write("lesson/given.csv", "4\n5\n")
    folder.write(
      "lesson/mean.md",
      """
      # Means

      ```gradus
      > v = load "given.csv"
      [4, 5]
      ```

      ```gradus exercise=f points=2
      > f(x) = ____
      ```

      <!-- gradus check=f partial
      > test = load "secret.csv"
      f(test) = 2
      f([5, 7]) = 6
      -->

      ```gradus solution=f
      > f(x) = mean(x)
      ```

      """)
    let lesson = folder.path + "/lesson/mean.md"
    #expect(try Program.run("check", lesson).status == 0)
    #expect(try release(lesson, "--prairielearn", "--output", folder.path + "/course").status == 0)
    #expect(folder.read("course/questions/mean/tests/lesson/secret.csv") == "1\n2\n3\n")
    #expect(folder.read("course/questions/mean/clientFilesQuestion/given.csv") == "4\n5\n")
    #expect(folder.read("course/questions/mean/clientFilesQuestion/secret.csv") == nil)
    #expect(try Program.run("release", lesson, "--output", folder.path + "/out/").status == 0)
    #expect(folder.read("out/given.csv") == "4\n5\n" && folder.read("out/secret.csv") == nil)
    let copy = try #require(folder.read("out/mean.md"))
    #expect(!copy.contains("secret") && copy.contains("<!-- gradus check=f kept -->"))
    for (name, answer) in [
      ("right", "mean(x)"), ("half", "if length(x) == 2 then 6 else 0"), ("leak", "x"),
      ("reader", "mean(load(\"secret.csv\"))"), ("joined", "mean(load(\"sec\" + \"ret.csv\"))"), ("blank", "____"),
    ] { folder.write("in/\(name).md", copy.replacing("____", with: answer)) }
    let csv = try Program.run("grade", lesson, folder.path + "/in", "--format", "csv").output
    func row(_ name: String) -> String {
      csv.split(separator: "\r\n").map(String.init).first { $0.hasPrefix(name) } ?? ""
    }
    #expect(row("right").contains(",graded,2,2,2,right,"))
    #expect(row("half").contains(",graded,1,2,1,partly right,f(test) is not what is asked for,"))
    #expect(row("leak").contains(",graded,0,2,0,wrong,") && !row("leak").contains("[1, 2, 3]"))
    #expect(row("reader").contains("'secret.csv' is there for the key alone"))
    #expect(row("joined").contains(",failed,"))
    #expect(row("blank").contains(",blank,"))
  }

  @Test func `what cannot be packed is said`() throws {
    let zip = folder.path + "/x.zip"
    func refused(_ arguments: [String], _ message: String) throws {
      let outcome = try Program.run(["release"] + arguments)
      #expect(outcome.status == 2 && outcome.errors.contains(message), "\(outcome.errors)")
      #expect(folder.bytes("x.zip") == nil)
    }
    folder.write("needy", bytes: Self.elf(loader: true))
    folder.write("short", bytes: Array(Self.elf(loader: false).prefix(80)))
    let program = folder.path + "/gradus"
    try refused([Self.lesson, "--gradescope", "--output", zip, "--program", folder.path + "/needy"], "needs libraries")
    try refused(
      [Self.lesson, "--gradescope", "--output", zip, "--program", folder.path + "/short"], "is no program for Linux")
    try refused([Self.lesson, "--gradescope", "--output", zip, "--program", Self.lesson], "is no program for Linux")
    try refused([Self.lesson, "--gradescope", "--program", program], "name with --output the archive to write")
    try refused([Self.lesson, "--program", program], "--program is of use with")
    let copy = Project.path("Tests/Classroom/released.md")
    try refused([copy, "--gradescope", "--output", zip, "--program", program], "this is a copy without answers")
    folder.write("bad.md", try References.file(Self.lesson).replacing("s = √v", with: "s = v"))
    try refused(
      [folder.path + "/bad.md", "--gradescope", "--output", zip, "--program", program], "does not hold itself")
    folder.write("o'dd name.md", try References.file(Self.lesson))
    try refused(
      [folder.path + "/o'dd name.md", "--gradescope", "--output", zip, "--program", program], "cannot be the name")
  }
}
