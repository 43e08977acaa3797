import Builtins
import Lessons
import Platform
import TestSupport
import Testing
import Workbench

/// Every transcript, lesson and the README print what they say.
@Suite struct TranscriptTests {
  static let files: [String] = {
    let folders = ["Tests/Transcripts", "lessons", "README.md"].map { Project.path($0) }
    return ((try? LessonFiles.find(folders)) ?? []).filter { !$0.contains("/lessons/failing/") }
  }()

  @Test func `there are transcripts, lessons and a README`() {
    #expect(Self.files.count >= 14)
  }

  @Test(arguments: files)
  func `prints what it says`(_ path: String) throws {
    let result = try #require(LargeStack.run { Lesson.run(path, builtins: .standard) })
    #expect(result.failure == nil)
    #expect(result.count > 0)
    for failed in result.failed {
      Issue.record("\(path):\(failed.command.line): \(failed.command.source) printed\n\(failed.outputText)")
    }
  }
}
