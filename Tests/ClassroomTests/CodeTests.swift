import Classroom
import Testing

@Suite struct CodeTests {
  @Test(arguments: ["RHO4T7", "rho-4t7", " RHO 4T7 ", "rh0-4t7", "R.H.O–4_T 7"])
  func `a code is read as people type it`(_ typed: String) throws {
    let code = try #require(ClassCode(typed))
    #expect(code.text == "RHO4T7")
    #expect(code.description == "RHO-4T7")
  }

  @Test(arguments: [
    "", "RHO4T", "RHO4T7X", "RHO4T1", "RHO4TI", "RHÖ4T7", "<b>4T7", String(repeating: "A", count: 100_000),
  ])
  func `what is none is none`(_ typed: String) { #expect(ClassCode(typed) == nil) }

  @Test func `new ones read back, and are not the same`() throws {
    let codes = (0..<200).map { _ in ClassCode() }
    for code in codes { #expect(ClassCode(code.description) == code) }
    #expect(Set(codes).count == 200)
  }

  @Test func `secrets have 128 bits, read back, and are kept as their hashes`() throws {
    let secrets = (0..<200).map { _ in Secret() }
    for secret in secrets {
      #expect(secret.text.utf8.count == 22)
      #expect(Secret(secret.text) == secret)
      #expect(secret.mark.count == 64 && !secret.mark.contains(secret.text))
    }
    #expect(Set(secrets.map(\.mark)).count == 200)
    // By Python's hashlib.
    let known = try #require(Secret("AAAAAAAAAAAAAAAAAAAAAA"))
    #expect(known.mark == "8a5bdb4cc15164126c6ef2668de9dd240d299ce6397a42c95a9411b93d080ed8")
    for wrong in ["", "AAAA", "AAAAAAAAAAAAAAAAAAAAA!", String(repeating: "A", count: 23)] {
      #expect(Secret(wrong) == nil)
    }
  }
}
