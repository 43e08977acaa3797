import Lessons
import TestSupport
import Testing

@Suite struct ProseTests {
  private static let page = """
    # Weights *and* their spread

    A *distribution* says which numbers can be drawn, and **how readily**; `normal(0, 1)` is one. It has no
    bounds: [Glorot and Bengio](https://proceedings.mlr.press/v9/glorot10a.html) took another,
    [they](https://proceedings.mlr.press/v9/glorot10a.html) said why, see <https://example.org>.

    <!-- nobody reads this -->

    ## What follows

    - one
    - two, with a text that is long enough to be broken at the end of the line, and then some
      1. inner
      2. inner as well

      And a paragraph.

    10. ten
    11. eleven

    > Quoted words, long enough to be broken once they reach the right end of the window.
    >
    > - and a list

    ```python
    net.fit(x, y)
    ```

    | initializer | variance | remark |
    |:--|--:|---|
    | Xavier | 2/(n + m) | for tanh and sigmoid, where half of the units would otherwise saturate |
    | He | 2/n | for *relu* |

    ---

    ![A bell](bell.svg) ~~gone~~ line<br>break
    """

  private func lines(_ markdown: String, _ layout: ProseLayout) -> String {
    layout.lines(of: Passage.all(in: markdown)).map(\.text).joined(separator: "\n")
  }

  @Test func `eighty columns`() {
    #expect(
      lines(Self.page, ProseLayout(width: 80)) == """
        Weights *and* their spread
        ==========================

        A *distribution* says which numbers can be drawn, and **how readily**;
        `normal(0, 1)` is one. It has no bounds: Glorot and Bengio
        (https://proceedings.mlr.press/v9/glorot10a.html) took another, they said why,
        see https://example.org.

        What follows
        ------------

        - one

        - two, with a text that is long enough to be broken at the end of the line, and
          then some

          1. inner
          2. inner as well

          And a paragraph.

        10. ten
        11. eleven

        │ Quoted words, long enough to be broken once they reach the right end of the
        │ window.
        │
        │ - and a list

            net.fit(x, y)

        initializer   variance  remark
        ───────────  ─────────  ────────────────────────────────────────────────────────
        Xavier       2/(n + m)  for tanh and sigmoid, where half of the units would
                                otherwise saturate
        He                 2/n  for *relu*

        ────────────────────────────────────────

        [picture: A bell] ~~gone~~ line
        break
        """)
  }

  @Test(arguments: [
    ("[lesson 8](08-zero.md)", "lesson 8"), ("[there](08-zero.md#a)", "there (lesson 8)"),
    ("[Next](02-two.md): x", "Next: x"),
    ("[glossary](glossary.md)", "glossary"), ("[words](glossary.md)", "words (glossary.md)"),
    ("[data](data/x.csv)", "data (data/x.csv)"),
    ("[a](https://example.org/08-a.md)", "a (https://example.org/08-a.md)"),
  ])
  func `a link to another lesson says its number`(_ link: (markdown: String, text: String)) {
    #expect(lines(link.markdown, ProseLayout(width: 80)) == link.text)
  }

  @Test func `forty columns`() {
    #expect(
      lines(Self.page, ProseLayout(width: 40)) == """
        Weights *and* their spread
        ==========================

        A *distribution* says which numbers can
        be drawn, and **how readily**;
        `normal(0, 1)` is one. It has no bounds:
        Glorot and Bengio
        (https://proceedings.mlr.press/v9/glorot
        10a.html) took another, they said why,
        see https://example.org.

        What follows
        ------------

        - one

        - two, with a text that is long enough
          to be broken at the end of the line,
          and then some

          1. inner
          2. inner as well

          And a paragraph.

        10. ten
        11. eleven

        │ Quoted words, long enough to be broken
        │ once they reach the right end of the
        │ window.
        │
        │ - and a list

            net.fit(x, y)

        initializer   variance  remark
        ───────────  ─────────  ────────────────
        Xavier       2/(n + m)  for tanh and
                                sigmoid, where
                                half of the
                                units would
                                otherwise
                                saturate
        He                 2/n  for *relu*

        ────────────────────────────────────────

        [picture: A bell] ~~gone~~ line
        break
        """)
  }

  @Test func `in ASCII`() {
    let text = "√250 ≈ 15.8, σ² → 3×10⁻⁷\n\n> quoted\n\n---\n\n| a |\n|---|\n| √2 |\n"
    #expect(
      lines(text, ProseLayout(width: 80, isASCII: true)) == """
        sqrt 250 ~ 15.8, sigma^2 -> 3e-07

        | quoted

        ----------------------------------------

        a
        ------
        sqrt 2
        """)
  }

  @Test func `styles take the place of marks`() {
    let lines = ProseLayout(width: 80, showsStyles: true).lines(of: Passage.all(in: "# A *b*\n\n`x` **y *z***"))
    #expect(lines.map(\.text) == ["A b", "", "x y z"])
    #expect(lines[0].runs.map(\.style) == [[.heading, .title], [.heading, .title, .emphasis]])
    #expect(lines[2].runs.map(\.style) == [.code, [], .strong, [.strong, .emphasis]])
  }

  @Test func `a table that is too wide is shown row by row`() {
    let table =
      "| one | two | three | four |\n|--|--|--|--|\n| aaaaaaaaaa | bbbbbbbbbb | cccccccccc | dddddddddd |\n| 1 | 2 | 3 | 4 |\n"
    #expect(
      lines(table, ProseLayout(width: 24)) == """
        one: aaaaaaaaaa
        two: bbbbbbbbbb
        three: cccccccccc
        four: dddddddddd

        one: 1
        two: 2
        three: 3
        four: 4
        """)
  }

  @Test func `no line is wider than the window`() {
    for width in [10, 17, 24, 40, 55, 80] {
      for line in ProseLayout(width: width).lines(of: Passage.all(in: Self.page)) where width > 20 {
        #expect(line.text.count <= width, "\(line.text)")
      }
    }
  }

  @Test func `wide characters are counted twice and parted anywhere`() {
    let layout = ProseLayout(width: 10, columns: { $0 >= "\u{2E80}" ? 2 : 1 })
    #expect(lines("勾配消失問題の説明 ab", layout) == "勾配消失問\n題の説明\nab")
  }

  @Test func `control characters do not reach the terminal`() {
    let text = lines("a\u{1B}[31mb `\u{7}` [x](\u{1B}y)\n\n    \u{9B}c\n", ProseLayout(width: 80))
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }

  @Test func `words that are longer than the window`() {
    #expect(
      lines("ab " + String(repeating: "x", count: 25) + " cd", ProseLayout(width: 10))
        == "ab\nxxxxxxxxxx\nxxxxxxxxxx\nxxxxx cd")
  }
}
