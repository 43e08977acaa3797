/// What handouts and answers look like beside other pages.
enum PaperStyle {
  static let html: HTML = """
    .sheet { display: flex; flex-wrap: wrap; gap: 0.6em 1.5em; margin: 0 0 1.6em; }
    .sheet span { border-bottom: 1px solid var(--muted); flex: 1 1 9em; padding-bottom: 0.1em; }
    .sheet span:first-child { flex-grow: 3; }
    .room div { border-bottom: 1px solid var(--muted); height: 2.1em; }
    .box { border: 1px solid; display: inline-block; height: 0.75em; margin-right: 0.5em; width: 0.75em; }
    .answers h2 { border-top: 1px solid var(--border); font-size: 1.05rem; margin: 1.6em 0 0.6em; padding-top: 0.8em; }
    .answers .options { margin-bottom: 0.8em; }
    @media print {
      @page { margin: 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
      h1 { font-size: 18pt; margin-top: 0; }
      h2 { font-size: 13pt; margin-top: 1.6em; }
      .figure svg { max-height: 68mm; }
      .room { break-before: avoid; }
      section:has(> :nth-child(2):last-child) { break-inside: avoid; }
    }
    """

  /// Where those who write put their names; above the first task.
  static func sheet(points: Int) -> HTML {
    let points: HTML = points == 0 ? "" : "<span>Points (of \(points))</span>"
    return "<p class=\"sheet\"><span>Name</span><span>Date</span>\(points)</p>"
  }
}
