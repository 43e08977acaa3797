import Vocabulary

/// What is read of JSON that anybody may have written, and how Jupyter writes it.
extension JSONReader.Item {
  /// Nil where it is no object, or has no such member.
  subscript(_ name: String) -> JSONReader.Item? { if case .object(let members) = self { members[name] } else { nil } }

  var members: [String: JSONReader.Item]? { if case .object(let members) = self { members } else { nil } }

  var elements: [JSONReader.Item]? { if case .array(let elements) = self { elements } else { nil } }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }

  var integer: Int? { if case .number(let number) = self { Int(number) } else { nil } }

  /// A text that may be written as the list of its lines, each with its end.
  var joinedText: String? {
    if let text { return text }
    guard let elements else { return nil }
    let lines = elements.compactMap(\.text)
    return lines.count == elements.count ? lines.joined() : nil
  }

  /// A text as the list of its lines.
  init(lines text: String) {
    self = .array(text.linesWithEnds.map { .text(String($0)) })
  }

  // MARK: Writing

  /// As Jupyter itself writes a notebook, so that one which it saves differs by nothing but what was changed: members in the order
  /// of their names, a blank for each level.
  var notebookFile: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, level: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(to bytes: inout [UInt8], level: Int) {
    switch self {
    case .object(let members):
      let all = members.sorted { $0.key < $1.key }
      Self.write(all, between: ("{", "}"), to: &bytes, level: level) { member, bytes in
        Self.write(member.key, to: &bytes)
        bytes += ": ".utf8
        member.value.write(to: &bytes, level: level + 1)
      }
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &bytes, level: level) { $0.write(to: &$1, level: level + 1) }
    case .text(let text): Self.write(text, to: &bytes)
    case .number(let number): bytes += number.utf8
    case .truth(let truth): bytes += (truth ? "true" : "false").utf8
    case .null: bytes += "null".utf8
    }
  }

  private static func write<Part>(
    _ parts: [Part], between brackets: (open: String, close: String), to bytes: inout [UInt8], level: Int,
    _ part: (Part, inout [UInt8]) -> Void
  ) {
    bytes += brackets.open.utf8
    for (index, next) in parts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: level + 1)
      part(next, &bytes)
    }
    if !parts.isEmpty {
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: level)
    }
    bytes += brackets.close.utf8
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      var begin = 0
      for (place, byte) in utf8.enumerated() {
        guard let escape = escape(of: byte) else { continue }
        bytes.append(contentsOf: utf8[begin..<place])
        bytes.append(contentsOf: escape.utf8)
        begin = place + 1
      }
      bytes.append(contentsOf: utf8[begin...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What Python's `json` writes for a byte; nil where it stands for itself.
  private static func escape(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case UInt8(ascii: "\n"): "\\n"
    case UInt8(ascii: "\r"): "\\r"
    case UInt8(ascii: "\t"): "\\t"
    case 0..<0x20: (byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16)
    default: nil
    }
  }
}

extension String {
  /// Its lines, each with its line feed.
  var linesWithEnds: [Substring] {
    var lines: [Substring] = []
    var rest = utf8[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map(rest.index(after:)) ?? rest.endIndex
      lines.append(Substring(rest[..<end]))
      rest = rest[end...]
    }
    return lines
  }
}
