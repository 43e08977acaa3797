import Vocabulary

/// One reason why a network learns or does not, with the numbers behind it.
public struct Finding: Sendable {
  /// `vanishing`, `exploding`, `dying units`, `saturated`, `steps too long`, `no pull`, `not finite` or `healthy`.
  public let word: String
  private let numbers: Display

  public var display: Display { Display(word) + ": " + numbers }

  /// Of all rows, the gravest first.
  ///
  /// The pull at the first dense layer is compared with that at the last hidden one (at the last of all where there are
  /// fewer than three). Vanishing: it is less than a thousandth. Exploding: more than a hundred times. Dying: more than
  /// half of a layer's units are dead. Saturated: more than half of the activations of a layer before the last are at a
  /// bound. Steps too long: one step would change the weights of a layer by more than what they are; layers whose weights
  /// are all 0 do not count, as any step does that to them.
  static func all(of rows: [Inspection.Row]) -> [Finding] {
    if let beyond = beyond(rows) { return [beyond] }
    var findings: [Finding] = []
    if let worst = largest(rows, \.dead), worst.dead > 0.5 {
      findings.append(
        Finding(
          word: "dying units",
          numbers: percent(worst.dead) + " of layer \(worst.layer) are 0 for every point"))
    }
    let pull = pull(rows)
    if let pull, pull.word != "healthy" { findings.append(pull) }
    if let worst = largest(rows.dropLast(), \.saturated), worst.saturated > 0.5 {
      findings.append(
        Finding(word: "saturated", numbers: percent(worst.saturated) + " of layer \(worst.layer) is at a bound"))
    }
    if let worst = largest(rows, \.finiteChange), worst.finiteChange > 1 {
      findings.append(
        Finding(
          word: "steps too long",
          numbers: "‖ΔW‖ of layer \(worst.layer) is " + rounded(worst.finiteChange) + " times ‖W‖"))
    }
    if findings.isEmpty, let pull { findings.append(pull) }
    return findings
  }

  /// How the pull changes on its way back; nil of no dense layers.
  private static func pull(_ rows: [Inspection.Row]) -> Finding? {
    let pulls = rows.compactMap { row in row.delta.map { (layer: row.layer, delta: $0) } }
    guard let first = pulls.first else { return nil }
    let last = pulls[pulls.count > 2 ? pulls.count - 2 : pulls.count - 1]
    if pulls.allSatisfy({ $0.delta == 0 }) {
      return Finding(word: "no pull", numbers: "‖∂L/∂z‖ is 0 in every layer")
    }
    if first.layer == last.layer {
      return Finding(word: "healthy", numbers: "‖∂L/∂z‖ of layer \(first.layer) is " + rounded(first.delta))
    }
    let of = "‖∂L/∂z‖ of layer \(first.layer) is "
    guard last.delta > 0 else {
      let much =
        first.delta == 0
        ? "0, as that of layer \(last.layer)" : rounded(first.delta) + ", that of layer \(last.layer) is 0"
      return Finding(word: "vanishing", numbers: "\(of)" + much)
    }
    let ratio = first.delta / last.delta
    return Finding(
      word: ratio < 1e-3 ? "vanishing" : ratio > 100 ? "exploding" : "healthy",
      numbers: "\(of)" + rounded(ratio) + " times that of layer \(last.layer)")
  }

  /// The first values that are no numbers any more, in the order in which they are computed; nil where all are.
  private static func beyond(_ rows: [Inspection.Row]) -> Finding? {
    func finding(_ what: String, _ row: Inspection.Row) -> Finding {
      Finding(word: "not finite", numbers: "\(what) of layer \(row.layer) are too large for a number")
    }
    if let row = rows.first(where: { !$0.mean.isFinite }) { return finding("activations", row) }
    let pulled = rows.last { !($0.delta?.isFinite ?? true) || !($0.gradient?.isFinite ?? true) }
    return pulled.map { finding("gradients", $0) }
  }

  /// The first of the rows with the largest number.
  private static func largest(
    _ rows: some Collection<Inspection.Row>, _ number: (Inspection.Row) -> Double
  ) -> Inspection.Row? {
    var best: Inspection.Row?
    for row in rows where best.map({ number(row) > number($0) }) ?? true { best = row }
    return best
  }

  private static func rounded(_ number: Double) -> Display { Display(number, digits: 3) }
  private static func percent(_ share: Double) -> Display { Display(100 * share, digits: 3) + "%" }
}

extension Inspection.Row {
  /// ‖ΔW‖ / ‖W‖, 0 where there is none and where the weights are 0.
  fileprivate var finiteChange: Double { change.map { $0.isFinite ? $0 : 0 } ?? 0 }
}
