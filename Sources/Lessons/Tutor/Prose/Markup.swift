/// What a piece of HTML says without its tags and comments, and which `<details>` it opens and closes.
struct Markup {
  private(set) var text = ""
  private(set) var summary = ""
  private(set) var opened = 0
  private(set) var closed = 0

  init(_ html: String) {
    var rest = html[...]
    var isSummary = false
    while let first = rest.first {
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
      } else if first == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[rest.index(after: rest.startIndex)..<end].lowercased()
        let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
        switch name {
        case "details": opened += 1
        case "/details": closed += 1
        case "summary": isSummary = true
        case "/summary": isSummary = false
        default: break
        }
        rest = rest[rest.index(after: end)...]
      } else {
        if isSummary { summary.append(first) } else { text.append(first) }
        rest = rest.dropFirst()
      }
    }
    summary = summary.trimmingSpace
    text = text.trimmingSpace
  }
}
