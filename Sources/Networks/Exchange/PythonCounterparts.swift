import Probability

/// An activation in Python source for Keras 3 and PyTorch 2.
public struct PythonActivation: Sendable {
  /// What Keras's `activation=` takes: `"tanh"`, with its quotation marks.
  public let keras: String
  /// What must be defined before, where Keras has nothing of the kind; several things with two empty lines between them.
  public let kerasDefinition: String?
  /// The module behind `nn.Linear`: `nn.Tanh()`; nil where it needs none.
  public let torch: String?
  /// What must be defined before, where `torch.nn` has nothing of the kind.
  public let torchDefinition: String?

  public init(keras: String, kerasDefinition: String? = nil, torch: String?, torchDefinition: String? = nil) {
    self.keras = keras
    self.kerasDefinition = kerasDefinition
    self.torch = torch
    self.torchDefinition = torchDefinition
  }
}

/// A loss in Python source.
public struct PythonLoss: Sendable {
  /// What Keras's `loss=` takes: `keras.losses.MeanSquaredError()`.
  let keras: String
  /// An expression of `p`, what the network puts out, and `y`, with `nn` and `torch` imported.
  let torch: String

  public init(keras: String, torch: String) {
    self.keras = keras
    self.torch = torch
  }
}

/// An optimizer in Python source.
public struct PythonOptimizer: Sendable {
  /// The class in `keras.optimizers`; its options are called as gradus's.
  let keras: String
  /// The class in `torch.optim`.
  let torch: String
  /// Its options but for the learning rate and weight decay: `momentum=0.9`.
  let torchOptions: [String]
  /// Whether PyTorch takes weight decay off the weights, as Keras always does, and does not add it to the gradients.
  let torchDecouplesDecay: Bool

  public init(keras: String, torch: String, _ torchOptions: [String], torchDecouplesDecay: Bool = false) {
    self.keras = keras
    self.torch = torch
    self.torchOptions = torchOptions
    self.torchDecouplesDecay = torchDecouplesDecay
  }
}

/// A layer in Python source for one library.
public struct PythonLayer: Sendable {
  /// For Keras the call that makes it, without its closing parenthesis: `keras.layers.Dense(5`; for PyTorch the modules
  /// that it is in `torch.nn.Sequential`.
  let modules: [String]
  /// What gives the parameters of PyTorch's first module their initial values, as calls with `layer` for the module.
  let initialization: [String]
  /// What must be defined before.
  let definition: String?
  /// Whether PyTorch's module keeps more than its parameters.
  let keepsMore: Bool

  public init(
    _ modules: [String], initialization: [String] = [], definition: String? = nil, keepsMore: Bool = false
  ) {
    self.modules = modules
    self.initialization = initialization
    self.definition = definition
    self.keepsMore = keepsMore
  }
}
