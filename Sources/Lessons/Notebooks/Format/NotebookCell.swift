import Vocabulary
import Workbench

/// A cell of a notebook.
struct NotebookCell {
  enum Kind: String {
    case code, markdown, raw
  }

  var kind: Kind
  /// By which front ends know it; nil where there is none.
  var id: String?
  var source: String
  /// What gradus remembers of it.
  var marks = CellMarks()
  /// Whether its source and its outputs are folded away.
  var isSourceHidden = false
  var areOutputsHidden = false
  var tags: [String] = []
  var outputs: [NotebookOutput] = []
  /// The number of the run that its outputs are of; nil where it was not run since the notebook was opened.
  var count: Int?

  init(_ kind: Kind, id: String? = nil, source: String) { (self.kind, self.id, self.source) = (kind, id, source) }

  // MARK: Format 4.5

  var item: JSONReader.Item {
    var members: [String: JSONReader.Item] = [
      "cell_type": .text(kind.rawValue), "metadata": metadata, "source": JSONReader.Item(lines: source),
    ]
    if let id { members["id"] = .text(id) }
    if kind == .code {
      members["execution_count"] = count.map { .number(String($0)) } ?? .null
      members["outputs"] = .array(outputs.map(\.item))
    }
    return .object(members)
  }

  private var metadata: JSONReader.Item {
    var members: [String: JSONReader.Item] = [:]
    if let marks = marks.item { members[CellMarks.name] = marks }
    var folded: [String: JSONReader.Item] = [:]
    if isSourceHidden { folded["source_hidden"] = .truth(true) }
    if areOutputsHidden { folded["outputs_hidden"] = .truth(true) }
    if !folded.isEmpty { members["jupyter"] = .object(folded) }
    if !tags.isEmpty { members["tags"] = .array(tags.map { .text($0) }) }
    return .object(members)
  }

  /// Reads a cell of format 3 or 4; nil of what is none.
  init?(_ item: JSONReader.Item) {
    guard let type = item["cell_type"]?.text, let source = (item["source"] ?? item["input"])?.joinedText else {
      return nil
    }
    switch type {
    case "heading":
      // Only in format 3.
      let level = min(max(item["level"]?.integer ?? 1, 1), 6)
      self.init(.markdown, source: String(repeating: "#", count: level) + " " + source)
    case "html": self.init(.markdown, source: source)
    default:
      guard let kind = Kind(rawValue: type) else { return nil }
      self.init(kind, id: item["id"]?.text, source: source)
    }
    if self.source.utf8.contains(UInt8(ascii: "\r")) {
      self.source = self.source.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
    marks = CellMarks(item["metadata"]?[CellMarks.name])
    outputs = (item["outputs"]?.elements ?? []).compactMap { NotebookOutput($0) }
    count = (item["execution_count"] ?? item["prompt_number"])?.integer
  }

  /// A text as the lesson has it, with links to lessons.
  var lessonText: String { marks.hasLinks ? NotebookLinks.towardsLessons(source) : source }

  /// What stands below it, as the prompt would print it: the text, and how many lines at its end tell of an error.
  var printed: (text: String, errorLines: Int) {
    let texts = outputs.map(\.printed)
    let last = outputs.last.map(\.isError) ?? false ? texts.last?.lines.count ?? 0 : 0
    return (texts.joined(separator: "\n"), last)
  }
}

/// What stands below a cell in a notebook.
struct NotebookOutput {
  let item: JSONReader.Item
  let isError: Bool
  /// As the prompt would print it.
  let printed: String

  init(_ output: CellOutput) {
    switch output {
    case .result(let bundle): self.init(bundle, type: "execute_result", [("execution_count", .null)])
    case .figure(let bundle): self.init(bundle, type: "display_data", [])
    case .error(let error): self.init(error)
    }
  }

  private init(_ error: ErrorLines) {
    item = .object([
      "output_type": .text("error"), "ename": .text(error.name), "evalue": .text(error.message),
      "traceback": .array(error.lines.map { .text($0) }),
    ])
    isError = true
    printed = Self.uncolored(error.lines.joined(separator: "\n"))
  }

  private init(_ bundle: MediaBundle, type: String, _ more: [(String, JSONReader.Item)]) {
    let data = bundle.forms.map { ($0.type, JSONReader.Item(lines: $0.text)) }
    let members: [(String, JSONReader.Item)] =
      [
        ("output_type", .text(type)), ("metadata", .object([:])),
        ("data", .object(Dictionary(data) { first, _ in first })),
      ] + more
    item = .object(Dictionary(members) { first, _ in first })
    isError = false
    printed = bundle.plain
  }

  /// Text as a lesson says it, where nothing was run.
  init(text: String) { self.init(MediaBundle(plain: text), type: "execute_result", [("execution_count", .null)]) }

  /// Reads an output; nil of what shows no text.
  init?(_ item: JSONReader.Item) {
    self.item = item
    let type = item["output_type"]?.text
    isError = type == "error" || type == "pyerr"
    let text: String? =
      switch type {
      // What the kernel says to whoever sits there, as that a name was forgotten; no command prints it.
      case "stream": nil
      case "error", "pyerr": item["traceback"]?.elements.map { $0.compactMap(\.text).joined(separator: "\n") }
      // In format 3 the forms are members of the output itself.
      default: (item["data"]?["text/plain"] ?? item["text"])?.joinedText
      }
    guard let text else { return nil }
    printed = Self.uncolored(text)
  }

  /// Without the sequences that colour a text in a terminal.
  private static func uncolored(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == 0x1B, rest.first == UInt8(ascii: "[") else {
        bytes.append(byte)
        continue
      }
      rest = rest.dropFirst().drop { !(0x40...0x7E).contains($0) }.dropFirst()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
