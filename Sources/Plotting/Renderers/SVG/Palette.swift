/// The colours of a picture on light or on dark ground.
///
/// After M. Okabe and K. Ito, Color universal design, 2008, which people who confuse red and green tell apart; made darker or
/// lighter where the ground would swallow them.
package struct Palette: Sendable {
  package let ground: Colour
  package let text: Colour
  /// Axes, ticks and rules.
  package let guide: Colour
  package let grid: Colour
  package let series: [Colour]
  package let positive: Colour
  package let negative: Colour
  package let warning: Colour
  /// The ends and the middle of heat maps.
  package let low: Colour
  package let middle: Colour
  package let high: Colour

  package static let light = Palette(
    ground: Colour(0xffffff), text: Colour(0x1f2328), guide: Colour(0x5b636d), grid: Colour(0xe3e6ea),
    series: [0x0072b2, 0xd55e00, 0x007f5c, 0xa94f87, 0x8f6b00, 0x2a8fcc, 0x555b63].map(Colour.init),
    positive: Colour(0xd55e00), negative: Colour(0x0072b2), warning: Colour(0xd55e00), low: Colour(0x0072b2),
    middle: Colour(0xf4f5f6), high: Colour(0xc75300))

  package static let dark = Palette(
    ground: Colour(0x16181d), text: Colour(0xe6e8eb), guide: Colour(0x9aa3ad), grid: Colour(0x2c3139),
    series: [0x56b4e9, 0xff9b57, 0x2bc79a, 0xe59bc5, 0xe0c040, 0x8fb8ff, 0xb9c0c8].map(Colour.init),
    positive: Colour(0xff9b57), negative: Colour(0x56b4e9), warning: Colour(0xff9b57), low: Colour(0x56b4e9),
    middle: Colour(0x23272e), high: Colour(0xff9b57))

  /// A colour for each name that the style sheet has.
  package var named: [(name: String, colour: Colour)] {
    let steps = HeatPalette.steps
    var colours = [("ground", ground), ("text", text), ("guide", guide), ("grid", grid)]
    colours += [("positive", positive), ("negative", negative), ("warning", warning)]
    colours += series.enumerated().map { ("s\($0)", $1) }
    colours += (0..<steps).map { ("d\($0)", diverging(2 * Double($0) / Double(steps - 1) - 1)) }
    return colours + (0..<steps).map { ("q\($0)", middle.mixed(with: low, fraction: Double($0) / Double(steps - 1))) }
  }

  private func diverging(_ fraction: Double) -> Colour {
    middle.mixed(with: fraction < 0 ? low : high, fraction: fraction.magnitude)
  }
}
