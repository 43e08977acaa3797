import ElementaryFunctions

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

/// A colour of the screen: red, green and blue from 0 to 255.
package struct Colour: Sendable, Hashable {
  package let red: Int
  package let green: Int
  package let blue: Int

  /// From `0xRRGGBB`.
  package init(_ code: Int) { (red, green, blue) = (code >> 16 & 255, code >> 8 & 255, code & 255) }

  private init(red: Int, green: Int, blue: Int) { (self.red, self.green, self.blue) = (red, green, blue) }

  /// `#0072b2`
  package var code: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The colour so far on the way to another.
  package func mixed(with other: Colour, fraction: Double) -> Colour {
    func channel(_ from: Int, _ to: Int) -> Int { Int((Double(from) + fraction * Double(to - from)).rounded()) }
    return Colour(red: channel(red, other.red), green: channel(green, other.green), blue: channel(blue, other.blue))
  }

  /// How much light it gives, from 0 to 1 (WCAG 2, relative luminance).
  private var luminance: Double {
    func linear(_ channel: Int) -> Double {
      let fraction = Double(channel) / 255
      return fraction <= 0.04045 ? fraction / 12.92 : pow((fraction + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// From 1 to 21 (WCAG 2); 3 is enough for lines and signs, 4.5 for words.
  package func contrast(to other: Colour) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }
}
