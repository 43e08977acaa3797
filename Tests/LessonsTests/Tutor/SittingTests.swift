import Lessons
import TestSupport
import Testing
import Vocabulary

/// How a lesson is divided into what is learned at one go, and what the tutor says of it.
@Suite struct SittingTests {
  /// A lesson whose sections have so many commands each.
  private static func lesson(_ sections: [Int]) -> String {
    "# Counting\n\nIt goes up.\n"
      + sections.enumerated().map { index, steps in
        "\n## Part \(index + 1)\n\nHere.\n\n```gradus\n"
          + (1...steps).map { "> \($0)\n\($0)\n" }.joined() + "```\n\nSo much for \(index + 1).\n"
      }.joined()
  }

  private static func sittings(_ markdown: String) throws -> [Sitting] {
    try TutorPlan(Document(markdown), name: "unnamed").sittings
  }

  @Test(arguments: [
    ([5], [5]), ([12, 21, 18], [12, 21, 18]), ([10, 10, 10], [30]), ([10, 10, 11], [20, 11]),
    ([10, 10, 10, 10], [20, 20]),
    ([25, 1, 1, 25], [26, 26]), ([31], [31]), ([2, 31, 2], [2, 31, 2]), ([1, 1, 1], [3]),
  ])
  func `as few as can be, and of those the most even`(_ division: (sections: [Int], sittings: [Int])) throws {
    let sittings = try Self.sittings(Self.lesson(division.sections))
    #expect(sittings.map(\.steps.count) == division.sittings)
    #expect(sittings.map(\.number) == Array(1...sittings.count))
  }

  @Test func `questions take longer than commands`() throws {
    let exercise =
      "```gradus exercise=a\n> s = ____\n```\n\n<!-- gradus check=a\ns = 1\n-->\n\n"
      + "```gradus solution=a\n> s = 1\n```\n"
    let parts = (1...7).map { "## \($0)\n\n" + exercise.replacing("=a", with: "=a\($0)") + "\n" }
    let sittings = try Self.sittings(parts.joined())
    #expect(sittings.map(\.minutes) == [10, 10], "seven of three minutes")
    #expect(sittings.flatMap(\.sections) == (1...7).map { "\($0)" })
    let words = String(repeating: "word ", count: 1500)
    #expect(try Self.sittings("\(words)\n\n```gradus\n> 1\n```\n")[0].minutes == 10, "1500 words")
    #expect(try Self.sittings("```gradus\n> 1\n```\n")[0].minutes == 5)
  }

  @Test func `a lesson without commands has none, headings without steps belong to what follows`() throws {
    #expect(try Self.sittings("# Only words").isEmpty)
    let sittings = try Self.sittings("# A\n\n## One\n\nWords.\n\n## Two\n\n```gradus\n> 1\n```\n\n## Three\n\nEnd.\n")
    #expect(sittings.map(\.title) == ["One; Two"])
  }

  // MARK: In the tutor

  @Test func `the end of a sitting is said, and goes on`() throws {
    var talk = try Conversation(Self.lesson([3, 28, 2]))
    #expect(talk.shown.contains("\nSitting 1 of 2, about 5 minutes, 3 steps: Part 1\n\nCounting\n"), "\(talk.shown)")
    #expect(talk.type("progress") == "Step 1 of 33, 1 of 3 in sitting 1 of 2.\n")
    for _ in 1...2 { talk.type("") }
    #expect(
      talk.type("") == """
        3

        So much for 1.

        ────────────────────────────────────────

        That was sitting 1 of 2. Here it is good to stop: quit keeps your place.

        Sitting 2 of 2, about 10 minutes, 30 steps: Part 2; Part 3

        Part 2
        ------

        Here.


        """)
    for _ in 1...27 { talk.type("") }
    #expect(talk.type("") == "28\n\nSo much for 2.\n\nStep 29 of 30\n\nPart 3\n------\n\nHere.\n\n")
    #expect(talk.type("back") == "", "the step before has no reading of its own")
    #expect(talk.tutor.position == 30)
  }

  @Test func `a lesson of one sitting says nothing of it`() throws {
    let talk = try Conversation(Self.lesson([3, 2]))
    #expect(!talk.shown.contains("itting") && !talk.shown.contains("Step"))
  }

  @Test func `beginning with a later one runs what comes before unseen`() throws {
    let lesson =
      "## One\n\n```gradus\n> a = 1\n" + String(repeating: "> a = a + 1\n", count: 29) + "```\n\nOver.\n\n## Two\n\n"
    let text = lesson + "```gradus\n> a\n30\n> a + 1\n```\n"
    var talk = try Conversation(text, sitting: 2)
    #expect(
      talk.shown.hasSuffix(
        "What comes before has run unseen.\n\nSitting 2 of 2, about 5 minutes, 2 steps: Two\n\nTwo\n---\n\n"),
      "\(talk.shown)")
    #expect(talk.type("") == "30\n")
    #expect(talk.tutor.ownSitting == 2, "the lesson would begin with its first sitting")
    let again = try Conversation(text, record: talk.tutor.record, sitting: 2)
    #expect(again.shown.contains("Resumed at step 32 of 32, 2 of 2 in sitting 2 of 2 (reset starts over)."))
    let whole = try Conversation(text, record: talk.tutor.record)
    #expect(whole.tutor.position == 0 && whole.tutor.ownSitting == nil)
    #expect(
      #expect(throws: Failure.self) { try Conversation(text, sitting: 3) }?.message == "this lesson has no sitting 3")
  }
}
