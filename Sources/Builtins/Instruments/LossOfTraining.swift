import Networks
import Vocabulary
import Workbench

extension Parameter where Output == (any Loss)? {
  /// The `loss=` of everything that looks at a network.
  static var lossOfTraining: Parameter {
    .optional("loss", .loss, "the loss; else that of the last training, else mse")
  }
}

extension Session {
  /// The loss that was given, else that of the network's last training, else mse.
  func loss(_ given: (any Loss)?, for network: Network) -> any Loss {
    given ?? networks[network].loss ?? MeanSquaredError()
  }
}
