import Plotting
import Testing
import Vocabulary

@Suite struct SVGTests {
  @Test(arguments: Gallery.figures.map(\.name))
  func `every picture is well formed and describes itself`(_ name: String) throws {
    let figure = try #require(Gallery.figures.first { $0.name == name }?.figure)
    let root = try WellFormedness.read(SVGRenderer().svg(figure))
    #expect(root.name == "svg")
    #expect(root.attributes["xmlns"] == "http://www.w3.org/2000/svg")
    #expect(root.attributes["role"] == "img")
    let (width, height) = (try #require(root.attributes["width"]), try #require(root.attributes["height"]))
    #expect(root.attributes["viewBox"] == "0 0 \(width) \(height)")
    #expect(root.children.prefix(2).map(\.name) == ["title", "desc"])
    #expect(root.children[0].text == figure.title ?? "Figure")
    #expect(root.children[1].text == figure.summary)
  }

  /// Many pictures stand on one page: nothing in them may be named for the whole page.
  @Test func `pictures have no ids, no scripts and no addresses`() throws {
    for (name, figure) in Gallery.figures {
      for element in try WellFormedness.read(SVGRenderer().svg(figure)).all {
        #expect(["svg", "title", "desc", "style", "rect", "g", "path", "text"].contains(element.name), "\(name)")
        #expect(element.attributes["id"] == nil && element.attributes["href"] == nil, "\(name)")
        if element.name == "style" {
          let rules = element.text.split(separator: "\n").filter { !$0.hasPrefix("@media") }
          #expect(rules.allSatisfy { $0.hasPrefix(".gradus-figure") }, "\(name)")
        }
      }
    }
  }

  @Test func `every class has a rule`() throws {
    for (name, figure) in Gallery.figures {
      let root = try WellFormedness.read(SVGRenderer().svg(figure))
      let style = try #require(root.children.first { $0.name == "style" }).text
      for word in root.all.flatMap({ ($0.attributes["class"] ?? "").split(separator: " ") })
      where word != "gradus-figure" {
        #expect(style.contains(".gradus-figure .\(word){"), "\(name): \(word)")
      }
    }
  }

  @Test func `words are escaped and stay on a line`() throws {
    let hostile = "</text><script>\u{1B}[31m&\"'\u{0}\nend"
    let panel = Panel(
      hostile, x: Axis(hostile), y: Axis(hostile, categories: [hostile]),
      marks: [
        BarMark([1], captions: [hostile], label: hostile), TextMark(hostile, x: 0, y: 0), LineMark([1], label: hostile),
      ])
    let figure = Figure(hostile, panels: [panel, panel], notes: [hostile])
    let root = try WellFormedness.read(SVGRenderer().svg(figure))
    #expect(!root.all.contains { $0.name == "script" })
    for symbols in SymbolSet.allCases {
      var figure = figure
      figure.symbols = symbols
      let text = TextRenderer().text(figure)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  @Test(arguments: [20, 40, 200, 400])
  func `pictures are as wide as asked for`(_ width: Int) throws {
    for (name, var figure) in Gallery.figures {
      figure.width = width
      figure.height = 12
      let root = try WellFormedness.read(SVGRenderer().svg(figure))
      #expect(root.attributes["width"] == "\(width * 9)", "\(name)")
    }
  }
}
