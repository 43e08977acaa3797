import Plotting

/// A page of the server: its style and script are files of the server, so that its policy can forbid all others.
public struct ServedPage: Sendable {
  /// The policy of every page, sent as `Content-Security-Policy`.
  public static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  /// The style that all pages share with exported ones; the server sends its own rules behind it.
  public static let style = [
    PageStyle.css, SVGRenderer.styleSheet,
    ExplorationRenderer.style(forValues: [Exploration.mostSettings, Exploration.mostSettings / 2]).source,
  ].joined(separator: "\n")

  public let title: String
  public let address: PageAddress
  /// The file of the script; nil where none is needed.
  public let script: String?
  /// What the script must know, as `data-` attributes of the body.
  public let facts: [(name: String, value: String)]
  public let header: HTML
  public let main: HTML
  public let end: HTML

  public init(
    title: String, address: PageAddress, script: String? = nil, facts: [(name: String, value: String)] = [],
    header: HTML = "", main: HTML, end: HTML = ""
  ) {
    self.title = title
    self.address = address
    self.script = script
    self.facts = facts
    self.header = header
    self.main = main
    self.end = end
  }

  /// The page's source, a line end after the last line.
  public var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>\(title)</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="\(address.asset("gradus.css"))" />
    \(scriptElement)</head>
    <body\(attributes)>
    <a class="skip" href="#\(HTMLPage.content)">Skip to the content</a>
    \(header.isEmpty ? header : .element("header", [:], header) + "\n")\
    <main id="\(HTMLPage.content)">
    \(main)
    </main>
    \(end.isEmpty ? end : end + "\n")\
    </body>
    </html>

    """
  }

  private var scriptElement: HTML {
    script.map { "<script src=\"\(address.asset($0))\" defer=\"\"></script>\n" } ?? ""
  }

  private var attributes: HTML {
    facts.map { " data-\(HTML(text: $0.name))=\"\($0.value)\"" as HTML }.joined()
  }
}
