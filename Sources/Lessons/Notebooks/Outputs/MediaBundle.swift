import Plotting
import Vocabulary
import Workbench

/// One thing in several forms, of which a front end shows the richest that it can.
package struct MediaBundle: Sendable {
  /// By the names of their types, the plain text first.
  package let forms: [(type: String, text: String)]

  package init(plain: String, html: HTML? = nil, svg: String? = nil) {
    forms =
      [("text/plain", plain)] + (html.map { [("text/html", $0.source)] } ?? [])
      + (svg.map { [("image/svg+xml", $0)] } ?? [])
  }

  /// What prints itself: text, and a page's table for each table in it.
  ///
  /// - Parameter words: what stands above it.
  package init(_ display: Display, in style: NumberStyle, words: String? = nil) {
    let above: Display = words.map { Display($0 + "\n") } ?? Display()
    let whole = above + display
    let pieces = whole.pieces(in: style)
    let hasTable = pieces.contains { if case .table = $0 { true } else { false } }
    self.init(
      plain: whole.printed(in: style).text, html: hasTable ? pieces.map { Self.html($0, style) }.joined() : nil)
  }

  /// A figure, drawn and in characters.
  package init(_ figure: Figure, in style: NumberStyle) {
    self.init(plain: figure.display.printed(in: style).text, svg: SVGRenderer(style: style).svg(figure))
  }

  private static func html(_ piece: Display.Piece, _ style: NumberStyle) -> HTML {
    switch piece {
    case .words(let words):
      let lines = words.text.split(separator: "\n", omittingEmptySubsequences: false)
      let text = lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
      return text.isEmpty ? "" : "<pre>\(text)</pre>"
    case .table(let table): return table.html(in: style)
    }
  }

  package var plain: String { forms[0].text }

  package var json: JSON { JSON(object: forms.map { ($0.type, JSON(string: $0.text)) }) }
}

extension Table {
  /// As a table of a page, which brings its own few styles.
  func html(in style: NumberStyle) -> HTML {
    func row(_ cells: [HTML], _ name: StaticString) -> HTML {
      var html = HTML()
      for (column, cell) in zip(columns, cells) {
        html += .element(name, ["style": column.alignment == .left ? "text-align:left" : "text-align:right"], cell)
      }
      return "<tr>\(html)</tr>\n"
    }
    let hasHead = columns.contains { !$0.title.isEmpty }
    let head: HTML =
      hasHead ? "<thead>\n\(row(columns.map { HTML(text: $0.title) }, "th"))</thead>\n" : ""
    let body = rows.map { cells in
      let shown = cells.map { HTML(text: $0.printed(in: style).text) }
      return row(shown + Array(repeating: HTML(), count: max(0, columns.count - shown.count)), "td")
    }
    return "<table>\n\(head)<tbody>\n\(body.joined())</tbody>\n</table>"
  }
}
