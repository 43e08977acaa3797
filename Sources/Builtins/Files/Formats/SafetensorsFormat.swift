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

  /// Where the layers stand in the metadata.
  private static let key = "gradus"

  func read(_ file: FileReader, for session: inout Session) throws(Failure) -> Value {
    let tensors = try Self.tensors(of: file)
    guard let definition = tensors.metadata[Self.key] else {
      throw file.failure(
        "was not written by gradus: it has weights, but does not say of which layers",
        hint: "make the network, then: load_weights net \"\(file.path.written.visible())\"")
    }
    guard let layers = LayerList(definition, for: session).layers else {
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
    try file.write(
      TensorFile.bytes(
        tensors, metadata: [(Self.key, architecture.definition)], interruption: session.interruption))
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

  init(_ text: String, for session: Session) {
    guard text.hasPrefix("["), text.utf8.count <= Self.longest, Self.holdsOnlyKnownWords(text, session.lexicon) else {
      layers = nil
      return
    }
    var reader = Session(builtins: session.builtins)
    reader.context.limits = session.context.limits
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
  private static func holdsOnlyKnownWords(_ text: String, _ lexicon: Lexicon) -> Bool {
    let labels = Set(
      words.compactMap { lexicon[$0] }.flatMap(\.parameters).map(\.name))
    return Lexer.tokens(of: text).allSatisfy { token in
      switch token.kind {
      case .name(let word): words.contains(word) || labels.contains(word)
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
