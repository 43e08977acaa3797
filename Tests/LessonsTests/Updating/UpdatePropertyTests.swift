import Builtins
import Lessons
import Platform
import TestSupport
import Testing
import Workbench

/// What holds of every lesson, shown with many put together by chance.
@Suite struct UpdatePropertyTests {
  private static let seeds: [UInt64] = Array(0..<300)

  /// What is wrong with one lesson.
  private static func faults(_ seed: UInt64) -> [String] {
    guard let folder = try? TemporaryFolder() else { return ["no folder"] }
    let lesson = RandomLesson(seed: seed).text
    let path = folder.path + "/a.md"
    folder.write("a.md", lesson)
    let result = Lesson.run(path, builtins: .standard)
    if let failure = result.failure { return ["\(seed): \(failure.message) in line \(failure.line ?? 0)\n\(lesson)"] }
    guard let update = LessonUpdate(result, acceptsErrors: true) else { return ["\(seed): no update"] }
    guard (try? update.write(update.changes)) == .written else { return ["\(seed): not written"] }
    let written = folder.bytes("a.md")
    let again = Lesson.run(path, builtins: .standard)
    var faults: [String] = []
    let left = again.failed.map(\.command.line).count
    if left != update.refusals.count { faults.append("\(seed): \(left) differ after the update\n\(lesson)") }
    if result.holds, written != Array(lesson.utf8) { faults.append("\(seed): it held and was changed") }
    if let second = LessonUpdate(again, acceptsErrors: true) {
      if !second.changes.isEmpty { faults.append("\(seed): a second update would change more") }
      _ = try? second.write(second.changes)
    }
    if folder.bytes("a.md") != written { faults.append("\(seed): a second update changed something") }
    return faults
  }

  @Test func `after an update all holds, and another changes nothing`() throws {
    let faults = LargeStack.map(Self.seeds, threads: processorCount, Self.faults).flatMap(\.self)
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test func `a command put in anywhere leaves other outputs as they were`() throws {
    let faults = LargeStack.map(Self.seeds, threads: processorCount) { seed -> String? in
      var lesson = RandomLesson(seed: seed)
      guard let longer = lesson.withInsertion(), let plain = try? Document(lesson.text),
        let document = try? Document(longer)
      else { return nil }
      let outputs = Lesson.run(plain, builtins: .standard).commands.map { $0.command.source + "\n" + $0.outputText }
      let others = Lesson.run(document, builtins: .standard).commands.filter { !$0.command.source.contains("× 0;") }
      let same = others.map { $0.command.source + "\n" + $0.outputText } == outputs
      return same ? nil : "\(seed):\n\(longer)"
    }
    #expect(faults.compactMap(\.self).isEmpty, "\(faults.compactMap(\.self).joined(separator: "\n"))")
  }
}
