import Testing

/// Which characters are written, by what the environment says of the user's terminal and whatever locales the system has.
@Suite struct EncodingTests {
  @Test(arguments: [
    [], ["LANG="], ["LANG=C.UTF-8"], ["LANG=de_DE.UTF-8"], ["LANG=xx_XX.utf8@euro"], ["LC_CTYPE=UTF-8"], ["LANG=de_DE"],
    ["LANG=nonsense"], ["LANG=C", "LC_CTYPE=fr_FR.UTF-8"], ["LANG=C", "LC_CTYPE=C", "LC_ALL=en_US.UTF-8"],
    ["LANG=C.UTF-8", "LC_ALL="],
  ])
  func `UTF-8`(_ environment: [String]) throws {
    #expect(try Self.outcome(environment) == "3×10⁻⁷\n")
  }

  @Test(arguments: [
    ["LANG=C"], ["LANG=POSIX"], ["LANG=de_DE.ISO-8859-1"], ["LANG=de_DE.ISO-8859-15@euro"], ["LANG=ru_RU.KOI8-R"],
    ["LANG=C.UTF-8", "LC_ALL=C"], ["LANG=C.UTF-8", "LC_CTYPE=POSIX"],
  ])
  func `ASCII`(_ environment: [String]) throws {
    #expect(try Self.outcome(environment) == "3e-07\n")
  }

  private static func outcome(_ environment: [String]) throws -> String {
    // The first of two variables of the same name counts, and an empty one as none.
    try Program.run("-e", "0.1⁵×0.03", environment: environment + ["LC_ALL="]).output
  }
}
