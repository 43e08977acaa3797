import Probability
import Vocabulary

/// An initializer in the words of Keras and PyTorch.
///
/// Where they have no rule of that name it is the distribution that the rule draws from in this layer.
struct PythonInitializer {
  private let initializer: any Initializer
  private let inputs: Int
  private let units: Int

  /// Rules that Keras knows under the same name.
  private static let named: Set<String> = [
    "zeros", "ones", "glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform", "lecun_normal",
  ]

  init(_ initializer: any Initializer, _ inputs: Int, _ units: Int) throws(Failure) {
    (self.initializer, self.inputs, self.units) = (initializer, inputs, units)
  }

  /// What Keras's `kernel_initializer=` takes.
  var keras: String {
    get throws(Failure) {
      if Self.named.contains(initializer.name) { return "\"\(initializer.name)\"" }
      switch initializer.name {
      case "orthogonal": return "keras.initializers.Orthogonal(gain=\(number("gain", else: 1).python))"
      case "identity": return "keras.initializers.Identity()"
      default: break
      }
      let drawn = try distribution(of: "Keras")
      let values = drawn.properties.map { $0.value.number ?? .nan }
      switch drawn.name {
      case "constant" where values == [0]: return "\"zeros\""
      case "constant": return "keras.initializers.Constant(\(values[0].python))"
      case "normal": return "keras.initializers.RandomNormal(mean=\(values[0].python), stddev=\(values[1].python))"
      case "uniform": return "keras.initializers.RandomUniform(minval=\(values[0].python), maxval=\(values[1].python))"
      case "truncated_normal" where values[2] == -2 && values[3] == 2:
        return "keras.initializers.TruncatedNormal(mean=\(values[0].python), stddev=\(values[1].python))"
      default: throw stranger("Keras")
      }
    }
  }

  /// A call that fills a tensor of PyTorch.
  func torch(_ tensor: String) throws(Failure) -> String {
    switch initializer.name {
    case "glorot_uniform", "xavier_uniform": return "nn.init.xavier_uniform_(\(tensor))"
    case "xavier_normal": return "nn.init.xavier_normal_(\(tensor))"
    case "he_uniform": return "nn.init.kaiming_uniform_(\(tensor), nonlinearity=\"relu\")"
    case "orthogonal": return "nn.init.orthogonal_(\(tensor), gain=\(number("gain", else: 1).python))"
    case "identity": return "nn.init.eye_(\(tensor))"
    default: break
    }
    let drawn = try distribution(of: "PyTorch")
    let values = drawn.properties.map { $0.value.number ?? .nan }
    switch drawn.name {
    case "constant" where values == [0]: return "nn.init.zeros_(\(tensor))"
    case "constant": return "nn.init.constant_(\(tensor), \(values[0].python))"
    case "normal": return "nn.init.normal_(\(tensor), mean=\(values[0].python), std=\(values[1].python))"
    case "uniform": return "nn.init.uniform_(\(tensor), \(values[0].python), \(values[1].python))"
    case "truncated_normal":
      // PyTorch's bounds are numbers, not standard deviations.
      let (low, high) = (values[0] + values[1] * values[2], values[0] + values[1] * values[3])
      return "nn.init.trunc_normal_(\(tensor), mean=\(values[0].python), std=\(values[1].python), "
        + "a=\(low.python), b=\(high.python))"
    default: throw stranger("PyTorch")
    }
  }

  private func distribution(of library: String) throws(Failure) -> any Distribution {
    do {
      return try initializer.distribution(fanIn: inputs, fanOut: units)
    } catch {
      throw stranger(library)
    }
  }

  private func number(_ name: String, else standard: Double) -> Double {
    initializer.properties.first { $0.name == name }?.value.number ?? standard
  }

  private func stranger(_ library: String) -> Failure {
    Failure(.argument, "\(library) has no initializer like \(initializer.display.printed().text)")
  }
}
