/// The style of all pictures; the same in each, so that many may stand on one page.
enum StyleSheet {
  /// The class of the outermost element, which every rule names.
  static let scope = "gradus-figure"

  static let text: String = {
    let (light, dark) = (Palette.light.named, Palette.dark.named)
    var lines = [".\(scope){\(variables(light))font:12px system-ui,sans-serif;max-width:100%;height:auto}"]
    lines.append("@media (prefers-color-scheme:dark){.\(scope){\(variables(dark))}}")
    // The colour itself stands first, for programs that know no variables.
    lines += light.map { name, colour in ".\(scope) .\(name){color:\(colour.code);color:var(--\(name))}" }
    return (lines + rules.map { ".\(scope) " + $0 }).joined(separator: "\n") + "\n"
  }()

  private static func variables(_ colours: [(name: String, colour: Colour)]) -> String {
    colours.map { "--\($0.name):\($0.colour.code);" }.joined()
  }

  private static let rules = [
    ".full{fill:currentColor;stroke:none}", "text{fill:currentColor;stroke:none}",
    ".bar{fill:currentColor;fill-opacity:.7;stroke:none}", ".area{fill:currentColor;fill-opacity:.25;stroke:none}",
    ".cell{fill:currentColor;stroke:none;shape-rendering:crispEdges}", ".pale{fill-opacity:.4}",
    ".line{fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round}", ".thin{stroke-width:1}",
    ".bold{stroke-width:3}", ".hair{fill:none;stroke:currentColor;stroke-width:1;shape-rendering:crispEdges}",
    ".hatch{fill:none;stroke:currentColor;stroke-width:1;stroke-opacity:.35}",
    ".dashed{stroke-dasharray:7 4}", ".dotted{stroke-dasharray:2 3}", ".dashDotted{stroke-dasharray:9 3 2 3}",
    ".point{fill:none;stroke:currentColor;stroke-linecap:round}", ".title{font-size:15px;font-weight:600}",
    ".heading{font-weight:600}",
  ]
}

extension Ink {
  /// The class that gives the colour.
  var className: String {
    switch self {
    case .series(let number): "s\(number.magnitudeModulo(Palette.light.series.count))"
    case .positive: "positive"
    case .negative: "negative"
    case .warning: "warning"
    case .guide: "guide"
    case .foreground: "text"
    }
  }
}

extension Pen {
  /// The classes of a line.
  var classNames: String {
    var names = ["line", ink.className]
    if weight != .normal { names.append(weight == .thin ? "thin" : "bold") }
    if dash != .solid { names.append("\(dash)") }
    return names.joined(separator: " ")
  }
}

extension HeatPalette {
  /// Whether words on a step are to have the colour of the ground.
  package func isDeep(_ level: Int) -> Bool {
    self == .sequential || self == .heights ? level > Self.steps * 2 / 3 : level < 3 || level >= Self.steps - 3
  }

  /// The classes of a step.
  func classNames(_ level: Int) -> String {
    switch self {
    case .sequential, .heights: "cell q\(level)"
    case .diverging: "cell d\(level)"
    case .classes: "cell \(Ink.series(level).className)"
    }
  }
}
