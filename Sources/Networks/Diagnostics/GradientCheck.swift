import Vocabulary

/// The derivatives by the chain rule beside those by differences.
///
/// Relative errors are |analytic - numeric| / max(|analytic|, |numeric|, floor); below the floor, a millionth of which is
/// what rounding the loss does to a difference, no difference tells anything.
public struct GradientCheck: Record {
  /// One layer with parameters.
  public struct Row: Sendable {
    /// Counted from 1.
    public let layer: Int
    public let outline: String
    public let checked: Int
    /// The largest |∂L/∂w| of the parameters that were checked.
    public let largest: Double
    /// The largest distance between both derivatives.
    public let difference: Double
    public let relativeError: Double
    /// The parameter that has it.
    let worst: Parameter?
  }

  /// One parameter with both derivatives.
  struct Parameter: Sendable {
    let name: String
    let analytic: Double
    let numeric: Double
  }

  public let rows: [Row]
  /// An activation or a loss that has a kink, where differences may lie on both sides of it.
  public let kinked: String?

  /// Up to which relative error both agree.
  public static let tolerance = 1e-5
  /// Of a layer with more parameters, so many are checked, evenly spread.
  public static let mostChecked = 100

  /// The difference quotient of one parameter and its relative error. Where they do not agree, a smaller step may no
  /// longer reach across a kink.
  fileprivate static func compare(
    _ analytic: Double, parameter index: Int, _ pass: FullBatchPass, _ loss: Double
  ) throws(Failure) -> (numeric: Double, error: Double) {
    var best = (numeric: Double.nan, error: Double.nan)
    let weights = pass.workspace.weights
    let weight = weights[index]
    defer { weights[index] = weight }
    for width in [1e-5, 1e-6, 1e-7] {
      let step = width * max(1, weight.magnitude)
      let (above, below) = (weight + step, weight - step)
      weights[index] = above
      let high = try pass.run(backward: false)
      weights[index] = below
      let low = try pass.run(backward: false)
      let numeric = (high - low) / (above - below)
      let floor = 1e6 * loss.magnitude.ulp / step
      let error = (analytic - numeric).magnitude / max(analytic.magnitude, numeric.magnitude, floor)
      if !(best.error <= error) { best = (numeric, error) }
      if best.error <= tolerance { break }
    }
    return best
  }

  /// Nan where one of them is.
  fileprivate static func maximum(_ a: Double, _ b: Double) -> Double { b <= a || a.isNaN ? a : b }

  fileprivate static func checkedParameters(of count: Int) -> [Int] {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: mostChecked)
    return count <= mostChecked
      ? Array(0..<count) : (0..<mostChecked).map { $0 * whole + $0 * rest / mostChecked }
  }

  public var kind: String { "gradient check" }

  private static let columns = ["layer", "units", "checked", "largest", "difference", "relative_error"]

  public static let fields: [Field<GradientCheck>] = [
    Field("layer", "the numbers of the layers with parameters, from 1") { $0.rows.map(\.layer) },
    Field("units", "what the layers are, such as \"5 tanh\"") { $0.rows.map(\.outline) },
    Field("checked", "how many parameters are checked") { $0.rows.map(\.checked) },
    Field("largest", "the largest of the derivatives that are checked", symbol: "max |∂L/∂w|", as: .digits(3)) {
      $0.rows.map(\.largest)
    },
    Field("difference", "the largest distance between both derivatives", as: .digits(3)) { $0.rows.map(\.difference) },
    Field("relative_error", "the largest relative error", as: .digits(2)) { $0.rows.map(\.relativeError) },
    Field("verdict", "agree, differ or not finite") { $0.finding.word },
  ]

  /// The largest relative error of all layers; nan where some derivative is not finite.
  public var relativeError: Double { rows.reduce(0) { Self.maximum($0, $1.relativeError) } }
  public var agrees: Bool { relativeError <= Self.tolerance }

  public var display: Display {
    let parts = [Display(table(Self.columns)), Self.legend(of: Self.columns), "\(finding.word): \(finding.reason)"]
    return parts.joined(separator: "\n")
  }

  private var finding: (word: String, reason: Display) {
    guard let row = rows.first(where: { !($0.relativeError <= Self.tolerance) }), let worst = row.worst else {
      return ("agree", "the largest relative error is " + Display(relativeError, digits: 2))
    }
    if !worst.analytic.isFinite || !worst.numeric.isFinite {
      return ("not finite", "the derivative by \(worst.name) in layer \(row.layer)")
    }
    let both: Display = "\(worst.analytic) by the chain rule, \(worst.numeric) by differences"
    let kink = kinked.map { "\n\($0) has a kink, at which both may be right" } ?? ""
    return ("differ", "\(worst.name) in layer \(row.layer): " + both + Display(kink))
  }
}

extension Architecture {
  /// Compares the derivatives of the loss with differences, parameter by parameter.
  ///
  /// Throws where the data do not fit, and when it is interrupted.
  public func checkGradient(
    _ weights: [Double], on data: Dataset, loss: any Loss, interruption: Interruption = Interruption(),
    progress: (@Sendable (WorkProgress?) -> Void)? = nil
  ) throws(Failure) -> GradientCheck {
    let pass = try FullBatchPass(self, weights, on: data, loss: loss, interruption: interruption)
    defer { progress?(nil) }
    let (value, gradient) = try pass.gradient()
    var rows: [GradientCheck.Row] = []
    for (number, layer) in layers.enumerated() where layer.trainedCount > 0 {
      let parameters = GradientCheck.checkedParameters(of: layer.trainedCount)
      var largest = 0.0, difference = 0.0, relative = 0.0
      var worst: GradientCheck.Parameter?
      for (done, parameter) in parameters.enumerated() {
        let analytic = gradient[layer.offset + parameter]
        let (numeric, error) = try GradientCheck.compare(
          analytic, parameter: layer.offset + parameter, pass, value)
        largest = GradientCheck.maximum(largest, analytic.magnitude)
        difference = GradientCheck.maximum(difference, (analytic - numeric).magnitude)
        if worst == nil || !(error <= relative) {
          relative = error
          worst = GradientCheck.Parameter(
            name: layer.parameterName(parameter), analytic: analytic, numeric: numeric)
        }
        let share = (Double(number) + Double(done + 1) / Double(parameters.count)) / Double(layers.count)
        progress?(WorkProgress("gradient_check: layer \(number + 1)", share: share))
      }
      rows.append(
        GradientCheck.Row(
          layer: number + 1, outline: layer.outline, checked: parameters.count, largest: largest,
          difference: difference, relativeError: relative, worst: worst))
    }
    let kinked = layers.map(\.activation).first { !$0.kinks.isEmpty }?.name ?? (loss.hasKink ? loss.name : nil)
    return GradientCheck(rows: rows, kinked: kinked)
  }
}
