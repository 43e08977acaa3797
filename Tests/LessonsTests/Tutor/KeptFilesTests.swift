import Lessons
import TestSupport
import Testing

/// Files that are made in the tutor are put beside the learner, over nothing that is there.
@Suite struct KeptFilesTests {
  private static let lesson = "# Files\n\n```gradus\n> save [1, 2] \"a.csv\";\n> save [3] \"b.csv\";\n> 1\n1\n```\n"

  @Test func `what the lesson and the learner write is told once`() throws {
    var talk = try Conversation(Self.lesson)
    #expect(talk.files == [])
    talk.type("")
    #expect(talk.files == ["a.csv"])
    talk.type("save [7] \"mine.csv\"")
    #expect(talk.files == ["mine.csv"])
    talk.type("")
    #expect(talk.files == ["b.csv"])
    talk.type("1 + 1")
    #expect(talk.files == [])
    talk.type("play")
    talk.type("save [8] \"played.csv\"")
    #expect(talk.files == ["played.csv"])
  }

  @Test func `nothing is told of what runs unseen`() throws {
    var first = try Conversation(Self.lesson)
    first.type("")
    var again = try Conversation(Self.lesson, record: first.tutor.record)
    #expect(again.files == [])
    again.type("")
    #expect(again.files == ["b.csv"])
  }

  @Test func `no file of anybody's is replaced`() throws {
    let (folder, made) = (try TemporaryFolder(), try TemporaryFolder())
    folder.write("a.csv", "mine\n")
    made.write("1", "1\n2\n")
    made.write("2", "3\n")
    var kept = KeptFiles(in: folder.path)
    #expect(try kept.keep("a.csv", at: made.path + "/1") == "a-2.csv")
    #expect(try kept.keep("a.csv", at: made.path + "/1") == nil, "the same is there")
    #expect(try kept.keep("a.csv", at: made.path + "/2") == "a-2.csv", "its own may be replaced")
    #expect(try kept.keep("data/b", at: made.path + "/2") == "b")
    #expect(folder.read("a.csv") == "mine\n")
    #expect(folder.read("a-2.csv") == "3\n")
    var later = KeptFiles(in: folder.path)
    #expect(try later.keep("b", at: made.path + "/2") == nil)
    #expect(try later.keep("b", at: made.path + "/1") == "b-2")
  }
}

extension Conversation {
  fileprivate var files: [String] { mutating get { takeFiles() } }
}
