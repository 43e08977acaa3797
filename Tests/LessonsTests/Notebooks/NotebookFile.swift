import TestSupport
import Testing
import Vocabulary

/// A notebook as anybody may change it.
struct NotebookFile {
  struct Cell {
    fileprivate var item: JSONReader.Item

    subscript(_ path: String...) -> JSONReader.Item? { item.member(path) }

    var type: String { self["cell_type"]?.string ?? "" }
    var id: String { self["id"]?.string ?? "" }
    var source: String {
      get { self["source"].map(\.joined) ?? "" }
      set { item.set("source", .text(newValue)) }
    }

    func output(_ index: Int, _ path: String...) -> JSONReader.Item? {
      guard case .array(let outputs)? = self["outputs"], outputs.indices.contains(index) else { return nil }
      return outputs[index].member(path)
    }

    func text(of index: Int, _ type: String) -> String? { output(index, "data", type)?.joined }

    static func code(_ source: String, shows text: String) -> Cell {
      var cell = Cell(item: .object(["cell_type": .text("code"), "metadata": .object([:]), "source": .text(source)]))
      cell.show(text)
      return cell
    }

    static func text(_ source: String) -> Cell {
      Cell(item: .object(["cell_type": .text("markdown"), "metadata": .object([:]), "source": .text(source)]))
    }

    mutating func set(_ name: String, _ value: JSONReader.Item) { item.set(name, value) }

    /// As after a run.
    mutating func show(_ text: String) {
      item.set("execution_count", .number("1"))
      item.set(
        "outputs",
        .array([
          .object(["output_type": .text("execute_result"), "data": .object(["text/plain": .text(text)])])
        ]))
    }

    mutating func clear() {
      item.set("execution_count", .null)
      item.set("outputs", .array([]))
    }
  }

  private var item: JSONReader.Item
  var cells: [Cell]

  init(_ bytes: [UInt8]) throws {
    item = try #require(JSONReader.item(in: bytes[...], deepest: 100))
    guard case .array(let cells)? = item.member(["cells"]) else { throw NoCells() }
    self.cells = cells.map { Cell(item: $0) }
  }

  struct NoCells: Error {}

  func top(_ path: String...) -> JSONReader.Item? { item.member(path) }

  var bytes: [UInt8] {
    var whole = item
    whole.set("cells", .array(cells.map(\.item)))
    return Array(whole.json.text.utf8)
  }
}

extension JSONReader.Item {
  fileprivate func member(_ path: [String]) -> JSONReader.Item? {
    path.reduce(Optional(self)) { item, name -> JSONReader.Item? in
      if case .object(let members)? = item { members[name] } else { nil }
    }
  }

  fileprivate var string: String? { if case .text(let text) = self { text } else { nil } }

  /// A text, or the lines of one.
  fileprivate var joined: String {
    if case .array(let lines) = self { lines.map { $0.string ?? "" }.joined() } else { string ?? "" }
  }

  fileprivate mutating func set(_ name: String, _ value: JSONReader.Item) {
    guard case .object(var members) = self else { return }
    members[name] = value
    self = .object(members)
  }

  fileprivate var json: JSON {
    switch self {
    case .object(let members): JSON(object: members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })
    case .array(let items): JSON(array: items.map(\.json))
    case .text(let text): JSON(string: text)
    case .number(let number): JSON(verbatim: number)
    case .truth(let truth): JSON(truth: truth)
    case .null: .null
    }
  }
}
