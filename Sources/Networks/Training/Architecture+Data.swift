import Vocabulary

extension Architecture {
  /// The data as the network takes them: where it has an output for each class, the numbers of classes become rows with a
  /// 1 at the class.
  ///
  /// Throws a failure of kind `argument` where the features or targets do not fit.
  public func fitted(_ data: Dataset, loss: any Loss) throws(Failure) -> Dataset {
    if data.count == 0 { throw Failure(.argument, "the data set is empty") }
    if data.features.columns != inputs {
      throw Failure(
        .argument,
        "the data have \(counted(data.features.columns, "feature")), but the network begins with input(\(inputs))")
    }
    let data = outputs > 1 && data.classes == outputs ? data.withTargetPerClass : data
    if data.targets.columns != outputs {
      throw Failure(
        .argument,
        "the data have \(counted(data.targets.columns, "target")) a point, but the last layer has "
          + counted(outputs, "unit"))
    }
    if let odd = data.targets.elements.first(where: { !loss.accepts(target: $0) }), let wanted = loss.wantedTargets {
      throw Failure(.argument, "\(loss.name) needs \(wanted), not \(NumberStyle.standard.text(odd))")
    }
    return data
  }
}
