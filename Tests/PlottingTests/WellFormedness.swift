/// A strict reader of the XML that pictures are made of: elements, attributes, text and the five named entities.
struct WellFormedness {
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  struct Element {
    let name: String
    let attributes: [String: String]
    let text: String
    let children: [Element]

    /// This element and all within it.
    var all: [Element] { [self] + children.flatMap(\.all) }
  }

  private let characters: [Character]
  private var place = 0

  /// The root element of a document.
  static func read(_ text: String) throws -> Element {
    for scalar in text.unicodeScalars where scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar) {
      throw Fault(description: "the character U+\(String(scalar.value, radix: 16))")
    }
    var reader = WellFormedness(characters: Array(text))
    let root = try reader.element()
    reader.skipSpace()
    guard reader.place == reader.characters.count else { throw Fault(description: "something after the root") }
    return root
  }

  private init(characters: [Character]) { self.characters = characters }

  private var next: Character? { place < characters.count ? characters[place] : nil }

  private mutating func skipSpace() { while next?.isWhitespace == true { place += 1 } }

  private mutating func take(_ expected: String) throws {
    guard characters[place...].starts(with: expected) else {
      throw Fault(description: "no \(expected) at \(place): \(String(characters[place...].prefix(30)))")
    }
    place += expected.count
  }

  private mutating func name() throws -> String {
    let start = place
    while let next, next.isASCII, next.isLetter || next.isNumber || "-:_".contains(next) { place += 1 }
    guard start < place, characters[start].isLetter else { throw Fault(description: "no name at \(start)") }
    return String(characters[start..<place])
  }

  private mutating func content(until ends: Set<Character>) throws -> String {
    var text = ""
    while let next, !ends.contains(next) {
      if next == "<" || next == ">" { throw Fault(description: "a bare \(next) at \(place)") }
      if next == "&" {
        let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'"]
        guard let entity = entities.first(where: { characters[place...].starts(with: $0.key) }) else {
          throw Fault(description: "a bare & at \(place)")
        }
        text += entity.value
        place += entity.key.count
      } else {
        text.append(next)
        place += 1
      }
    }
    return text
  }

  private mutating func element() throws -> Element {
    try take("<")
    let name = try name()
    var attributes: [String: String] = [:]
    while true {
      let isSpaced = next?.isWhitespace == true
      skipSpace()
      if next == ">" || next == "/" { break }
      guard isSpaced else { throw Fault(description: "no space before an attribute at \(place)") }
      let key = try self.name()
      try take("=\"")
      guard attributes.updateValue(try content(until: ["\""]), forKey: key) == nil else {
        throw Fault(description: "\(key) twice in \(name)")
      }
      try take("\"")
    }
    if next == "/" {
      try take("/>")
      return Element(name: name, attributes: attributes, text: "", children: [])
    }
    try take(">")
    var (text, children): (String, [Element]) = ("", [])
    while true {
      text += try content(until: ["<"])
      if characters[place...].starts(with: "</") { break }
      children.append(try element())
    }
    try take("</\(name)>")
    return Element(name: name, attributes: attributes, text: text, children: children)
  }
}
