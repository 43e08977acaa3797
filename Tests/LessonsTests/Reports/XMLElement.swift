/// A small strict reader of XML without declarations: enough for reports.
struct XMLElement {
  let name: String
  let attributes: [String: String]
  private(set) var children: [XMLElement] = []
  private(set) var text = ""

  /// Nil where the text is not well formed.
  init?(document: String) {
    let heading = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    guard document.hasPrefix(heading), document.unicodeScalars.allSatisfy(Self.isAllowed) else { return nil }
    var reader = Reader(rest: Array(document.unicodeScalars)[heading.unicodeScalars.count...])
    guard let root = reader.element(), reader.rest.allSatisfy({ $0 == "\n" }) else { return nil }
    self = root
  }

  private init(name: String, attributes: [String: String]) { (self.name, self.attributes) = (name, attributes) }

  /// How many elements below have a property.
  func count(where holds: (XMLElement) -> Bool) -> Int {
    children.reduce(0) { $0 + (holds($1) ? 1 : 0) + $1.count(where: holds) }
  }

  /// The characters of XML 1.0.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>

    mutating func take(_ text: String) -> Bool {
      guard rest.starts(with: text.unicodeScalars) else { return false }
      rest = rest.dropFirst(text.unicodeScalars.count)
      return true
    }

    mutating func name() -> String? {
      let part = rest.prefix { $0.properties.isAlphabetic || $0 == "-" }
      rest = rest.dropFirst(part.count)
      return part.isEmpty ? nil : String(String.UnicodeScalarView(part))
    }

    /// Up to a mark, with entities resolved; nil where `<` or an unknown entity stands in it.
    mutating func text(upTo end: Unicode.Scalar) -> String? {
      var result = ""
      while let scalar = rest.first, scalar != end {
        if scalar == "<" { return nil }
        if scalar != "&" {
          result.unicodeScalars.append(scalar)
          rest = rest.dropFirst()
          continue
        }
        let entities = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#10;", "\n")]
        var known: String?
        for (entity, meaning) in entities where known == nil && take(entity) { known = meaning }
        guard let known else { return nil }
        result += known
      }
      return rest.isEmpty ? nil : result
    }

    mutating func element() -> XMLElement? {
      guard take("<"), let name = name() else { return nil }
      var attributes: [String: String] = [:]
      while take(" ") {
        guard let key = self.name(), take("=\""), let value = text(upTo: "\""), take("\""), attributes[key] == nil
        else { return nil }
        attributes[key] = value
      }
      var element = XMLElement(name: name, attributes: attributes)
      if take("/>") { return element }
      guard take(">") else { return nil }
      while true {
        guard let text = text(upTo: "<") else { return nil }
        element.text += text
        if take("</\(name)>") { return element }
        guard let child = self.element() else { return nil }
        element.children.append(child)
      }
    }
  }
}
