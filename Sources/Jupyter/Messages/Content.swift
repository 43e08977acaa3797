import Vocabulary

/// A JSON object that somebody has sent: nothing is taken for granted.
struct Content {
  /// How deep objects may lie in each other: front ends hang whatever they like into metadata.
  private static let deepest = 64

  private let members: [String: JSONReader.Item]

  /// Nil where the bytes are no JSON object.
  init?(_ bytes: [UInt8]) {
    guard let item = JSONReader.item(in: bytes[...], deepest: Self.deepest) else { return nil }
    self.init(item)
  }

  private init?(_ item: JSONReader.Item) {
    guard case .object(let members) = item else { return nil }
    self.members = members
  }

  subscript(_ name: String) -> JSONReader.Item? { members[name] }

  var names: [String] { members.keys.sorted() }

  func text(_ name: String) -> String? {
    if case .text(let text)? = members[name] { text } else { nil }
  }

  func truth(_ name: String) -> Bool? {
    if case .truth(let truth)? = members[name] { truth } else { nil }
  }

  /// Nil of what is no whole number that a computer counts with.
  func integer(_ name: String) -> Int? {
    guard case .number(let number)? = members[name] else { return nil }
    return Int(number) ?? Double(number).flatMap { Int(exactly: $0) }
  }

  func object(_ name: String) -> Content? { members[name].flatMap(Content.init) }
}
