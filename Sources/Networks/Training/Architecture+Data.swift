import Vocabulary

/// What data are for.
public enum DataRole: Sendable {
  case training, validation
}

extension Failure {
  /// The same of the validation data.
  fileprivate var ofValidation: Failure {
    guard kind == .argument else { return self }
    var copy = about("validation")
    copy.message =
      message.hasPrefix("the data") ? "the validation" + message.dropFirst(3) : "validation data: " + message
    return copy
  }
}

extension Matrix {
  fileprivate var rowsAreEqual: Bool {
    let first = elements.prefix(columns)
    return (1..<max(1, rows)).allSatisfy { elements[$0 * columns..<($0 + 1) * columns].elementsEqual(first) }
  }

  /// The first row whose numbers do not add up to 1.
  fileprivate var rowWithoutSumOfOne: Int? {
    (0..<rows).first { (row($0).reduce(0, +) - 1).magnitude > 1e-6 }
  }
}

extension Architecture {
  /// The data as the network takes them: where it has an output for each class, the numbers of classes become rows with a
  /// 1 at the class.
  ///
  /// Throws a failure of kind `argument` where the features or targets do not fit, or a number of them is not finite.
  public func fitted(_ data: Dataset, loss: any Loss, as role: DataRole = .training) throws(Failure) -> Dataset {
    do {
      return try fitted(data, loss)
    } catch {
      throw role == .validation ? error.ofValidation : error
    }
  }

  private func fitted(_ data: Dataset, _ loss: any Loss) throws(Failure) -> Dataset {
    if data.count == 0 { throw Failure(.argument, "the data set is empty", about: .argument("data")) }
    if data.features.columns != inputs {
      throw Failure(
        .argument,
        "the data have \(counted(data.features.columns, "feature")), but the network begins with input(\(inputs))",
        about: .argument("data"))
    }
    try data.checkFinite()
    try checkClasses(of: data)
    let data = outputs > 1 && data.classes == outputs ? data.withTargetPerClass : data
    if data.targets.columns != outputs {
      throw Failure(
        .argument,
        "the data have \(counted(data.targets.columns, "target")) a point, but the last layer has "
          + counted(outputs, "unit"), about: .argument("data"), hint: hintOfClasses(in: data))
    }
    if let odd = data.targets.elements.first(where: { !loss.accepts(target: $0) }), let wanted = loss.wantedTargets {
      throw Failure(
        .argument, "\(loss.name) needs \(wanted), not \(NumberStyle.standard.text(odd))", about: .argument("data"))
    }
    return data
  }

  /// Throws a failure of kind `argument` where the outputs cannot tell the data's classes apart: one output is below or
  /// above a boundary, several have a class each.
  public func checkClasses(of data: Dataset) throws(Failure) {
    guard let classes = data.classes, outputs == 1 ? classes > 2 : classes != outputs else { return }
    throw Failure(
      .argument,
      "the data have \(classes == 1 ? "1 class" : "\(classes) classes"), but the last layer has "
        + counted(outputs, "unit"), about: .argument("data"),
      hint: classes > 2 ? "end with dense(\(classes), softmax)" : "end with dense(1, sigmoid) or dense(2, softmax)")
  }

  /// Said of targets that look like numbers of classes, of which nobody said so.
  private func hintOfClasses(in data: Dataset) -> String? {
    let targets = data.targets.elements
    guard data.classes == nil, data.targets.columns == 1, targets.max() == Double(outputs - 1),
      targets.allSatisfy({ $0 >= 0 && Int(exactly: $0) != nil })
    else { return nil }
    return "if the targets are numbers of classes, say so: dataset(features, targets, classes=\(outputs))"
  }

  /// What runs, but only by accident, if at all; given how many points go through at once in training.
  public func cautions(for data: Dataset, loss: any Loss, batchSize: Int? = nil) -> [String] {
    guard let last = layers.last else { return [] }
    if last is BuiltDropout {
      return ["dropout, the last layer, silences the outputs themselves; put it before the last dense layer"]
    }
    return [
      caution(last, loss), caution(last, targetsOf: data), data.sameness, data.scaleCaution,
      batchSize.flatMap { caution(batchOf: min($0, data.count)) },
    ].compactMap(\.self)
  }

  /// Batch normalization takes each point of a batch of one for the mean.
  private func caution(batchOf points: Int) -> String? {
    guard points == 1, let index = layers.firstIndex(where: { $0 is BuiltBatchNormalization }) else { return nil }
    return "in a batch of 1 point batch normalization, layer \(index + 1), puts out the same whatever comes in; "
      + "take more points at once"
  }

  /// What the last layer puts out, beside what the loss takes it for.
  private func caution(_ last: any BuiltLayer, _ loss: any Loss) -> String? {
    let (name, bounds) = (last.activation.name, last.activation.bounds)
    let areShares = !last.activation.isElementwise
    if areShares, last.units == 1 {
      return "one unit of \(name) puts out 1 for every point and cannot learn; end with dense(1, sigmoid)"
    }
    let areProbabilities = bounds.lowerBound >= 0 && bounds.upperBound <= 1
    switch loss.wantedOutputs {
    case .anyNumber:
      guard last.units == 1, bounds.lowerBound >= loss.boundary || bounds.upperBound <= loss.boundary else {
        return nil
      }
      let side = bounds.lowerBound >= loss.boundary ? "above" : "below"
      return "\(loss.name) tells classes apart at \(Self.text(loss.boundary)), but all outputs of \(name) are \(side); "
        + "end with dense(1, tanh) or dense(1)"
    case .probabilities where areShares:
      return "\(loss.name) takes each output by itself, but those of \(name) add up to 1; "
        + "behind \(name) belongs categorical_crossentropy"
    case .probabilities where !areProbabilities:
      return "\(loss.name) takes outputs for probabilities and cuts what is not between 0 and 1, "
        + "which \(name) puts out; end with sigmoid"
    case .shares where !areShares:
      return "\(loss.name) takes outputs for shares that add up to 1, which those of \(name) do not; "
        + (last.units == 1 ? "end with dense(1, sigmoid) and binary_crossentropy" : "end with softmax")
    case .probabilities, .shares: return nil
    }
  }

  /// Quantities that the last layer cannot put out.
  private func caution(_ last: any BuiltLayer, targetsOf data: Dataset) -> String? {
    let (name, bounds) = (last.activation.name, last.activation.bounds)
    guard data.classes == nil, let least = data.targets.elements.min(), let most = data.targets.elements.max() else {
      return nil
    }
    guard least < bounds.lowerBound || most > bounds.upperBound else {
      guard !last.activation.isElementwise, let row = data.targets.rowWithoutSumOfOne else { return nil }
      return "outputs of \(name) add up to 1, but the targets in row \(row) to "
        + "\(Self.text(data.targets.row(row).reduce(0, +))); end with a linear layer or sigmoid"
    }
    return "targets go from \(Self.text(least)) to \(Self.text(most)), but outputs of \(name) only from "
      + "\(Self.text(bounds.lowerBound)) to \(Self.text(bounds.upperBound)); end with a linear layer"
  }

  private static func text(_ number: Double) -> String { NumberStyle(digits: 4).text(number) }
}

extension Dataset {
  /// Throws a failure of kind `argument` that names the first number that is infinite or nan.
  public func checkFinite() throws(Failure) {
    for (matrix, what) in [(features, "features"), (targets, "targets")] {
      guard let index = matrix.elements.firstIndex(where: { !$0.isFinite }) else { continue }
      throw Failure(
        .argument,
        "row \(index / matrix.columns), column \(index % matrix.columns) of the \(what) is "
          + NumberStyle.standard.text(matrix.elements[index]),
        hint: "rows and columns are counted from 0; leave such points out or fill them in")
    }
  }

  /// Said where there is nothing to tell apart, or nothing to tell it apart by.
  fileprivate var sameness: String? {
    guard count > 1 else { return classes == nil ? nil : "there is only 1 point: nothing to tell apart" }
    guard targets.rowsAreEqual else {
      return features.rowsAreEqual ? "all points have the same features: nothing can tell them apart" : nil
    }
    if classes != nil, let number = classNumber(of: 0) {
      let name = names.classes.indices.contains(number) ? names.classes[number] : "\(number)"
      return "all points are of class \(name): there is nothing to tell apart"
    }
    return "all points have the same target: there is nothing to learn but a constant"
  }

  /// Said of features whose standard deviations differ a thousandfold; constant ones do not count.
  fileprivate var scaleCaution: String? {
    let deviations = (0..<features.columns).map { Moments(of: features.column($0)).standardDeviation }
    // What differs by rounding only is constant.
    let rounding = 1e-12 * (deviations.filter(\.isFinite).max() ?? 0)
    let spread = deviations.indices.filter { deviations[$0] > rounding }
    guard let least = spread.min(by: { deviations[$0] < deviations[$1] }),
      let most = spread.max(by: { deviations[$0] < deviations[$1] }), deviations[most] >= 1000 * deviations[least]
    else { return nil }
    let style = NumberStyle(digits: 3)
    return "features are on unlike scales: the standard deviation of column \(least) is "
      + "\(style.text(deviations[least])), of column \(most) \(style.text(deviations[most])); standardize(data)"
  }
}
