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
  /// Where what these mention stands, a line each.
  private static let mentionedKey = "gradus mentioned"

  func read(_ file: FileReader, for session: inout Session) throws(Failure) -> Value {
    let tensors = try Self.tensors(of: file)
    guard let definition = tensors.metadata[Self.key] else {
      throw file.failure(
        "was not written by gradus: it has weights, but does not say of which layers",
        hint: "make the network, then: load_weights net \"\(file.path.written.visible())\"")
    }
    func lines(_ key: String) -> [String] {
      (tensors.metadata[key] ?? "").split(separator: "\n").map(String.init)
    }
    let functions = lines(Self.functionsKey)
    for function in functions { try session.requireFunction(function, of: file) }
    try session.requireMentioned(lines(Self.mentionedKey), by: functions, of: file)
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
    let own = architecture.functions
    var mentioned: [String] = []
    for function in own {
      for line in try session.mentioned(by: function) where !mentioned.contains(line) { mentioned.append(line) }
    }
    try Self.requireOneMeaning(of: own.map(\.definition) + mentioned)
    let functions = [(Self.functionsKey, own.map(\.definition)), (Self.mentionedKey, mentioned)]
      .filter { !$1.isEmpty }.map { (key: $0, text: $1.joined(separator: "\n")) }
    try file.write(
      TensorFile.bytes(
        tensors, metadata: [(Self.key, architecture.definition)] + functions, interruption: session.interruption))
  }
}

extension SafetensorsFormat {
  /// Throws a failure of kind `argument` where two lines define one name.
  private static func requireOneMeaning(of lines: [String]) throws(Failure) {
    var meanings: [String: String] = [:]
    for line in lines {
      let name = Mentioned.name(of: line)
      if let other = meanings[name], other != line {
        throw Failure(
          .argument, "the network cannot be saved: its activation was made with \(other) and with \(line)",
          hint: "give them different names, and make the network with those")
      }
      meanings[name] = line
    }
  }
}

extension Session {
  /// The lines that define what an activation mentions; a failure of kind `argument` where it could not be found again.
  fileprivate func mentioned(by function: FunctionActivation) throws(Failure) -> [String] {
    guard function.definition.hasPrefix(function.name + "(") || lexicon.number(of: function.name) != nil else {
      throw Failure(
        .argument, "the network cannot be saved: its activation \(function.definition) has no name to be found by",
        hint: "define it with a name, as in f(x) = …, and make the network with f")
    }
    do { return try function.mentioned.get() } catch {
      throw Failure(
        error.kind, "the network cannot be saved: its activation \(function.name) \(error.message)", hint: error.hint)
    }
  }

  /// Throws a failure of kind `file` unless all that the functions mention is here what it was where the file was written.
  fileprivate func requireMentioned(
    _ lines: [String], by functions: [String], of file: FileReader
  ) throws(Failure) {
    var here: [String] = []
    for definition in functions {
      guard case .function(let function)? = context.variables[LayerList.name(of: definition)] else { continue }
      here += (try? Mentioned(by: function, in: self).lines.get()) ?? []
    }
    for line in lines where !here.contains(line) {
      let name = Mentioned.name(of: line)
      let known = here.first { Mentioned.name(of: $0) == name }
      throw file.failure(
        "holds a network whose activation was made with \(line)"
          + (known.map { "; here it is \($0)" } ?? ", which is not defined here"),
        hint: known == nil
          ? "define it first: \(line)" : "define it so, or make the network anew and take the weights with load_weights"
      )
    }
    if let left = here.first(where: { !lines.contains($0) }) {
      throw file.failure(
        "does not say what \(Mentioned.name(of: left)) was where its network was made",
        hint: "make the network anew and take the weights with load_weights")
    }
  }

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
