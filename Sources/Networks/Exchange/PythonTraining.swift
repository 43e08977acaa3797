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
