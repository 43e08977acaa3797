import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let loadWeights = Builtin(
    "load_weights", "Gives a network the weights in a safetensors file, whoever wrote it.",
    Parameter("network", .network, "the network; its weights are changed"),
    Parameter("path", .file([".safetensors"]), "the file's name, which ends in .safetensors"),
    documentation: Documentation(
      notes:
        "Arrays are taken layer by layer in the order of their names; the last part of a name says what an array is. A "
        + "kernel has a row for each input, as in Keras, a weight a row for each unit, as in PyTorch. Batch normalization "
        + "has gamma or weight, beta or bias, moving_mean or running_mean, moving_variance or running_var. Numbers may have "
        + "64, 32 or 16 bits. rewind still leads back to the initial weights.",
      examples: [
        Example(
          """
          a = sequential(input(2), dense(1), seed=1); save a "a.safetensors" as=torch; \
          b = sequential(input(2), dense(1), seed=2); load_weights b "a.safetensors"; weights(b) == weights(a)
          """,
          gives: """
            sequential: 2 → 1 linear, 3 parameters
            saved a network to a.safetensors ([..] bytes)
            sequential: 2 → 1 linear, 3 parameters
            sequential: 2 → 1 linear, 3 parameters
            [[1],
             [1]]
            """)
      ],
      seeAlso: ["load", "save"],
      aliases: ["load_state_dict", "load_file", "set_weights"])
  ) { (session: inout Session, network, path) throws(Failure) in
    let path = try FilePath(path)
    guard try FileFormats.format(of: path, forReading: true) is SafetensorsFormat else {
      throw Failure(.file, "weights are read from files that end in .safetensors")
    }
    let file = try FileReader(path, for: session)
    let tensors = try SafetensorsFormat.tensors(of: file)
    do throws(Failure) {
      session.networks[network].weights = try network.architecture.weights(from: tensors)
    } catch {
      throw file.named(error)
    }
    return .object(network)
  }
}
