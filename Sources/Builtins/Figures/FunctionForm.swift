import Language
import Networks
import Plotting
import Vocabulary
import Workbench

/// Functions of one number over a stretch of it, with their derivatives where those are asked for.
struct FunctionForm: PlotForm {
  let noun = "functions"
  let manner = "curves, with derivative=true their derivatives too"
  let options: Set<PlotOption> = [.derivative, .from, .to]

  private static let places = 401
  private static let standard = -5.0...5.0
  private static let standardFactors = 0.01...100.0

  func figure(of request: PlotRequest, in session: inout Session) throws(Failure) -> Figure? {
    guard request.input == nil else { return nil }
    var functions: [(function: Plottable, label: String?)] = []
    for thing in request.things {
      guard let function = Plottable(thing.value) else { return nil }
      functions.append((function, thing.name))
    }
    let range = try request.range(request.across == .linear ? Self.standard : Self.standardFactors)
    let x = request.places(Self.places, in: range)
    var curves: [Curve] = []
    for (function, label) in functions {
      let name = label ?? function.name
      curves.append(Curve(name, try x.mapped { (x) throws(Failure) in try function.value(x, &session) }, at: x))
      if request.showsDerivative {
        curves.append(Curve(name + "′", try x.mapped { (x) throws(Failure) in try function.slope(x, &session) }, at: x))
      }
    }
    let isNamed = request.from != nil || request.to != nil
    var figure = Figure.curves(curves, x: Axis(domain: isNamed ? range : nil), focuses: request.across == .linear)
    if functions.count == 1, case .function(let user as UserFunction) = functions[0].function {
      figure.title = user.display.printed().text
      if user.parameters != ["x"] { figure.panels[0].x.label = user.parameters.first }
    }
    return figure
  }
}

/// A function of one number.
enum Plottable: Sendable {
  case function(any Function)
  case activation(any Activation)

  init?(_ value: Value) {
    switch value {
    case .function(let function):
      if let user = function as? UserFunction, user.parameters.count == 2 { return nil }
      self = .function(function)
    case .object(let activation as any Activation) where activation.isElementwise: self = .activation(activation)
    default: return nil
    }
  }

  var name: String {
    switch self {
    case .function(let function): function.name
    case .activation(let activation): activation.display.printed().text
    }
  }

  func value(_ x: Double, _ session: inout Session) throws(Failure) -> Double {
    switch self {
    case .activation(let activation): return activation.value(x)
    case .function(let function):
      let value = try session.call(function, with: [.number(x)])
      if let number = value.number { return number }
      throw Failure(.argument, "\(function.name) must yield a number to be drawn, not \(value.noun)")
    }
  }

  func slope(_ x: Double, _ session: inout Session) throws(Failure) -> Double {
    switch self {
    case .activation(let activation): return activation.derivative(at: x, value: activation.value(x))
    case .function(let function): return try session.gradient(of: function, at: [.number(x)]).first?.number ?? .nan
    }
  }
}

extension [Double] {
  fileprivate func mapped(_ transform: (Double) throws(Failure) -> Double) throws(Failure) -> [Double] {
    var results: [Double] = []
    results.reserveCapacity(count)
    for element in self { results.append(try transform(element)) }
    return results
  }
}

extension Curve {
  /// A function's values, without those before the first and after the last that are finite.
  fileprivate init(_ label: String, _ values: [Double], at x: [Double]) {
    let first = values.firstIndex(where: \.isFinite) ?? 0
    let last = values.lastIndex(where: \.isFinite) ?? values.count - 1
    self.init(label, x: Array(x[first...last]), y: Array(values[first...last]))
  }
}
