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

  private let bytes: [UInt8]
  private var place = 0

  /// The root element of a document.
  static func read(_ text: String) throws -> Element {
    let bytes = Array(text.utf8)
    for byte in bytes where byte < 0x20 && ![9, 10, 13].contains(byte) { throw Fault(description: "the byte \(byte)") }
    var reader = WellFormedness(bytes: bytes)
    let root = try reader.element()
    reader.skipSpace()
    guard reader.place == reader.bytes.count else { throw Fault(description: "something after the root") }
    return root
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private static func byte(_ sign: Unicode.Scalar) -> UInt8 { UInt8(ascii: sign) }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func isNext(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  private var isSpace: Bool { next.map { [9, 10, 13, 32].contains($0) } == true }

  private mutating func skipSpace() { while isSpace { place += 1 } }

  private mutating func take(_ expected: String) throws {
    guard isNext(expected) else {
      throw Fault(
        description: "no \(expected) at \(place): \(String(decoding: bytes[place...].prefix(30), as: UTF8.self))")
    }
    place += expected.utf8.count
  }

  private mutating func name() throws -> String {
    let start = place
    while let next, (0x61...0x7A).contains(next | 0x20) || (0x30...0x39).contains(next) || "-:_".utf8.contains(next) {
      place += 1
    }
    guard start < place, bytes[start] > 0x39 else { throw Fault(description: "no name at \(start)") }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func content(until end: Unicode.Scalar) throws -> String {
    var text: [UInt8] = []
    while let next, next != Self.byte(end) {
      if next == Self.byte("<") || next == Self.byte(">") { throw Fault(description: "a bare bracket at \(place)") }
      if next == Self.byte("&") {
        let entities = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'")]
        guard let (entity, sign) = entities.first(where: { isNext($0.0) }) else {
          throw Fault(description: "a bare & at \(place)")
        }
        text += sign.utf8
        place += entity.utf8.count
      } else {
        text.append(next)
        place += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func element() throws -> Element {
    try take("<")
    let name = try name()
    var attributes: [String: String] = [:]
    while true {
      let isSpaced = isSpace
      skipSpace()
      if isNext(">") || isNext("/") { break }
      guard isSpaced else { throw Fault(description: "no space before an attribute at \(place)") }
      let key = try self.name()
      try take("=\"")
      guard attributes.updateValue(try content(until: "\""), forKey: key) == nil else {
        throw Fault(description: "\(key) twice in \(name)")
      }
      try take("\"")
    }
    if isNext("/") {
      try take("/>")
      return Element(name: name, attributes: attributes, text: "", children: [])
    }
    try take(">")
    var (text, children): (String, [Element]) = ("", [])
    while true {
      text += try content(until: "<")
      if isNext("</") { break }
      children.append(try element())
    }
    try take("</\(name)>")
    return Element(name: name, attributes: attributes, text: text, children: children)
  }
}
