import Builtins
import Networks
import Probability
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Everything in a catalog goes to Python and to a file, by its declaration alone.
@Suite struct CatalogExportTests {
  /// A network for each thing in a catalog, and how it is trained before it is exported.
  private static let cases: [(name: String, network: String, training: String)] = {
    func net(_ hidden: String, output: String = "dense(2, sigmoid)") -> String {
      "sequential(input(3), \(hidden), \(output), seed=1)"
    }
    let data = "dataset([[0, 1, 2], [1, 0, 1], [2, 2, 0], [1, 1, 1]], [[1, 0], [0, 1], [1, 0], [0, 1]])"
    var cases: [(String, String, String)] = []
    for name in activations.names { cases.append(("activation \(name)", net("dense(4, \(name))"), "")) }
    for name in initializers.names { cases.append(("initializer \(name)", net("dense(4, tanh, \(name))"), "")) }
    for name in ["constant(0)", "constant(0.5)", "normal(0, 0.1)", "uniform(-1, 1)", "truncated_normal(0, 0.1)"] {
      cases.append(("distribution \(name)", net("dense(4, tanh, \(name))"), ""))
    }
    for name in losses.names {
      cases.append(("loss \(name)", net("dense(4)", output: "dense(2, softmax)"), "train net \(data) loss=\(name)"))
    }
    for name in optimizers.names {
      for option in ["", "global_clip_norm=1", "clip_norm=1", "clip_value=1"] {
        cases.append(
          ("optimizer \(name) \(option)", net("dense(4)"), "train net \(data) optimizer=\(name)(\(option))"))
      }
    }
    for declaration in layers.declarations where declaration.name != "input" {
      let example = declaration.signature.documentation.examples[0].input
      let start = "sequential(input(2), "
      let inner = example.dropFirst(start.count).dropLast(", seed=1)".count)
      let layer = example.hasPrefix(start) ? String(inner) : example
      cases.append(("layer \(declaration.name)", net(layer), ""))
    }
    return cases
  }()

  /// What has no counterpart says so and names the library; everything else yields source that Python compiles, and runs
  /// where the library is installed.
  @Test(arguments: ["keras", "torch"])
  func `Python takes what is exported`(_ library: String) throws {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    for (index, net) in Self.cases.enumerated() {
      var session = Session()
      let training = net.training.isEmpty ? "" : "; \(net.training)"
      #expect(session.run("net = \(net.network)\(training)").failure == nil, "\(net.name)")
      let path = "\(folder.path)/net\(index).py"
      let exported = session.run("export net \"\(path)\" as=\(library)")
      if let failure = exported.failure {
        let word = library == "keras" ? "Keras has no " : "PyTorch"
        #expect(failure.message.contains(word), "\(net.name): \(failure.message)")
      } else {
        paths.append(path)
      }
    }
    #expect(paths.count > Self.cases.count / 2)
    let compiling = "import sys\nfor path in sys.argv[1:]: compile(open(path).read(), path, 'exec')"
    if let status = Python.run(compiling, arguments: paths) { #expect(status == 0) }
    guard Python.has(library) else { return }
    let running = "import runpy, sys\nfor path in sys.argv[1:]: runpy.run_path(path)"
    #expect(Python.run(running, arguments: paths) == 0)
  }

  /// A saved network is read as the same network.
  @Test func `files keep every network`() throws {
    var files = try FileSession()
    for net in Self.cases where net.training.isEmpty {
      let same = try files.value(
        """
        net = \(net.network); save net "%/net.safetensors"; back = load "%/net.safetensors"; \
        all(predict(net, [[1, -2, 3], [0, 0.5, 0]]) == predict(back, [[1, -2, 3], [0, 0.5, 0]]))
        """)
      guard case .truth(true) = same else {
        Issue.record("\(net.name) is \(same.noun)")
        continue
      }
      let outlines = try files.value("[net, back]").display.printed().text
      #expect(outlines.components("sequential:").count == 3, "\(net.name)")
    }
  }

  /// Derivatives by the chain rule are those by differences, but for what jumps.
  @Test func `every gradient is right`() throws {
    for net in Self.cases where net.training.isEmpty {
      var session = Session()
      let text = "gradient_check \(net.network) dataset([[0.1, 1, 2], [1, -0.4, 1]], [[0.3, 0.6], [0.2, 0.9]])"
      let transcript = session.run(text)
      guard case .object(let check as GradientCheck) = transcript.results.last?.value else {
        Issue.record("\(net.name): \(transcript.failure?.message ?? "")")
        continue
      }
      #expect(check.agrees || check.kinked != nil, "\(net.name): \(check.relativeError)")
    }
  }

  /// Whatever is declared is found by its beginning, and help tells what it is and how it is written.
  @Test func `completion and help know everything`() {
    let names =
      activations.names + losses.names + optimizers.names + layers.names + datasets.names + initializers.names
      + schedules.names + distributions.names
    for name in names {
      var session = Session()
      let help = session.run("help \(name)").results.last?.printed.text ?? ""
      #expect(help.contains(name), "\(name)")
      let beginning = String(name.dropLast())
      let completions = session.completions(in: beginning, at: beginning.utf8.count).candidates
      #expect(completions.contains { $0.text.hasPrefix(name) }, "\(name)")
    }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
