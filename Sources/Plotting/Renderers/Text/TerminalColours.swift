/// Escape sequences for what characters of a figure mean: Okabe and Ito's colours, as near as 256 come, which are told apart
/// on light and dark ground.
enum TerminalColours {
  static let reset = "\u{1B}[0m"

  static func sequence(_ role: TextCanvas.Role) -> String? {
    switch role {
    case .plain: nil
    case .title: "\u{1B}[1m"
    case .axis: foreground(245)
    case .ink(let ink): ink == .foreground ? nil : foreground(colour(ink))
    case .heat(let palette, let level): foreground(colour(palette, level))
    }
  }

  private static func foreground(_ colour: Int) -> String { "\u{1B}[38;5;\(colour)m" }

  private static let series = [32, 172, 36, 168, 74, 136, 97]

  private static func colour(_ ink: Ink) -> Int {
    switch ink {
    case .series(let number): series[number.magnitudeModulo(series.count)]
    case .positive: 166
    case .negative: 32
    case .warning: 166
    case .guide, .foreground: 245
    }
  }

  private static func colour(_ palette: HeatPalette, _ level: Int) -> Int {
    switch palette {
    case .classes: series[level.magnitudeModulo(series.count)]
    case .diverging: level < HeatPalette.steps / 2 ? 32 : 166
    case .sequential: 32
    }
  }
}
