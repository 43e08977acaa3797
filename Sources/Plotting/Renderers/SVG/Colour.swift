import ElementaryFunctions

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
