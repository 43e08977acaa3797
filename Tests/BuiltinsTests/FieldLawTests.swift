import Builtins
import Language
import TestSupport
import Testing
import Vocabulary
import Workbench

/// What must hold of every result whose parts have names.
@Suite struct FieldLawTests {
  /// A command that yields each sort of result; a new sort is a line here, and a test fails until it is.
  static let commands = [
    "train net data epochs=3 validation=data seed=1", "train net data epochs=3 watch=inspect record=batches seed=1",
    "train net data epochs=2 watch=symmetry seed=1", "train net data epochs=2 watch=chain seed=1",
    "train net data epochs=2 watch=gradient_check seed=1", "train(net, data, epochs=2, record=batches).batches",
    "inspect net data", "flow net data", "flow(he_normal, relu, layers=3, seed=1)", "chain 0.1⁵ × 0.03",
    "chain net data", "compare [sgd, adam] net data seeds=2", "compare [sgd, adam] single net_data seeds=2",
    "symmetry net", "gradient_check net data", "landscape(net, data, positions=5, seed=1)",
    "landscape(net, data, directions=2, positions=3, seed=1)", "forward net [1, 2]", "forward net [[1, 2], [3, 4]]",
    "summary net", "evaluate net data", "evaluate single net_data", "ks_test([0.1, 0.4, 0.7], uniform(0, 1))",
    "clt uniform(0, 1) 12", "push relu normal(0, 1)", "neuron inputs=9 activation=sigmoid n=100 seed=1",
    "neuron inputs=9 n=100 seed=1", "histogram [1, 2, 2, 3] bins=2", "descend f from=0 steps=3",
    "descend g from=[0, 1] steps=3", "backprop g(1, 2)", "describe normal(0, 1)", "describe he_normal", "describe data",
    "describe [1, 2]", "data", "net", "net.layers[0]",
    "time 1 + 1", "table(name=[\"a\", \"b\"], x=[1, 2])", "qr([[1, 2], [3, 4]])", "fit_rate(net, data, seed=1)",
    "gradients net data", "initialize(net, data, he_normal, seed=1)", "fit(exponential, [0.5, 1, 3.5])",
    "t_test([5.1, 4.9, 5.6, 5.2], [4.8, 4.7, 5.0, 4.6])", "chi_square_test [18, 22, 19, 25, 17, 19]",
    "confusion_matrix([0, 0, 0, 1, 1], [0, 0, 1, 1, 1])", "frequencies [1, 2, 2]",
  ]

  static let preparation = """
    data = circles(20, seed=1); net = sequential(input(2), dense(3, tanh), dense(2, tanh), dense(1, sigmoid), seed=1);
    net_data = dataset(1..4, [2, 4, 6, 8]); single = sequential(input(1), dense(1), seed=1);
    f(x) = (x - 3)²; g(a, b) = a² + (b - 1)²;
    """

  private struct Sample {
    var session = Session()
    let object: any Object

    init(_ command: String) throws {
      _ = session.run(FieldLawTests.preparation)
      let transcript = session.run("it = \(command)")
      if let failure = transcript.failure { throw failure }
      guard case .object(let object)? = transcript.results.last?.contents else {
        throw Failure(.type, "\(command) yields no object")
      }
      self.object = object
    }
  }

  @Test(arguments: commands)
  func `names are unique words and read what the machine reads`(_ command: String) throws {
    var sample = try Sample(command)
    let names = sample.object.fieldDescriptions.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }, "\(name)")
    }
    for property in sample.object.properties {
      let transcript = sample.session.run("it.\(property.name)")
      #expect(transcript.failure == nil, "\(property.name)")
      let read = transcript.results.last?.value.display.printed().text
      #expect(read == property.value.display.printed().text, "\(property.name)")
    }
    #expect(sample.object.presentFields.map(\.name) == sample.object.properties.map(\.name))
    for missing in Set(names).subtracting(sample.object.properties.map(\.name)) {
      let failure = sample.session.run("it.\(missing)").failure
      #expect(failure?.message.contains("which there is only") == true, "\(missing)")
    }
  }

  @Test(arguments: commands)
  func `each head of a table is a field`(_ command: String) throws {
    let object = try Sample(command).object
    let names = Set(object.fieldDescriptions.map(\.name))
    let lines = object.display.printed().text.lines.map { $0.split(separator: " ").map(String.init) }
    for (line, next) in zip(lines, lines.dropFirst()) {
      let isHead = line.count > 1 && names.contains(line[0]) && line.allSatisfy { $0.first?.isLetter ?? false }
      guard isHead, next.contains(where: { $0.contains(where: \.isNumber) }), object.kind != "description" else {
        continue
      }
      for head in line { #expect(names.contains(head), "\(head)") }
    }
  }

  @Test func `help lists the fields of what a built-in yields, and every such result is tried here`() throws {
    let reference = Reference(BuiltinTable.standard)
    for signature in BuiltinTable.standard.lexicon.signatures {
      let text = reference.entry(signature).printed().text
      for field in signature.resultFields {
        #expect(text.contains("  .\(field.name) "), "\(signature.name): \(field.name)")
        #expect(!field.meaning.isEmpty && !field.meaning.hasSuffix("."), "\(signature.name): \(field.name)")
      }
    }
    let tried = Set(try Self.commands.map { String(describing: type(of: try Sample($0).object)) })
    for result in BuiltinTable.standard.lexicon.signatures.flatMap({ ($0.result.map { [$0] } ?? []) + $0.otherResults })
    {
      #expect(tried.contains(String(describing: result)), "\(result)")
    }
  }

  @Test(arguments: commands)
  func `what a built-in declares is what it yields`(_ command: String) throws {
    let name = String(command.prefix { $0.isLetter || $0 == "_" })
    guard let signature = BuiltinTable.standard.lexicon[name], signature.result != nil, !command.contains(").") else {
      return
    }
    let declared = Set(signature.resultFields.map(\.name))
    let own = try Sample(command).object
    let learners = Set((own as? any Record)?.ownFields.map(\.name) ?? [])
    #expect(declared.isSuperset(of: Set(own.fieldDescriptions.map(\.name)).subtracting(learners)))
  }

  @Test(arguments: commands)
  func `results go to a file and come back`(_ command: String) throws {
    var sample = try Sample(command)
    guard !["network", "dataset"].contains(sample.object.kind) else { return }
    let folder = try TemporaryFolder()
    let saved = sample.session.run("save it \"\(folder.path)/it.csv\"")
    #expect(saved.failure == nil)
    let loaded = sample.session.run("back = table(\"\(folder.path)/it.csv\")")
    #expect(loaded.failure == nil)
    guard case .object(let table as NamedColumns)? = loaded.results.last?.value else { return }
    for column in table.columns {
      guard let original = sample.object.field(column.name), original.elementCount != nil else { continue }
      switch (column.value, original) {
      case (.vector(let read), .vector(let kept)): #expect(read.map(\.bitPattern) == kept.map(\.bitPattern))
      case (.list(let read), .list(let kept)): #expect(read.map { $0.text ?? "" } == kept.map { $0.text ?? $0.brief })
      default: break
      }
    }
  }
}
