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
