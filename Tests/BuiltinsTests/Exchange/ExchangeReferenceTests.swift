import Builtins
import Networks
import TestSupport
import Testing
import Vocabulary
import Workbench

/// What is exported, against what Keras and PyTorch made of it.
@Suite struct ExchangeReferenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let network: String
    let training: String
    /// How closely the libraries' predictions agree: PyTorch's hard_sigmoid has single precision.
    let tolerance: Double
    var testDescription: String { name }

    static let all: [Case] = {
      let lines = (try? References.text("exchange/nets.tsv").split(separator: "\n").dropFirst()) ?? []
      return lines.map { line in
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return Case(name: parts[0], network: parts[1], training: parts[2], tolerance: Double(parts[3]) ?? 0)
      }
    }()
  }

  @Test func `there are networks`() { #expect(Case.all.count == 6) }

  @Test(arguments: Case.all)
  func `the source is the one that was run`(_ net: Case) throws {
    var files = try FileSession()
    _ = try files.value("net = \(net.network)")
    if !net.training.isEmpty { _ = try files.value(net.training) }
    for library in ["keras", "torch"] {
      let wanted = try References.text("exchange/\(net.name)_\(library).py")
      let shown = files.run("export net as=\(library)").results.last?.printed.text
      #expect(shown.map { $0 + "\n" } == wanted)
      _ = try files.value("export net \"%/net.py\" as=\(library)")
      #expect(files.folder.read("net.py") == wanted)
    }
  }

  @Test(arguments: Case.all)
  func `predictions are those of the exported source`(_ net: Case) throws {
    let rows = try References.rows("exchange/predictions.csv").filter { $0[0] == net.name }
    #expect(rows.map { $0[1] } == ["keras", "torch"])
    for row in rows {
      var session = Session()
      let points = Self.numbers(row[2])
      let width = points.count / 6
      session.context.variables["points"] = .matrix(Matrix(rows: 6, columns: width, elements: points))
      #expect(session.run("net = \(net.network)").failure == nil)
      try Self.expect(session.run("predict net points"), Self.numbers(row[3]), net.tolerance)
      guard !net.training.isEmpty else { continue }
      #expect(session.run(net.training).failure == nil)
      try Self.expect(session.run("predict net points"), Self.numbers(row[4]), 1e-11)
    }
  }

  @Test func `weights that others saved are read`() throws {
    let rows = try References.rows("exchange/foreign.csv")
    #expect(rows.count == 5)
    for row in rows {
      var session = Session()
      session.context.variables["points"] = .matrix(Matrix(rows: 6, columns: 3, elements: Self.numbers(row[1])))
      let path = Project.path("Tests/References/exchange/\(row[0]).safetensors")
      let loaded = session.run(
        "net = sequential(input(3), dense(12, tanh), batch_normalization(), dense(2)); load_weights net \"\(path)\"")
      #expect(loaded.failure?.message == nil)
      try Self.expect(session.run("predict net points"), Self.numbers(row[2]), 1e-12)
      #expect(
        session.run("load \"\(path)\"").failure?.hint?.hasPrefix("make the network, then: load_weights net") == true)
    }
  }

  private static func expect(_ transcript: Transcript, _ wanted: [Double], _ tolerance: Double) throws {
    guard case .matrix(let outputs) = transcript.results.last?.value else {
      Issue.record("no predictions: \(transcript.failure?.message ?? "")")
      return
    }
    #expect(outputs.elements.count == wanted.count)
    for (output, wanted) in zip(outputs.elements, wanted) {
      #expect((output - wanted).magnitude <= tolerance * max(1, wanted.magnitude))
    }
  }

  private static func numbers(_ bits: String) -> [Double] {
    bits.split(separator: " ").map { References.double(String($0)) }
  }
}
