import Classroom
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    ("Anna", "Anna"), ("  Anna\t  Lena \n", "Anna Lena"), ("Zoë", "Zoë"), ("李明", "李明"), ("👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"), ("a\u{202E}b\u{2066}c\u{200E}", "abc"),
    ("\u{1B}[31mRed\u{7F}\u{0}", "[31mRed"), ("An\u{AD}na", "Anna"), ("=cmd()", "=cmd()"),
    ("a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "a\u{300}\u{301}\u{302}"), ("\u{301}Anna", "Anna"),
    ("O'Neill-Ångström", "O'Neill-Ångström"), (String(repeating: "x", count: 40), String(repeating: "x", count: 40)),
  ])
  func `a name stays as it is typed, but for what disturbs`(_ typed: String, _ name: String) throws {
    #expect(try Array(StudentName(typed).description.unicodeScalars) == Array(name.unicodeScalars))
  }

  @Test(arguments: ["", "   ", "\u{202E}\u{200B}", "\u{0}\u{1}", "\u{301}\u{302}", "\u{200D}"])
  func `nothing is no name`(_ typed: String) {
    #expect(throws: StudentName.Flaw.empty) { try StudentName(typed) }
  }

  @Test(arguments: [
    String(repeating: "x", count: 41), String(repeating: "x", count: 100_000),
    String(repeating: "a\u{301}", count: 50_000),
    "a" + String(repeating: "\u{200D}👩", count: 30),
  ])
  func `what is too long is refused`(_ typed: String) {
    #expect(throws: StudentName.Flaw.tooLong) { try StudentName(typed) }
  }

  @Test func `names that look the same are the same`() throws {
    #expect(try StudentName("Zo\u{EB}").folded == StudentName("zoe\u{308}").folded)
    #expect(try StudentName("ANNA").folded == StudentName("anna").folded)
    #expect(try StudentName("Anna").folded != StudentName("Anne").folded)
  }

  @Test func `a name that is taken gets a proposal that is not`() throws {
    let taken: Set = ["anna", "anna 2"]
    #expect(try StudentName("Anna").proposal { taken.contains($0) }.description == "Anna 3")
    let long = try StudentName(String(repeating: "x", count: 40))
    #expect(long.proposal { _ in false }.description == String(repeating: "x", count: 38) + " 2")
  }
}
