import Lessons
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite struct ProgressTests {
  private let folder: TemporaryFolder
  private var file: ProgressFile { ProgressFile(path: folder.path + "/progress") }
  private let record = LessonRecord(title: "A\ttitle \\ with\nall", fileName: "01 ü.md")

  init() throws { folder = try TemporaryFolder() }

  private func kept(_ record: LessonRecord) -> LessonRecord {
    file.read([(record.title, record.fileName)]).records[0]
  }

  @Test func `what is written is read again`() throws {
    let outcomes: [String: LessonRecord.Outcome] = [
      "a": .done, "b": .right, "c": .late, "d": .tried, "e": .skipped, "f": .handed("s = 1\n\\t\tt"), "g": .handed(""),
    ]
    try file.add(outcomes, to: record)
    #expect(kept(record).outcomes == outcomes)
    #expect(kept(LessonRecord(title: "another", fileName: record.fileName)).outcomes.isEmpty)
  }

  @Test func `changes add up, and a reset forgets one lesson only`() throws {
    let other = LessonRecord(title: "other", fileName: "b.md")
    try file.add(["x": .done], to: other)
    try file.add(["a": .tried], to: record)
    try file.add(["a": .right, "b": .done], to: record)
    #expect(kept(record).outcomes == ["a": .right, "b": .done])
    try file.reset(record)
    #expect(kept(record).outcomes.isEmpty)
    #expect(kept(other).outcomes == ["x": .done])
  }

  @Test func `only its owner may read it`() throws {
    try file.add(["a": .done], to: record)
    #expect(try FileStatus(of: file.path).rights == 0o600)
  }

  @Test(arguments: [
    "", "nonsense\n", "gradus progress 0\nend\n", "gradus progress x\nend\n",
    "gradus progress 1\nlesson\ta\tb\nstep\tx\tdone\n",
    "gradus progress 1\nstep\tx\tdone\nend\n", "gradus progress 1\nlesson\ta\tb\nstep\tx\tdon\nend\n",
    "gradus progress 1\nlesson\ta\tb\nend", "\u{0}\u{0}\u{0}",
  ])
  func `a damaged file is put aside and stops nobody`(_ text: String) throws {
    folder.write("progress", text)
    func sentence(_ number: Int) -> String {
      "The progress file could not be read and was put aside as \(file.path).damaged-\(number)."
    }
    let reading = file.read([("t", "f")])
    #expect(reading.records.map(\.outcomes) == [[:]])
    #expect(reading.problem == sentence(1))
    #expect(folder.read("progress.damaged-1") == text)
    try file.add(["a": .done], to: record)
    #expect(kept(record).outcomes == ["a": .done])
    folder.write("progress", text + "x")
    #expect(file.read([("t", "f")]).problem == sentence(2), "the first one stays")
  }

  @Test func `a file that is no text is put aside, too`() throws {
    folder.write("progress", bytes: [0xFF, 0xFE, 0x00])
    #expect(file.read([("t", "f")]).problem != nil)
    #expect(folder.bytes("progress.damaged-1") == [0xFF, 0xFE, 0x00])
  }

  @Test func `where nothing can be written, the reason is said`() {
    let nowhere = ProgressFile(path: folder.path + "/missing/progress")
    let failure = #expect(throws: Failure.self) { try nowhere.add(["a": .done], to: record) }
    #expect(failure?.kind == .file)
    #expect(failure?.message == "there is no folder '\(folder.path)/missing/'")
    #expect(nowhere.read([("t", "f")]).problem == nil)
  }

  /// As gradus 0.1.0 wrote it.
  private static let old = """
    gradus progress 1
    lesson\tHow nets learn\t05-how-nets-learn.md
    step\tblock:> 1 + 1\tdone
    step\texercise:chain\tright
    step\texercise:rate\thanded\tr = 0.1
    lesson\tXavier\t09-xavier.md
    step\tquiz:fan\tlate
    end

    """

  @Test func `what an older version kept is read and goes on`() throws {
    folder.write("progress", Self.old)
    let lesson = LessonRecord(title: "How nets learn", fileName: "05-how-nets-learn.md")
    #expect(
      kept(lesson).outcomes == ["block:> 1 + 1": .done, "exercise:chain": .right, "exercise:rate": .handed("r = 0.1")])
    try file.add(["new": .done], to: record)
    #expect(kept(lesson).outcomes.count == 3)
    #expect(kept(LessonRecord(title: "Xavier", fileName: "09-xavier.md")).outcomes == ["quiz:fan": .late])
  }

  @Test func `hints that took points away are kept, in a form that older versions leave as it is`() throws {
    folder.write("progress", Self.old)
    try file.add(["a": .hinted(hints: 2), "b": .helped(hints: 3)], to: record)
    #expect(folder.read("progress")?.hasPrefix("gradus progress 2\n") == true)
    #expect(kept(record).outcomes == ["a": .hinted(hints: 2), "b": .helped(hints: 3)])
    try file.reset(record)
    #expect(folder.read("progress") == Self.old)
  }

  @Test func `what a newer version kept is left as it is`() throws {
    let text = "gradus progress 3\nlesson\ta\tb\tc\nend\n"
    folder.write("progress", text)
    let reason = "'\(file.path)' was written by a newer gradus and is left as it is"
    #expect(file.read([("t", "f")]).problem == "Your progress so far cannot be read: \(reason).")
    #expect(#expect(throws: Failure.self) { try file.add(["a": .done], to: record) }?.message == reason)
    #expect(#expect(throws: Failure.self) { try file.reset(record) }?.message == reason)
    #expect(folder.read("progress") == text)
    #expect(Folder.names(in: folder.path).sorted() == ["progress", "progress.lock"])
  }

  @Test func `tutors at the same time lose nothing of each other`() async throws {
    let (file, record) = (file, record)
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          for step in 0..<20 { try? file.add(["\(writer)-\(step)": .done], to: record) }
        }
      }
    }
    #expect(kept(record).outcomes.count == 160)
  }
}
