import Builtins
import Lessons
import Plotting
import TestSupport
import Testing
import Vocabulary
import Workbench

/// How figures are drawn, whatever they show.
@Suite struct FiguresDrawingTests {
  /// The commands of the transcript that draws everything, without how it draws.
  private static let commands: [String] = {
    let path = Project.path("Tests/Transcripts/figures/braille.md")
    guard let text = try? References.file(path) else { return [] }
    return text.split(separator: "\n").filter { $0.hasPrefix("> ") }.map {
      String($0.dropFirst(2)).replacing(" width=80 renderer=braille", with: "").replacing("height=12", with: "")
        .replacing("height=10", with: "")
    }
  }()

  @Test func `everything that draws has the same last parameters`() {
    let names = ["plot", "scatter", "hist", "boundary"]
    let tails = names.compactMap { BuiltinTable.standard.lexicon[$0]?.parameters.suffix(8) }.map(Array.init)
    #expect(tails.count == 4)
    #expect(
      tails.allSatisfy { $0.map(\.usage) == tails[0].map(\.usage) && $0.map(\.meaning) == tails[0].map(\.meaning) })
    #expect(tails[0].map(\.name) == ["width", "height", "title", "x_name", "y_name", "log", "log_y", "renderer"])
  }

  @Test(arguments: [10, 20, 37, 80, 200, 400], SymbolSet.allCases)
  func `every figure keeps to its width`(_ width: Int, _ symbols: SymbolSet) throws {
    #expect(Self.commands.count > 40)
    var session = Session()
    for command in Self.commands {
      let isFigure = ["plot", "hist", "boundary"].contains { command.hasPrefix($0 + " ") }
      let transcript = session.run(isFigure ? "\(command) width=\(width) renderer=\(symbols)" : command)
      #expect(transcript.failure == nil, "\(command)")
      guard isFigure, let text = transcript.results.last?.printed.text else { continue }
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(command) at \(width):\n\(text)")
      if symbols == .ascii { #expect(text.utf8.allSatisfy { $0 < 0x80 }, "\(command):\n\(text)") }
    }
  }

  /// The commands of the transcript of figures with several things, each to be ended with how it draws.
  private static let together: [String] = {
    let path = Project.path("Tests/Transcripts/figures/together.md")
    guard let text = try? References.file(path), let end = text.firstRange(of: "## What is refused") else { return [] }
    return text[..<end.lowerBound].split(separator: "\n").filter { $0.hasPrefix("> ") }.map { line in
      String(line.dropFirst(2)).replacing(#/,? (width|height)=\d+/#, with: "").replacing(#/, renderer=ascii/#, with: "")
    }
  }()

  @Test func `figures of several things keep to their width, and every picture of them is described`() throws {
    #expect(Self.together.count > 50)
    var session = Session()
    for command in Self.together {
      let transcript = session.run(command)
      #expect(transcript.failure == nil, "\(command)")
      guard case .object(let drawn as Figure)? = transcript.results.last?.value else { continue }
      var figure = drawn
      figure.height = nil
      for width in [10, 20, 80, 400] {
        for symbols in SymbolSet.allCases {
          (figure.width, figure.symbols) = (width, symbols)
          let lines = TextRenderer().text(figure).split(separator: "\n", omittingEmptySubsequences: false)
          #expect(lines.allSatisfy { $0.count <= width }, "\(command) at \(width)")
        }
      }
      #expect(!figure.summary.contains("nothing drawn"), "\(command): \(figure.summary)")
    }
  }

  @Test(arguments: ["blobs(30, centers=3, seed=1)"], [30, 60, 120])
  func `a map with equal scales is as wide as was asked for`(_ data: String, _ width: Int) throws {
    var probe = FigureProbe()
    for height in ["", " height=16"] {
      let figure = try probe.figure(
        "boundary sequential(input(2), dense(3, softmax), seed=1) \(data) width=\(width)\(height)")
      let rows = TextRenderer().text(figure).split(separator: "\n")
      #expect(rows.filter { $0.count == width }.count >= 5, "\(rows)")
    }
  }

  @Test func `a figure is as high as was asked for`() throws {
    var session = Session()
    for command in Self.commands {
      guard command.hasPrefix("plot ") || command.hasPrefix("boundary ") else {
        _ = session.run(command)
        continue
      }
      let text = session.run("\(command) height=30 width=100").results.last?.printed.text ?? ""
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 30, "\(command):\n\(text)")
    }
  }

  @Test func `a title, a scale and a renderer are taken over`() throws {
    var probe = FigureProbe()
    let figure = try probe.figure("plot [1, 10, 100] title=\"growth\" log=true renderer=ascii width=40 height=9")
    #expect(figure.title == "growth")
    #expect(figure.panels[0].y.scale == .logarithmic)
    #expect((figure.width, figure.height) == (40, 9))
    #expect(figure.symbols == .ascii)
    #expect(try probe.figure("plot chain(0.1⁵ × 0.03)").panels[0].x.scale == .logarithmic)
    #expect(try probe.figure("plot chain(0.1⁵ × 0.03) log=false").panels[0].x.scale == .linear)
  }

  @Test func `millions of numbers are thinned`() throws {
    var probe = FigureProbe()
    var numbers = (0..<2_000_000).map { Double($0 % 1000) }
    numbers[1_000_000] = 1e6
    probe.session.context.variables["v"] = .vector(numbers)
    let text = probe.session.run("plot v").results[0].printed.text
    #expect(text.contains("1×10⁶"), "the one that stands out is to be seen")
    let picture = SVGRenderer().svg(try probe.figure("plot v"))
    #expect(picture.utf8.count < 500_000)
  }

  @Test func `pictures of all figures stand alone`() throws {
    var session = Session()
    for command in Self.commands {
      guard case .object(let object)? = session.run(command).results.last?.value, let figure = object as? Figure else {
        continue
      }
      let picture = SVGRenderer().svg(figure)
      #expect(picture.hasPrefix("<svg ") && picture.hasSuffix("</svg>\n") || picture.hasSuffix("</svg>"), "\(command)")
      #expect(!picture.contains("nan") && !picture.contains("inf\""), "\(command)")
    }
  }
}
