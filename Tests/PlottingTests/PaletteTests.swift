import Testing

import Plotting

@Suite struct PaletteTests {
  @Test(arguments: [("light", Palette.light), ("dark", .dark)])
  func `colours stand out from the ground`(_ name: String, _ palette: Palette) {
    #expect(palette.text.contrast(to: palette.ground) >= 7)
    #expect(palette.guide.contrast(to: palette.ground) >= 4.5)
    for colour in palette.series + [palette.positive, palette.negative, palette.warning] {
      #expect(colour.contrast(to: palette.ground) >= 3, "\(name): \(colour.code)")
    }
    #expect(Set(palette.series).count == palette.series.count)
  }

  @Test(arguments: [("light", Palette.light), ("dark", .dark)])
  func `numbers on heat maps can be read`(_ name: String, _ palette: Palette) {
    let colours = Dictionary(uniqueKeysWithValues: palette.named.map { ($0.name, $0.colour) })
    for (sign, heat) in [("q", HeatPalette.sequential), ("d", .diverging(center: 0))] {
      for level in 0..<HeatPalette.steps {
        let words = heat.isDeep(level) ? palette.ground : palette.text
        let contrast = colours["\(sign)\(level)"]?.contrast(to: words) ?? 0
        #expect(contrast >= 3, "\(name) \(sign)\(level): \(contrast)")
      }
    }
  }

  @Test func `black and white have the contrast 21`() {
    #expect(abs(Colour(0x000000).contrast(to: Colour(0xffffff)) - 21) < 1e-9)
    #expect(abs(Colour(0x0072b2).contrast(to: Colour(0xffffff)) - 5.19) < 0.01)
  }
}
