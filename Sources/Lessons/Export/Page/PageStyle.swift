/// How pages look, on screens wide and narrow, light and dark, and on paper.
enum PageStyle {
  /// The style sheet; it holds nothing that would have to be escaped.
  static let html = HTML(stringLiteral: css)

  static let css = """
    :root { color-scheme: light dark; \(PageColor.declarations(\.light)) }
    @media (prefers-color-scheme: dark) { :root { \(PageColor.declarations(\.dark)) } }
    \(text)
    \(code)
    \(tasks)
    \(explorations)
    \(navigation)
    \(narrow)
    \(paper)
    """

  private static let text = """
    * { box-sizing: border-box; }
    html { font: 100%/1.65 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; scroll-padding-top: 1rem;
      -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; max-width: 66rem; padding: 0 1.5rem; background: var(--background); color: var(--text);
      overflow-wrap: break-word; }
    main, header, footer, .neighbours { max-width: 44rem; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; text-wrap: balance; break-after: avoid; }
    h1 { font-size: 2.1rem; font-weight: 700; letter-spacing: -0.02em; margin: 1.6rem 0 1rem; }
    h2 { font-size: 1.4rem; font-weight: 650; letter-spacing: -0.01em; margin-top: 2.6rem; }
    h3 { font-size: 1.12rem; font-weight: 650; }
    h4, h5, h6 { font-size: 1rem; font-weight: 650; }
    p, ul, ol, dl, blockquote, table, figure, details { margin: 0 0 1.1em; }
    li { margin: 0.25em 0; }
    li p { margin-bottom: 0.5em; }
    ul, ol { padding-left: 1.5em; }
    ul.boxes { list-style: none; padding-left: 0.2em; }
    a { color: var(--link); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
    a:hover { text-decoration-thickness: 0.12em; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
    blockquote { border-left: 3px solid var(--border); color: var(--muted); margin-left: 0; padding-left: 1.1em; }
    hr { border: 0; border-top: 1px solid var(--border); margin: 2.2em 0; }
    img, svg { max-width: 100%; height: auto; }
    kbd { border: 1px solid var(--border); border-bottom-width: 2px; border-radius: 4px; padding: 0 0.3em; font-size: 0.88em; }
    sub, sup { line-height: 0; }
    .scroll { overflow-x: auto; margin: 0 0 1.1em; }
    .scroll table { margin: 0; }
    table { border-collapse: collapse; font-size: 0.95em; font-variant-numeric: tabular-nums; }
    th, td { border-bottom: 1px solid var(--border); padding: 0.4em 0.9em 0.4em 0; text-align: left; vertical-align: top; }
    th { border-bottom-width: 2px; font-weight: 650; }
    .left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: 0.6rem; padding: 0.4em 0.8em; background: var(--background); z-index: 1; }
    footer { border-top: 1px solid var(--border); color: var(--muted); font-size: 0.85rem; margin: 3rem 0 0; padding: 1rem 0 2rem; }
    """

  private static let code = """
    code, pre, samp, .letter { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono",
      "Liberation Mono", monospace; font-variant-ligatures: none; }
    :not(pre) > code { background: var(--surface); border-radius: 4px; font-size: 0.88em; padding: 0.12em 0.3em; }
    a > code { color: inherit; }
    pre { margin: 0; font-size: 0.86rem; line-height: 1.5; tab-size: 4; }
    .session, .code { background: var(--surface); border: 1px solid var(--border); border-radius: 8px; margin: 0 0 1.25em;
      overflow-x: auto; padding: 0.75em 1em; }
    .session > * { width: max-content; min-width: 100%; }
    .session details { margin: 0; }
    .command { font-weight: 500; }
    .output { color: var(--text); }
    * + .command { margin-top: 0.55em; }
    .prompt { color: var(--muted); -webkit-user-select: none; user-select: none; }
    .number { color: var(--number); } .string { color: var(--string); } .keyword { color: var(--keyword); }
    .builtin { color: var(--builtin); } .comment { color: var(--comment); font-style: italic; }
    .operator { color: var(--operator); } .error { color: var(--error); } .blank { color: var(--error); font-weight: 700; }
    .session summary { color: var(--muted); font-size: 0.86rem; }
    .session > .figure { margin: 0.5em 0; width: auto; }
    .figure svg { border-radius: 6px; display: block; min-width: 26rem; }
    .failed { border-left: 3px solid var(--error); margin-left: -0.6em; padding-left: 0.45em; }
    """

  private static let tasks = """
    summary { cursor: pointer; color: var(--link); width: fit-content; }
    summary:hover { text-decoration: underline; text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
    details[open] > summary { margin-bottom: 0.4em; }
    .exercise, .quiz { background: var(--task); border: 1px solid var(--border); border-left: 3px solid var(--accent);
      border-radius: 8px; margin: 0 0 1.25em; padding: 0.8em 1.1em; }
    .exercise .session { background: var(--background); margin-bottom: 0.7em; }
    .exercise > :last-child, .quiz > :last-child, details > :last-child { margin-bottom: 0; }
    .label { color: var(--muted); font-size: 0.85rem; font-weight: 600; margin: 0 0 0.5em; }
    .hint > .hint { margin-top: 0.6em; }
    .options { list-style: none; margin: 0; padding: 0; }
    .options > li { margin: 0.4em 0; }
    .options summary { color: var(--text); width: auto; }
    .options details { margin: 0; }
    .options details > :not(summary) { margin: 0.2em 0 0.5em 1.2em; }
    .letter { color: var(--muted); font-size: 0.9em; }
    .correct, .wrong { font-weight: 650; }
    .correct { color: var(--right); } .wrong { color: var(--error); }
    """

  private static let explorations = """
    .explore { border: 1px solid var(--border); border-top: 3px solid var(--accent); border-radius: 8px; margin: 0 0 1.25em;
      padding: 0.6em 1.1em 0; }
    .dial { border: 0; display: flex; flex-wrap: wrap; margin: 0 0 0.6em; padding: 0; }
    .dial legend { color: var(--muted); font-size: 0.85rem; font-weight: 600; padding: 0; }
    .dial label { align-items: center; cursor: pointer; display: flex; flex: 1 0 2.6rem; flex-direction: column; font-size: 0.85rem;
      max-width: 7rem; padding: 0.35rem 0.15rem; text-align: center; font-variant-numeric: tabular-nums;
      background: linear-gradient(var(--border), var(--border)) 50% 0.95rem / 100% 2px no-repeat; }
    .dial input { accent-color: var(--accent); background: var(--background); border-radius: 50%; cursor: pointer; height: 1.2rem;
      margin: 0 0 0.2rem; width: 1.2rem; }
    .dial :checked + span { font-weight: 650; }
    .views { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); }
    .view { min-width: 0; }
    .setting { color: var(--muted); font-size: 0.85rem; margin: 0 0 0.4em; }
    """

  private static let navigation = """
    header { padding-top: 1.2rem; font-size: 0.92rem; }
    header nav { align-items: baseline; display: flex; flex-wrap: wrap; gap: 0.2rem 1.6rem; }
    header span { color: var(--muted); }
    .course { margin: 0; }
    .course[open] { flex-basis: 100%; }
    .course summary { margin: 0; }
    .course ul { columns: 18rem; list-style: none; margin: 0.6rem 0 0; padding: 0; }
    .course li[aria-current] { font-weight: 650; }
    header a, .contents a, .neighbours a { text-decoration: none; }
    header a:hover, .contents a:hover, .neighbours a:hover { text-decoration: underline; }
    .contents { border-left: 1px solid var(--border); font-size: 0.88rem; line-height: 1.4; margin: 0 0 2rem; padding: 0 0 0 1rem; }
    .contents p { color: var(--muted); font-weight: 600; margin: 0 0 0.4em; }
    .contents ul { list-style: none; margin: 0; padding: 0; }
    .contents ul ul { padding-left: 1em; }
    .contents li { margin: 0.4em 0; }
    .contents a { color: var(--muted); }
    .contents a:hover, .contents a:focus { color: var(--link); }
    .neighbours { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; margin: 3rem 0 0; }
    .neighbours a { border: 1px solid var(--border); border-radius: 8px; flex: 1 1 14rem; padding: 0.7em 1em; }
    .neighbours a[rel="next"] { text-align: right; }
    .neighbours span { color: var(--muted); display: block; font-size: 0.85rem; }
    .lessons { list-style: none; margin: 2rem 0; padding: 0; }
    .lessons li { border-top: 1px solid var(--border); margin: 0; padding: 0.9em 0; }
    .lessons a { font-size: 1.1rem; font-weight: 600; text-decoration: none; }
    .lessons a:hover { text-decoration: underline; }
    .lessons p { margin: 0.15em 0 0; }
    .lessons .muted { font-size: 0.88rem; }
    .muted { color: var(--muted); }
    @media (min-width: 66rem) {
      article { position: relative; }
      .contents { position: absolute; bottom: 0; left: 47rem; top: 0; width: 16rem; margin: 0; border: 0; padding: 0; }
      .contents div { border-left: 1px solid var(--border); max-height: calc(100vh - 4rem); overflow-y: auto; padding: 0 0 0 1rem;
        position: sticky; top: 2rem; }
    }
    """

  private static let narrow = """
    @media (max-width: 40rem) {
      body { padding: 0 1rem; }
      h1 { font-size: 1.7rem; }
      h2 { font-size: 1.25rem; }
      pre { font-size: 0.8rem; }
    }
    """

  private static let paper = """
    @media print {
      :root { color-scheme: light; \(PageColor.declarations(\.light)) }
      html { font-size: 10.5pt; }
      body { max-width: none; padding: 0; }
      main { max-width: none; }
      header, .contents, .neighbours, .skip, .screen, footer { display: none; }
      .hint:not([open]), .exercise + details:not([open]) { display: none; }
      a { color: inherit; }
      summary { color: inherit; }
      .options summary { display: block; }
      .options summary::before { border: 1px solid; content: ""; display: inline-block; height: 0.75em; margin-right: 0.5em;
        width: 0.75em; }
      .session details:not([open], .elided) { border-bottom: 1px solid var(--muted); padding-bottom: 1.6em; }
      .session, .code { overflow: visible; }
      .session > * { width: auto; }
      .figure svg { min-width: 0; }
      .dial, .view:not(.written) .command { display: none; }
      .view { break-inside: avoid; }
      pre { white-space: pre-wrap; }
      .exercise, .quiz, .figure, tr, img { break-inside: avoid; }
      .session, .code { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
      .command:has(+ :not(.command)), .label, p:has(+ .session, + .exercise, + .quiz, + ul, + ol) { break-after: avoid; }
      p, pre { orphans: 3; widows: 3; }
    }
    """
}

/// The colours of a page, each for light and dark surroundings.
public enum PageColor: String, CaseIterable, Sendable {
  // What is written on.
  case background, surface, task
  // What is written.
  case text, muted, link, number, string, keyword, builtin, comment, `operator`, error, right
  // Lines.
  case border, accent

  /// What text may stand on.
  public static let grounds: [PageColor] = [.background, .surface, .task]
  /// What text may be written in; readable on each of the grounds.
  public static let inks: [PageColor] = [
    .text, .muted, .link, .number, .string, .keyword, .builtin, .comment, .operator, .error, .right,
  ]

  /// `#rrggbb`.
  public var light: String {
    switch self {
    case .background: "#ffffff"
    case .surface: "#f6f7f9"
    case .task: "#f3f6fc"
    case .text: "#1d232b"
    case .muted: "#59636f"
    case .link: "#1456b8"
    case .number: "#0a6670"
    case .string: "#2c6a2e"
    case .keyword: "#86359c"
    case .builtin: "#2a51ab"
    case .comment: "#5f6873"
    case .operator: "#84500a"
    case .error: "#b3261e"
    case .right: "#1f6b34"
    case .border: "#d8dde4"
    case .accent: "#3f78d6"
    }
  }

  /// `#rrggbb`.
  public var dark: String {
    switch self {
    case .background: "#15181d"
    case .surface: "#1c2026"
    case .task: "#1b222e"
    case .text: "#dde2e9"
    case .muted: "#9aa5b1"
    case .link: "#82b6ff"
    case .number: "#6ccad6"
    case .string: "#9fd08c"
    case .keyword: "#d8a6ea"
    case .builtin: "#97bcff"
    case .comment: "#939da9"
    case .operator: "#deb97e"
    case .error: "#ff938a"
    case .right: "#8ad29b"
    case .border: "#343b46"
    case .accent: "#5b93ee"
    }
  }

  /// The declarations that give each colour its name, `--text: …`.
  static func declarations(_ shade: (PageColor) -> String) -> String {
    allCases.map { "--\($0.rawValue): \(shade($0));" }.joined(separator: " ")
  }
}
