import Probability
import Vocabulary

/// How a network was last trained, in the words of Keras and PyTorch.
struct PythonTraining {
  private let training: Training
  private var optimizer: any Optimizer { training.optimizer }

  init(_ training: Training) { self.training = training }

  /// Keras's word for an option of gradus's.
  private static let kerasOptions = [
    "clip_value": "clipvalue", "clip_norm": "clipnorm", "global_clip_norm": "global_clipnorm",
  ]

  /// `keras.optimizers.SGD(learning_rate=0.01)`
  var kerasOptimizer: String {
    get throws(Failure) {
      let parts = try options.map { "\(Self.kerasOptions[$0.name] ?? $0.name)=\($0.text)" }
      return "keras.optimizers.\(try counterpart(in: "Keras").keras)(\(parts.joined(separator: ", ")))"
    }
  }

  /// `torch.optim.SGD(net.parameters(), lr=0.01)`
  var torchOptimizer: String {
    get throws(Failure) {
      let python = try counterpart(in: "PyTorch")
      let options = try options
      let rate = options.first { $0.name == "learning_rate" }?.text ?? "0.0"
      var parts = ["net.parameters()", "lr=\(rate)"] + python.torchOptions
      if python.torchDecouplesDecay {
        parts.append("weight_decay=\(optimizer.adjustments.weightDecay.python)")
      } else if optimizer.adjustments.weightDecay > 0 {
        throw Failure(
          .argument, "PyTorch's \(python.torch) adds weight decay to the gradients",
          hint: "train with adamw, where both agree")
      }
      return "torch.optim.\(python.torch)(\(parts.joined(separator: ", ")))"
    }
  }

  /// Keras's argument for how much classes count; empty where all count the same.
  var kerasWeights: String {
    get throws(Failure) {
      switch training.pointWeights {
      case nil: return ""
      case .ofClasses(let weights):
        let parts = weights.enumerated().map { "\($0): \($1.python)" }
        return ", class_weight={\(parts.joined(separator: ", "))}"
      case .ofPoints: throw pointsHaveWeights
      }
    }
  }

  /// The function `loss(p, y)`. Where classes count differently, each class's mean loss counts by its share of the points,
  /// which is what Keras's sum over the number of points is.
  var torchLoss: [String] {
    get throws(Failure) {
      let plain = training.loss.python.torch
      switch training.pointWeights {
      case nil: return ["def loss(p, y):", "    return \(plain)"]
      case .ofClasses(let weights):
        return [
          "def plain_loss(p, y):", "    return \(plain)", "", "", "def loss(p, y):",
          "    c = y.argmax(1) if y.shape[1] > 1 else y[:, 0].long()",
          "    weights = [\(weights.map(\.python).joined(separator: ", "))]",
          "    return sum(weights[k] * (c == k).sum() / len(c) * plain_loss(p[c == k], y[c == k]) for k in c.unique())",
        ]
      case .ofPoints: throw pointsHaveWeights
      }
    }
  }

  private var pointsHaveWeights: Failure {
    Failure(
      .argument, "the sample_weights that it was trained with belong to the data and cannot be exported",
      hint: "train it without them, or with class_weights=")
  }

  /// What clips the gradients before a step of PyTorch's optimizer; nil where nothing does.
  var torchClipping: String? {
    let adjustments = optimizer.adjustments
    if let bound = adjustments.clipValue {
      return "nn.utils.clip_grad_value_(net.parameters(), \(bound.python))"
    }
    if let bound = adjustments.globalClipNorm {
      return "nn.utils.clip_grad_norm_(net.parameters(), \(bound.python))"
    }
    return adjustments.clipNorm.map { "[nn.utils.clip_grad_norm_([p], \($0.python)) for p in net.parameters()]" }
  }

  private func counterpart(in library: String) throws(Failure) -> PythonOptimizer {
    if let python = optimizer.python { return python }
    throw Failure(.argument, "\(library) has no optimizer like \(optimizer.name)")
  }

  /// The optimizer's options in Python's notation; throws where the learning rate is a schedule.
  private var options: [(name: String, text: String)] {
    get throws(Failure) {
      var options: [(name: String, text: String)] = []
      for property in optimizer.properties + optimizer.adjustments.properties {
        switch property.value {
        case .number(let number): options.append((property.name, number.python))
        case .truth(let truth): options.append((property.name, truth.python))
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
