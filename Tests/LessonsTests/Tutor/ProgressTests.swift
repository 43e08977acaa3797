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
    file.record(title: record.title, fileName: record.fileName).record
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
    "", "nonsense\n", "gradus progress 2\nend\n", "gradus progress 1\nlesson\ta\tb\nstep\tx\tdone\n",
    "gradus progress 1\nstep\tx\tdone\nend\n", "gradus progress 1\nlesson\ta\tb\nstep\tx\tdon\nend\n",
    "gradus progress 1\nlesson\ta\tb\nend", "\u{0}\u{0}\u{0}",
  ])
  func `a damaged file is put aside and stops nobody`(_ text: String) throws {
    folder.write("progress", text)
    let (read, aside) = file.record(title: "t", fileName: "f")
    #expect(read.outcomes.isEmpty)
    #expect(aside == file.path + ".damaged-1")
    #expect(folder.read("progress.damaged-1") == text)
    try file.add(["a": .done], to: record)
    #expect(kept(record).outcomes == ["a": .done])
    folder.write("progress", text + "x")
    #expect(file.record(title: "t", fileName: "f").putAside == file.path + ".damaged-2", "the first one stays")
  }

  @Test func `a file that is no text is put aside, too`() throws {
    folder.write("progress", bytes: [0xFF, 0xFE, 0x00])
    #expect(file.record(title: "t", fileName: "f").putAside != nil)
  }

  @Test func `where nothing can be written, the reason is said`() {
    let nowhere = ProgressFile(path: folder.path + "/missing/progress")
    let failure = #expect(throws: Failure.self) { try nowhere.add(["a": .done], to: record) }
    #expect(failure?.kind == .file)
    #expect(nowhere.record(title: "t", fileName: "f").putAside == nil)
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
