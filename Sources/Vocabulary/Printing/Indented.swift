/// Lines with a margin before each but the first.
struct Indented: Layout {
  let content: Display
  let columns: Int

  func printed(in style: NumberStyle) -> Printed { content.printed(in: style).indented(by: columns) }
}
