import Testing
import Workbench

@Suite struct CompleterTests {
  private func texts(_ line: String, after commands: String...) -> [String] {
    var session = Session()
    for command in commands { _ = session.run(command) }
    return session.completions(in: line, at: line.utf8.count).candidates.map(\.text)
  }

  @Test func `names`() {
    #expect(texts("nor") == ["normal"])
    #expect(texts("0.1⁵ × sig") == ["sigmoid", "sign"])
    #expect(texts("my", after: "myvalue = 3") == ["myvalue"])
    #expect(texts("xyz") == [])
    #expect(texts("12").isEmpty)
  }

  @Test func `keyword arguments, in both forms of a call`() {
    #expect(texts("normal(0, st") == ["stddev=", "standard_error", "std", "student_t"])
    #expect(texts("sample N se").first == "seed=")
    #expect(texts("train net data ep").first == "epochs=")
    #expect(!texts("train net data epochs=3 ep").contains("epochs="))
    #expect(texts("y = sample N se").first == "seed=")
  }

  @Test func `values of keyword arguments`() {
    #expect(texts("dense(5, activation=ta") == ["tanh"])
    #expect(texts("train net data loss=m") == ["mse"])
    #expect(texts("sequential(input(2), initializer=he_") == ["he_uniform", "he_normal"])
  }

  @Test func `the range is the word before the cursor`() {
    let session = Session()
    #expect(session.completions(in: "√nor + 1", at: 6).range == 3..<6)
    #expect(session.completions(in: "nor", at: 900).range == 0..<3)
    #expect(session.completions(in: "", at: 0).range == 0..<0)
  }
}
