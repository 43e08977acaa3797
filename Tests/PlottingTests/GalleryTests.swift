import Plotting
import TestSupport
import Testing
import Vocabulary

/// The figures of the gallery are, sign for sign, those under Tests/References/plotting, which somebody has looked at.
///
/// With `GRADUS_RECORD=1` the files are written anew.
@Suite struct GalleryTests {
  @Test(arguments: SymbolSet.allCases, [20, 40, 80])
  func `text`(_ symbols: SymbolSet, _ width: Int) throws {
    let texts = Gallery.figures.map { name, figure in
      var figure = figure
      (figure.width, figure.symbols) = (width, symbols)
      return "== \(name)\n" + TextRenderer().text(figure) + "\n"
    }
    try compare(texts.joined(separator: "\n"), "plotting/\(symbols)-\(width).txt")
  }

  @Test(arguments: ["densities", "chain", "regions", "network", "spread", "map", "classes", "graph", "contours"])
  func `pictures`(_ name: String) throws {
    let figure = try #require(Gallery.figures.first { $0.name == name }?.figure)
    try compare(SVGRenderer().svg(figure), "plotting/\(name).svg")
  }

  private func compare(_ text: String, _ path: String) throws {
    #expect(text == (try Recording.kept(at: "Tests/References/" + path, for: text)), "\(path)")
  }

  @Test func `ASCII figures are ASCII`() {
    for (name, var figure) in Gallery.figures {
      figure.symbols = .ascii
      #expect(TextRenderer().text(figure).utf8.allSatisfy { $0 < 0x80 }, "\(name)")
    }
  }

  /// Where a terminal turns out to know no UTF-8 after the figure was drawn.
  @Test func `figures of other symbols have an ASCII form without question marks`() {
    for (name, var figure) in Gallery.figures {
      for symbols in [SymbolSet.braille, .blocks] {
        figure.symbols = symbols
        #expect(!figure.display.printed().ascii.contains("?"), "\(name)")
      }
    }
  }

  @Test func `numbers at the axes follow the style`() {
    let figure = Figure(y: Axis(scale: .logarithmic), marks: [LineMark([1e-9, 1e-3, 1])])
    #expect(figure.display.printed().text.contains("10⁻⁸ ┤"))
    #expect(figure.display.printed(in: NumberStyle(notation: .e)).text.contains("1e-08 ┤"))
  }
}
