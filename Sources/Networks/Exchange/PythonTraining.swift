import Vocabulary

/// How a network was last trained, in the words of Keras and PyTorch.
struct PythonTraining {
  let training: Training

  private static let kerasLosses = [
    "mse": "MeanSquaredError()", "mae": "MeanAbsoluteError()", "log_cosh": "LogCosh()", "hinge": "Hinge()",
    "binary_crossentropy": "BinaryCrossentropy()", "categorical_crossentropy": "CategoricalCrossentropy()",
    "kl_divergence": "KLDivergence()",
  ]
  private static let kerasOptimizers = [
    "sgd": "SGD", "adagrad": "Adagrad", "adadelta": "Adadelta", "rmsprop": "RMSprop", "adam": "Adam", "adamw": "AdamW",
    "adamax": "Adamax", "nadam": "Nadam",
  ]
  /// Keras's word for an option of gradus's.
  private static let kerasOptions = [
    "clip_value": "clipvalue", "clip_norm": "clipnorm", "global_clip_norm": "global_clipnorm",
  ]

  /// `keras.losses.MeanSquaredError()`
  var kerasLoss: String {
    get throws(Failure) {
      if let huber = training.loss as? Huber { return "keras.losses.Huber(delta=\(huber.delta.python))" }
      guard let loss = Self.kerasLosses[training.loss.name] else {
        throw Failure(.argument, "Keras has no loss like \(training.loss.name)")
      }
      return "keras.losses.\(loss)"
    }
  }

  /// `keras.optimizers.SGD(learning_rate=0.01)`
  var kerasOptimizer: String {
    get throws(Failure) {
      guard let name = Self.kerasOptimizers[training.optimizer.name] else {
        throw Failure(.argument, "Keras has no optimizer like \(training.optimizer.name)")
      }
      let parts = try options.map { "\(Self.kerasOptions[$0.name] ?? $0.name)=\($0.text)" }
      return "keras.optimizers.\(name)(\(parts.joined(separator: ", ")))"
    }
  }

  /// `torch.optim.SGD(net.parameters(), lr=0.01)`, and what clips the gradients before its step.
  var torchOptimizer: (call: String, clipping: String?) {
    get throws(Failure) {
      let given = Dictionary(uniqueKeysWithValues: try options.map { ($0.name, $0.text) })
      func value(_ name: String) -> String { given[name] ?? "0.0" }
      let hasNesterov = given["nesterov"] == "True" && value("momentum") != "0.0"
      let betas = "betas=(\(value("beta_1")), \(value("beta_2"))), eps=\(value("epsilon"))"
      let (name, parts): (String, [String]) =
        switch training.optimizer.name {
        case "sgd": ("SGD", ["momentum=\(value("momentum"))"] + (hasNesterov ? ["nesterov=True"] : []))
        case "adagrad":
          ("Adagrad", ["initial_accumulator_value=\(value("initial_accumulator_value"))", "eps=\(value("epsilon"))"])
        case "adadelta": ("Adadelta", ["rho=\(value("rho"))", "eps=\(value("epsilon"))"])
        case "rmsprop":
          (
            "RMSprop",
            [
              "alpha=\(value("rho"))", "momentum=\(value("momentum"))", "eps=\(value("epsilon"))",
              "centered=\(given["centered"] ?? "False")",
            ]
          )
        case "adam": ("Adam", [betas])
        case "adamw": ("AdamW", [betas])
        case "adamax": ("Adamax", [betas])
        case "nadam": ("NAdam", [betas])
        default: throw Failure(.argument, "PyTorch has no optimizer like \(training.optimizer.name)")
        }
      var all = ["net.parameters()", "lr=\(value("learning_rate"))"] + parts
      if let decay = given["weight_decay"] {
        // Keras takes it off the weight itself, as PyTorch only does for AdamW.
        guard name == "AdamW" else {
          throw Failure(
            .argument, "PyTorch's \(name) adds weight decay to the gradients",
            hint: "train with adamw, where both agree")
        }
        all.append("weight_decay=\(decay)")
      } else if name == "AdamW" {
        all.append("weight_decay=0.0")
      }
      let clipping: String? =
        if let bound = given["clip_value"] {
          "nn.utils.clip_grad_value_(net.parameters(), \(bound))"
        } else if let bound = given["global_clip_norm"] {
          "nn.utils.clip_grad_norm_(net.parameters(), \(bound))"
        } else if let bound = given["clip_norm"] {
          "[nn.utils.clip_grad_norm_([p], \(bound)) for p in net.parameters()]"
        } else {
          nil
        }
      return ("torch.optim.\(name)(\(all.joined(separator: ", ")))", clipping)
    }
  }

  /// An expression of `p`, what the network puts out, and `y`.
  var torchLoss: String {
    get throws(Failure) {
      if let huber = training.loss as? Huber { return "nn.functional.huber_loss(p, y, delta=\(huber.delta.python))" }
      switch training.loss.name {
      case "mse": return "nn.functional.mse_loss(p, y)"
      case "mae": return "nn.functional.l1_loss(p, y)"
      case "log_cosh": return "torch.log(torch.cosh(p - y)).mean()"
      case "hinge": return "torch.relu(1 - torch.where(y == 0, -1, y) * p).mean()"
      case "binary_crossentropy": return "nn.functional.binary_cross_entropy(p.clamp(1e-7, 1 - 1e-7), y)"
      case "categorical_crossentropy": return "-(y * torch.log(p.clamp(1e-7, 1 - 1e-7))).sum(1).mean()"
      case "kl_divergence":
        return "(y.clamp(1e-7, 1) * torch.log(y.clamp(1e-7, 1) / p.clamp(1e-7, 1))).sum(1).mean()"
      default: throw Failure(.argument, "PyTorch has no loss like \(training.loss.name)")
      }
    }
  }

  /// The optimizer's options in Python's notation; throws where the learning rate is a schedule.
  private var options: [(name: String, text: String)] {
    get throws(Failure) {
      var options: [(name: String, text: String)] = []
      for property in training.optimizer.properties + training.optimizer.adjustments.properties {
        switch property.value {
        case .number(let number): options.append((property.name, number.python))
        case .truth(let truth): options.append((property.name, truth ? "True" : "False"))
        default:
          throw Failure(
            .argument, "the \(property.name) that it was trained with, \(property.value.brief), cannot be exported",
            hint: "train it with a number as learning_rate=")
        }
      }
      return options
    }
  }
}
