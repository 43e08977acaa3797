import Vocabulary

/// What a cell remembers of its place in the lesson, in its metadata below `gradus`: enough to write the lesson again byte for byte.
/// It goes with the cell when that is moved, copied or split.
struct CellMarks: Equatable {
  static let name = "gradus"

  /// The exercise that the cell is for.
  var exercise: String?
  /// The quiz whose options it has.
  var quiz: String?
  /// Whether its commands are hidden set-up.
  var isSetUp = false
  /// Whether its links to lessons were made links to notebooks.
  var hasLinks = false
  /// What stands before the source: of the first cell of a block its opening fence.
  var opening: String?
  /// What stands behind it: of the last cell of a block its closing fence. A blank line where it is left out.
  var closing: String?
  /// What stands before each line of a block in a list or a quote.
  var prefix: String?
  /// What the lesson says that it prints, where that is not what stands below the cell, …
  var expected: String?
  /// … and a number for what stood there then.
  var printed: String?
  /// The source as it was, and the lesson's lines for it where they are not what would be written.
  var verbatim: Verbatim?

  struct Verbatim: Equatable {
    let source: String
    let markdown: String
  }

  init() {}

  /// Nil where there is nothing to remember.
  var item: JSONReader.Item? {
    var members: [String: JSONReader.Item] = [:]
    for (name, path) in Self.texts {
      if let text = self[keyPath: path] { members[name] = .text(text) }
    }
    if isSetUp { members["set_up"] = .truth(true) }
    if hasLinks { members["links"] = .truth(true) }
    if let verbatim {
      members["verbatim"] = .object(["source": .text(verbatim.source), "markdown": .text(verbatim.markdown)])
    }
    return members.isEmpty ? nil : .object(members)
  }

  /// Reads what may have been changed by anybody: what is no text is not there.
  init(_ item: JSONReader.Item?) {
    guard let item else { return }
    for (name, path) in Self.texts { self[keyPath: path] = item[name]?.text }
    isSetUp = item["set_up"]?.truth ?? false
    hasLinks = item["links"]?.truth ?? false
    if let source = item["verbatim"]?["source"]?.text, let markdown = item["verbatim"]?["markdown"]?.text {
      verbatim = Verbatim(source: source, markdown: markdown)
    }
  }

  private static var texts: [(String, WritableKeyPath<CellMarks, String?>)] {
    [
      ("exercise", \.exercise), ("quiz", \.quiz), ("opening", \.opening), ("closing", \.closing), ("prefix", \.prefix),
      ("expected", \.expected), ("printed", \.printed),
    ]
  }
}
