import Vocabulary
import Workbench

/// Shows an `explore` block: a row of choices for each name, and below them the block as it ran with the values chosen.
///
/// Nothing is run and no script is needed: all views are on the page, and its style shows the one that is chosen. On paper, and where a
/// browser does not know how, they stand beside each other.
struct ExplorationRenderer {
  let html: HTML

  /// - Parameter carriesStyle: whether figures bring their own style, as where the page has none for them.
  init(_ explored: ExploredBlock, lexicon: Lexicon, carriesStyle: Bool = true) {
    let exploration = explored.exploration
    let id = Self.group + String(explored.block.lines.lowerBound)
    let dials = exploration.dials.indices.map { Self.dial(exploration.dials[$0], $0, explored.written[$0], id) }
    let views = explored.views.map { view -> HTML in
      let words = exploration.words(at: view.setting)
      let results = Dictionary(view.results.map { ($0.command.line, $0) }) { first, _ in first }
      let session = SessionRenderer(view.block, results, lexicon: lexicon, carriesStyle: carriesStyle).html
      return .element(
        "div",
        [
          "class": view.setting == explored.written ? "written view" : "view", "role": "group", "aria-label": words,
          "data-first": String(view.setting[0]),
          "data-second": view.setting.count > 1 ? String(view.setting[1]) : nil,
        ],
        "\n<p class=\"setting\">\(words)</p>\n\(session)\n")
    }
    let names = exploration.dials.map(\.name).joined(separator: " and ")
    html = .element(
      "div", ["class": "explore", "role": "group", "aria-label": "Explore \(names)"],
      "\n\(dials.joined())<div class=\"views\">\n\(views.joined(separator: "\n"))\n</div>\n")
  }

  private static func dial(_ dial: Exploration.Dial, _ place: Int, _ chosen: Int, _ id: String) -> HTML {
    let stops = dial.values.enumerated().map { index, value -> HTML in
      let checked: HTML = index == chosen ? " checked=\"\"" : ""
      return "<label><input type=\"radio\" name=\"\(id)-\(names[place])\"\(checked) /> <span>\(value)</span></label>\n"
    }
    return """
      <fieldset class="dial \(names[place])">
      <legend>\(dial.name)</legend>
      \(stops.joined())</fieldset>

      """
  }

  /// What the names of choices begin with.
  private static let group = "explore-"

  /// The same where it is shown more than once on a page: choices of one name exclude each other, so that those of each time need
  /// names of their own.
  static func apart(_ shown: String, number: Int) -> String {
    shown.replacing("name=\"\(group)", with: "name=\"\(group)\(number)-")
  }

  private static let names = ["first", "second"]

  /// What hides the views that are not chosen, for dials with at most so many values. It holds nothing that would have to be escaped.
  static func style(forValues counts: [Int]) -> HTML {
    let rules = zip(names, counts).flatMap { name, count in
      (0..<count).map { index in
        ".explore:has(> .\(name) > label:nth-of-type(\(index + 1)) > :checked) > .views > :not([data-\(name)=\"\(index)\"])"
      }
    }
    return rules.isEmpty
      ? "" : HTML(stringLiteral: "@media screen {\n\(rules.joined(separator: ",\n")) { display: none; }\n}")
  }

  /// The same for all that some blocks explore.
  static func style(for blocks: [ExploredBlock]) -> HTML {
    style(
      forValues: names.indices.map { place in
        blocks.map { $0.exploration.dials.dropFirst(place).first?.values.count ?? 0 }.max() ?? 0
      })
  }
}
