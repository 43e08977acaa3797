import Language
import Networks
import Probability
import Vocabulary
import Workbench

/// Networks as safetensors: their weights, and in the metadata their layers as the language writes them.
struct SafetensorsFormat: FileFormat {
  let suffix = "safetensors"
  /// Whose names the weights have.
  var layout = TensorLayout.keras

  /// Where the layers stand in the metadata, and the functions of the learner's that are activations in them, a line each.
  private static let key = "gradus"
  private static let functionsKey = "gradus functions"

  func read(_ file: FileReader, for session: inout Session) throws(Failure) -> Value {
    let tensors = try Self.tensors(of: file)
    guard let definition = tensors.metadata[Self.key] else {
      throw file.failure(
        "was not written by gradus: it has weights, but does not say of which layers",
        hint: "make the network, then: load_weights net \"\(file.path.written.visible())\"")
    }
    let functions = (tensors.metadata[Self.functionsKey] ?? "").split(separator: "\n").map(String.init)
    for function in functions { try session.requireFunction(function, of: file) }
    guard let layers = LayerList(definition, functions: functions, for: session).layers else {
      throw file.failure("has a description of layers that cannot be read")
    }
    do throws(Failure) {
      let architecture = try Architecture(
        layers, initializer: FixedInitializer(fixed: Constant(0)), memory: session.context.limits.memory)
      let weights = try architecture.weights(from: tensors)
      return .object(session.networks.add(architecture, weights: weights))
    } catch {
      throw file.named(error)
    }
  }

  /// The arrays of a file, whoever wrote it.
  static func tensors(of file: FileReader) throws(Failure) -> TensorFile {
    // Numbers of two bytes become numbers of eight.
    try file.limits.reserve(numbers: Double(file.size) / 2)
    let bytes = try file.rest()
    do { return try TensorFile(bytes) } catch { throw file.named(error) }
  }

  func write(_ value: Value, to file: FileWriter, of session: Session) throws(Failure) {
    guard case .object(let network as Network) = value else { throw FileFormats.misfit(value, suffix) }
    let architecture = network.architecture
    let tensors = architecture.tensors(session.networks[network].weights, layout: layout)
    let own = architecture.functions.map(\.definition)
    let functions = own.isEmpty ? [] : [(Self.functionsKey, own.joined(separator: "\n"))]
    try file.write(
      TensorFile.bytes(
        tensors, metadata: [(Self.key, architecture.definition)] + functions, interruption: session.interruption))
  }
}

extension Session {
  /// Throws a failure of kind `file` unless a function that a saved network has for an activation is defined here too, in
  /// the same words: a file defines none.
  fileprivate func requireFunction(_ definition: String, of file: FileReader) throws(Failure) {
    let name = LayerList.name(of: definition)
    if let number = lexicon.number(of: name), numericFunction(ofBuiltin: number) != nil { return }
    guard case .function(let known)? = context.variables[name] else {
      throw file.failure(
        "holds a network whose activation \(name) is a function of somebody's, which is not defined here",
        hint: "define it first: \(definition)")
    }
    let here = known.display.printed().text
    guard here == definition else {
      throw file.failure(
        "holds a network whose activation was \(definition); here it is \(here)",
        hint: "define it so, or make the network anew and take the weights with load_weights")
    }
  }
}

/// Layers read from a text that anybody may have written: nothing but what makes layers is run.
private struct LayerList {
  /// Nil where the text is no list of layers.
  let layers: [any Layer]?

  /// What may be called: layers, and what their arguments may be.
  private static let words: Set<String> = Set(
    Networks.layers.names + activations.names + initializers.names + distributions.names + [
      "true", "false", "inf", "nan",
    ])
  private static let longest = 1_000_000

  /// The name of a function by its definition, such as `swish2(x) = …`.
  static func name(of definition: String) -> String { String(definition.prefix { $0 != "(" }) }

  init(_ text: String, functions: [String], for session: Session) {
    let names = Set(functions.map(Self.name))
    guard text.hasPrefix("["), text.utf8.count <= Self.longest, Self.holdsOnlyKnownWords(text, names, session.lexicon)
    else {
      layers = nil
      return
    }
    var reader = Session(builtins: session.builtins)
    reader.context.limits = session.context.limits
    // What the functions mention.
    if !names.isEmpty { reader.context.variables = session.context.variables }
    reader.files = .lesson(in: nil)
    reader.interruption = session.interruption
    let transcript = reader.run(text)
    guard transcript.failure == nil, transcript.results.count == 1, case .list(let values) = transcript.results[0].value
    else {
      layers = nil
      return
    }
    let read = values.compactMap { if case .object(let layer as any Layer) = $0 { layer } else { nil } }
    layers = read.count == values.count ? read : nil
  }

  /// Whether every word is known or the name of an argument, and there is no sign but those of calls and numbers.
  private static func holdsOnlyKnownWords(_ text: String, _ functions: Set<String>, _ lexicon: Lexicon) -> Bool {
    let labels = Set(
      words.compactMap { lexicon[$0] }.flatMap(\.parameters).map(\.name))
    return Lexer.tokens(of: text).allSatisfy { token in
      switch token.kind {
      case .name(let word): words.contains(word) || labels.contains(word) || functions.contains(word)
      case .text(let word): words.contains(word)
      case .number, .space, .end: true
      case .symbol(let symbol): signs.contains(symbol)
      case .openText, .superscript, .superscriptName, .prime, .stray, .comment, .newline: false
      }
    }
  }

  private static let signs: Set<Symbol> = [
    .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .assign, .comma, .minus, .plus,
  ]
}
