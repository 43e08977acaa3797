/// The slides of a lesson as a page: a column of screens that can be read without a script.
struct SlideDeck {
  let title: String
  /// What each slide shows.
  let slides: [HTML]
  /// What leads to other pages; below the first slide and the last.
  let opening: HTML
  let ending: HTML

  var html: HTML {
    slides.enumerated().map { index, slide in
      let number = index + 1
      let (isFirst, isLast) = (index == 0, number == slides.count)
      return """
        <section class="slide" id="slide.\(number)" tabindex="-1" aria-label="Slide \(number) of \(slides.count)">
        <div>
        \(slide)
        \(isFirst ? opening : "")\(isLast ? ending : "")</div>
        <p class="place">\(isFirst ? "<span></span>" : link(to: number - 1, "Previous", "←"))
        <span>\(number) / \(slides.count) · \(title)</span>
        \(isLast ? "<span></span>" : link(to: number + 1, "Next", "→"))</p>
        </section>
        """ as HTML
    }.joined(separator: "\n")
  }

  private func link(to number: Int, _ name: String, _ sign: String) -> HTML {
    "<a href=\"#slide.\(number)\" aria-label=\"\(name) slide\">\(sign)</a>"
  }

  /// A note for whoever presents.
  static func note(_ content: HTML) -> HTML {
    "<details class=\"note\"><summary>Note</summary>\n\(content)\n</details>"
  }

  static let style: HTML = """
    html { font-size: clamp(16px, 1.1vw + 0.9vh + 4px, 44px); line-height: 1.5; scroll-padding: 0;
      scroll-snap-type: y mandatory; }
    body { max-width: none; padding: 0; }
    main { max-width: none; }
    body > footer { display: none; }
    h1, h2, h3 { margin-top: 0; }
    .slide { display: flex; flex-direction: column; height: 100vh; height: 100dvh; overflow-y: auto;
      padding: 1.5rem max(1.2rem, 50vw - 24rem) 0; scroll-padding-bottom: 3rem;
      scroll-snap-align: start; scroll-snap-stop: always; }
    .slide:focus { outline: none; }
    .slide > div { margin: auto 0; }
    .slide > div > :last-child { margin-bottom: 0.5rem; }
    .slide pre { font-size: 0.78rem; }
    .slide .figure svg { margin: 0 auto; max-height: 46vh; min-width: 0; width: 100%; }
    .slide .figure:has(~ .figure) svg, .slide .figure ~ .figure svg { max-height: 27vh; }
    .slide .command { white-space: pre-wrap; width: auto; }
    .slide .neighbours { margin-top: 1.5rem; }
    .place { align-items: center; background: var(--background); bottom: 0; color: var(--muted); display: flex;
      font-size: max(0.6rem, 12px); gap: 1em; justify-content: space-between; margin: 0; padding: 0.4rem 0; position: sticky; }
    .place a { color: var(--muted); min-width: 3em; padding: 0.3em 0.5em; text-align: center; text-decoration: none; }
    .place span:empty { min-width: 3em; }
    .note { border-top: 1px dashed var(--border); color: var(--muted); font-size: 0.8rem; margin-top: 1rem; padding-top: 0.5rem; }
    .note summary { color: var(--muted); }
    .live .note { display: none; }
    .live.notes .note { display: block; }
    .overview { font-size: 5px; scroll-snap-type: none; }
    .overview main { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(230px, 44vw), 1fr)); padding: 12px; }
    .overview .slide { border: 1px solid var(--border); border-radius: 6px; cursor: pointer; height: 150px; overflow: hidden;
      padding: 8px; }
    .overview .slide:focus { outline: 3px solid var(--accent); }
    .overview .slide > div { margin: 0; pointer-events: none; }
    .overview .slide .figure svg { max-height: 80px; }
    .overview .place { margin-top: auto; }
    .overview .place a { display: none; }
    @media print {
      @page { size: landscape; margin: 12mm; }
      html { font-size: 13pt; }
      .slide { break-inside: avoid; height: auto; overflow: visible; padding: 1rem 0; border-bottom: 1px solid var(--border); }
      .place, .note { display: none; }
    }
    """
}
