import Builtins
import Networks
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Networks of any size are made or refused; those that nobody names are let go.
@Suite struct NetworkLimitsTests {
  private static let layers = [
    "input(1e9), batch_normalization()", "input(2^53), dense(2^53)", "input(2^53), batch_normalization()",
    "input(2^53), dropout(0.5)", "input(2^31), dense(1)", "input(3), dense(2^40)", "input(1), dense(2^53)",
    "input(3), dense(2^31 - 1), dense(2^31 - 1)", "input(2^31 - 1), dense(2^31 - 1), dense(2)",
    "input(1000), repeat(10000, dense(1000))", "input(2^31 - 1), repeat(10000, batch_normalization())",
  ]

  @Test(arguments: layers)
  func `layers that do not fit are refused`(_ layers: String) throws {
    var session = Session()
    let failure = try #require(session.run("sequential(\(layers))").failure)
    #expect(failure.kind == .limit && failure.message.contains("so many weights would need "), "\(failure.message)")
    #expect(!failure.message.contains(" 0 MB"), "\(failure.message)")
  }

  @Test func `and so are files that speak of them`() throws {
    var files = try FileSession()
    for layers in ["[input(9007199254740992), dense(9007199254740992)]", "[input(1e9), batch_normalization()]", "[]"] {
      let bytes = try TensorFile.bytes([], metadata: [("gradus", layers)])
      files.folder.write("large.safetensors", bytes: bytes)
      _ = try files.failure("load \"%/large.safetensors\"")
    }
  }

  @Test func `networks that no name reaches are let go`() {
    var session = Session()
    for _ in 0..<200 { _ = session.run("n = sequential(input(10), dense(10))") }
    #expect(session.networkCount <= 4)
    _ = session.run("kept = [sequential(input(1), dense(1)) for i in 1..50]; m = kept[7]; train m line(5);")
    for _ in 0..<200 { _ = session.run("n = sequential(input(10), dense(10))") }
    #expect((51...55).contains(session.networkCount))
    func text(_ command: String) -> String? { session.run(command).results.last?.printed.text }
    #expect(text("loss(m, line(5)) == loss(kept[7], line(5))") == "true")
    #expect(text("loss(m, line(5)) == loss(kept[8], line(5))") == "false")
  }

  @Test func `an error leaves the networks as they were`() {
    var session = Session()
    _ = session.run("n = sequential(input(1), dense(1), seed=1); w = weights(n)")
    _ = session.run("[train(n, line(5)), sequential(input(2), dense(1)), 1 + \"a\"]")
    #expect(session.run("sum(weights(n) == w) == 1").results.last?.printed.text == "true")
  }

  @Test func `data of very many classes are drawn`() {
    var session = Session()
    let shown =
      session.run("plot dataset(linspace(0, 1, 3000), 0..2999, classes=3000)").results.last?.printed.text ?? ""
    #expect(shown.contains("other classes"), "\(shown)")
  }
}
