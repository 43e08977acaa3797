import Vocabulary

/// One reason why a network learns or does not, with the number that decides.
public struct Diagnosis: Sendable {
  public enum Condition: String, Sendable, CaseIterable {
    case notFinite = "not finite"
    case dyingUnits = "dying units"
    case noGradient = "no gradient"
    case vanishing
    case exploding
    case constantOutput = "constant output"
    case saturated
    case stepsTooLong = "steps too long"
    case stepsTooShort = "steps too short"
    case healthy
  }

  public let condition: Condition
  private let numbers: Display

  private init(_ condition: Condition, _ numbers: Display) {
    self.condition = condition
    self.numbers = numbers
  }

  public var display: Display { Display(condition.rawValue) + ": " + numbers }

  /// All that is wrong, the gravest first; that all is well where nothing is.
  ///
  /// Not finite: something is no number any more; the rest does not count then. Dying: more than half of a layer's units
  /// are 0 for every point. Vanishing and exploding: by `Trend`, of the length of ∂L/∂z at the first dense layer against
  /// the last hidden one (the last of all where there are fewer than three); or a layer whose step is less than a
  /// millionth of its weights and a thousandth of another layer's. Constant output: the outputs differ between points by
  /// less than a thousandth of how the targets do. Saturated: more than half of the activations of a layer before the last
  /// are at a bound. Steps too long: one step would change the weights of a layer by more than what they are; layers whose
  /// weights are all 0 do not count, as any step does that to them. Steps too short: none would change a layer's weights
  /// by a millionth, and the loss is still that of a constant output.
  static func all(of inspection: Inspection) -> [Diagnosis] {
    let rows = inspection.rows
    if let beyond = beyond(rows) { return [beyond] }
    var found: [Diagnosis] = []
    if let worst = largest(rows, \.dead), worst.dead > 0.5 {
      found.append(Diagnosis(.dyingUnits, percent(worst.dead) + " of layer \(worst.layer) are 0 for every point"))
    }
    let gradient = gradient(inspection)
    let saturated = saturated(rows)
    // Gradients vanish in saturated layers because they are saturated; they explode in spite of it.
    if gradient?.condition == .vanishing, let saturated { found.append(saturated) }
    if let gradient, gradient.condition != .healthy { found.append(gradient) }
    if gradient?.condition != .vanishing, let saturated { found.append(saturated) }
    if found.isEmpty, let output = rows.last, inspection.isOutputConstant {
      found.append(
        Diagnosis(
          .constantOutput,
          "the outputs of layer \(output.layer) differ by " + rounded(inspection.outputSpread)
            + " from point to point, the targets by " + rounded(inspection.targetSpread)))
    }
    if found.isEmpty, !inspection.hasLearnt, let left = leftBehind(rows) { found.append(left) }
    if let worst = largest(rows, \.finiteChange), worst.finiteChange > 1 {
      found.append(
        Diagnosis(
          .stepsTooLong, "‖ΔW‖ of layer \(worst.layer) is " + rounded(worst.finiteChange) + " times ‖W‖"))
    }
    if found.isEmpty, let short = stepsTooShort(inspection) { found.append(short) }
    if found.isEmpty, let gradient { found.append(gradient) }
    return found
  }

  private static func saturated(_ rows: [Inspection.Row]) -> Diagnosis? {
    guard let worst = largest(rows.dropLast(), \.saturated), worst.saturated > 0.5 else { return nil }
    return Diagnosis(.saturated, percent(worst.saturated) + " of layer \(worst.layer) is at a bound")
  }

  /// How the gradient changes on its way back; nil of no dense layers.
  private static func gradient(_ inspection: Inspection) -> Diagnosis? {
    // Of residual blocks the layers count that write to the way past them.
    let dense = inspection.rows.filter { $0.delta != nil && !$0.isOnBranch }
    guard let first = dense.first, let size = first.delta else { return nil }
    if dense.allSatisfy({ $0.delta == 0 }) {
      return Diagnosis(.noGradient, "‖∂L/∂z‖ is 0 in every layer")
    }
    let steps = max(1, dense.count - 2)
    let last = dense[dense.count > 2 ? dense.count - 2 : dense.count - 1]
    guard first.layer != last.layer else {
      return Diagnosis(.healthy, "‖∂L/∂z‖ of layer \(first.layer) is " + rounded(size))
    }
    // Layers of unlike widths are compared by their whole lengths, not by what a single unit gets; and where z is
    // normalized afterwards, so that its size does not count, by what a change in proportion to it does.
    let (isNormalized, isWide) = (inspection.isNormalized, first.units != last.units)
    let measure = "‖∂L/∂z‖" + (isNormalized ? " × std z" : "") + (isWide ? " × √units" : "")
    let of = Display("\(measure) of layer \(first.layer) is ")
    let (ofFirst, ofLast) = (first.gradientLength(isNormalized), last.gradientLength(isNormalized))
    guard ofLast > 0 else {
      let much =
        ofFirst == 0 ? "0, as that of layer \(last.layer)" : rounded(ofFirst) + ", that of layer \(last.layer) is 0"
      return Diagnosis(.vanishing, of + much)
    }
    let ratio = ofFirst / ofLast
    let trend = Trend(change: ratio, over: steps, hasLearnt: inspection.hasLearnt)
    let whole = of + rounded(ratio) + " times that of layer \(last.layer)"
    let perLayer: Display =
      trend == .healthy || steps == 1 || ratio == 0 ? "" : ", ×" + rounded(Trend.perLayer(ratio, steps)) + " a layer"
    switch trend {
    case .vanishing: return Diagnosis(.vanishing, whole + perLayer)
    case .exploding: return Diagnosis(.exploding, whole + perLayer)
    case .healthy: return Diagnosis(.healthy, whole)
    }
  }

  /// A layer that hardly moves while another does.
  private static func leftBehind(_ rows: [Inspection.Row]) -> Diagnosis? {
    guard let fastest = largest(rows, \.finiteChange), fastest.finiteChange > 0 else { return nil }
    let slowest = rows.filter { $0.change?.isFinite ?? false }.min { $0.finiteChange < $1.finiteChange }
    guard let slowest, slowest.finiteChange < 1e-6, slowest.finiteChange < 1e-3 * fastest.finiteChange else {
      return nil
    }
    return Diagnosis(
      .vanishing,
      "‖ΔW‖ of layer \(slowest.layer) is " + rounded(slowest.finiteChange) + " times ‖W‖, of layer \(fastest.layer) "
        + rounded(fastest.finiteChange) + " times")
  }

  private static func stepsTooShort(_ inspection: Inspection) -> Diagnosis? {
    guard let fastest = largest(inspection.rows, \.finiteChange), (0..<1e-6).contains(fastest.finiteChange),
      fastest.finiteChange > 0, inspection.loss > 0.5 * inspection.constantLoss
    else { return nil }
    return Diagnosis(
      .stepsTooShort,
      "‖ΔW‖ of layer \(fastest.layer) is " + rounded(fastest.finiteChange) + " times ‖W‖, the most of all")
  }

  /// The first values that are no numbers any more, in the order in which they are computed; nil where all are.
  private static func beyond(_ rows: [Inspection.Row]) -> Diagnosis? {
    if let row = rows.first(where: { !($0.weight?.isFinite ?? true) }) {
      return Diagnosis(.notFinite, "weights of layer \(row.layer) are infinite or nan")
    }
    if let row = rows.first(where: { !$0.mean.isFinite }) {
      return Diagnosis(.notFinite, "activations of layer \(row.layer) are too large for a number")
    }
    let row = rows.last { !($0.delta?.isFinite ?? true) || !($0.gradient?.isFinite ?? true) }
    return row.map { Diagnosis(.notFinite, "gradients of layer \($0.layer) are too large for a number") }
  }

  /// The first of the rows with the largest number; nan counts for none.
  private static func largest(
    _ rows: some Collection<Inspection.Row>, _ number: (Inspection.Row) -> Double
  ) -> Inspection.Row? {
    var best: Inspection.Row?
    for row in rows where !number(row).isNaN && best.map({ number(row) > number($0) }) ?? true { best = row }
    return best
  }

  private static func rounded(_ number: Double) -> Display { Display(number, digits: 3) }
  private static func percent(_ share: Double) -> Display { Display(100 * share, digits: 3) + "%" }
}

extension Inspection.Row {
  /// ‖ΔW‖ / ‖W‖, 0 where there is none and where the weights are 0.
  fileprivate var finiteChange: Double { change.map { $0.isFinite ? $0 : 0 } ?? 0 }
  /// The root of the mean over points of the squared length of ∂L/∂z, times the standard deviation of z if that is wanted.
  fileprivate func gradientLength(_ isNormalized: Bool) -> Double {
    (delta ?? 0) * Double(units).squareRoot() * (isNormalized ? sumDeviation ?? 1 : 1)
  }
}
