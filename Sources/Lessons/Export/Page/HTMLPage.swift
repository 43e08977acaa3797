import Vocabulary

/// A whole page that needs nothing but itself: its style is in it, and its policy keeps a browser from running or
/// fetching anything but a script that it has, known by its hash.
public struct HTMLPage: Sendable {
  /// By this a page is known to be made by gradus.
  public static let generator: HTML = "<meta name=\"generator\" content=\"gradus\" />"

  /// As the browser's window shows it.
  public let title: String
  /// One sentence for lists of pages; may be empty.
  public let summary: String
  /// What the page needs beside the style of all pages.
  public let style: HTML
  /// Empty where the page needs none.
  private let script: HTML
  /// What leads elsewhere; shown above and not printed.
  public let header: HTML
  public let main: HTML
  /// What comes behind it, such as the way to the next page.
  public let end: HTML

  public init(
    title: String, summary: String = "", style: HTML = "", script: HTML = "", header: HTML = "", main: HTML,
    end: HTML = ""
  ) {
    self.title = title
    self.summary = summary
    self.style = style
    self.script = script
    self.header = header
    self.main = main
    self.end = end
  }

  /// The place to which keyboards skip; no heading's anchor has a dot.
  static let content = "gradus.content"

  private var policy: String {
    let hash = script.isEmpty ? "" : "script-src 'sha256-\(Base64.text(of: SHA256.hash(script.source.utf8)))'; "
    return "default-src 'none'; \(hash)style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
  }

  /// The page's source, a line end after the last line.
  public var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="\(policy)" />
    \(Self.generator)
    <meta name="color-scheme" content="light dark" />
    \(description)<title>\(title)</title>
    <style>
    \(PageStyle.html)\(style.isEmpty ? style : "\n" + style)
    </style>
    </head>
    <body>
    <a class="skip" href="#\(Self.content)">Skip to the content</a>
    \(header.isEmpty ? header : .element("header", [:], header) + "\n")\
    <main id="\(Self.content)">
    \(main)
    </main>
    \(end.isEmpty ? end : end + "\n")\
    <footer>Made with gradus.</footer>
    \(script.isEmpty ? script : "<script>\(script)</script>\n")\
    </body>
    </html>

    """
  }

  private var description: HTML {
    summary.isEmpty ? "" : "<meta name=\"description\" content=\"\(summary)\" />\n"
  }
}
