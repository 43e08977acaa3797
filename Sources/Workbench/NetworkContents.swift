import Networks
import Vocabulary

/// A network with its weights of the moment, which lie in the session.
public struct NetworkContents: Record {
  let network: Network
  let state: NetworkStore.State

  public var kind: String { network.kind }
  public var display: Display { network.display }

  private var architecture: Architecture { network.architecture }

  public static let fields: [Field<NetworkContents>] = [
    Field(
      "layers", "its layers with their weights as they are; layers[0] is layer 1", aliases: ["weights", "layer"]
    ) { contents in
      contents.architecture.layers.indices.map {
        Value.object(NetworkLayer($0 + 1, of: contents.architecture, parameters: contents.state.weights))
      }
    },
    Field("inputs", "how many features it takes") { $0.architecture.inputs },
    Field("outputs", "how many numbers it puts out") { $0.architecture.outputs },
    Field("parameters", "how many numbers it consists of") { $0.architecture.parameterCount },
    Field("loss", "the loss that it was last trained with", only: "after train") {
      $0.state.loss.map { Value.object($0) }
    },
    Field("optimizer", "the optimizer that it was last trained with", only: "after train") {
      $0.state.training.map { Value.object($0.optimizer) }
    },
  ]
}
