/// An activation in the words of Keras and PyTorch.
struct PythonActivation {
  /// What Keras's `activation=` takes.
  let keras: String
  /// The module of PyTorch; nil for linear, which needs none.
  let torch: String?

  private static let modules = [
    "sigmoid": "Sigmoid()", "tanh": "Tanh()", "relu": "ReLU()", "elu": "ELU()", "selu": "SELU()", "gelu": "GELU()",
    "silu": "SiLU()", "softplus": "Softplus()", "softsign": "Softsign()", "hard_sigmoid": "Hardsigmoid()",
    "mish": "Mish()", "softmax": "Softmax(dim=1)",
  ]

  init(_ activation: any Activation) {
    if let leaky = activation as? LeakyRelu {
      keras = "keras.layers.LeakyReLU(negative_slope=\(leaky.negativeSlope.python))"
      torch = "nn.LeakyReLU(\(leaky.negativeSlope.python))"
    } else {
      keras = "\"\(activation.name)\""
      torch = activation is Linear ? nil : Self.modules[activation.name].map { "nn." + $0 } ?? "Exponential()"
    }
  }

  /// What PyTorch has no module for.
  static let exponential = """
    class Exponential(nn.Module):
        def forward(self, x):
            return torch.exp(x)
    """
}
