import Vocabulary

/// The arrays of one layer in a file: those whose names differ in their last part only.
struct TensorGroup {
  let prefix: String
  var entries: [TensorFile.Entry]

  var hasMatrix: Bool { entries.contains { $0.shape.count == 2 } }

  /// What PyTorch keeps beside the weights.
  private static let counters: Set<String> = ["num_batches_tracked"]

  /// All groups in the order of their names, numbers in them by size.
  static func groups(of file: TensorFile) throws(Failure) -> [TensorGroup] {
    var groups: [String: TensorGroup] = [:]
    for entry in file.entries {
      let (prefix, last) = parts(of: entry.name)
      if counters.contains(last) { continue }
      groups[prefix, default: TensorGroup(prefix: prefix, entries: [])].entries.append(entry)
    }
    guard !groups.isEmpty else { throw Failure(.file, "holds no weights") }
    return groups.values.map { (key: sortKey($0.prefix), group: $0) }
      .sorted { ($0.key, $0.group.prefix) < ($1.key, $1.group.prefix) }.map(\.group)
  }

  /// The array for some of a layer's parameters, and whether it is called as in PyTorch.
  func entry(for array: LayerArray) -> (entry: TensorFile.Entry, isTorch: Bool)? {
    for (name, isTorch) in [(array.keras, false), (array.torch, true)] {
      if let entry = entries.first(where: { Self.parts(of: $0.name).last == name }) { return (entry, isTorch) }
    }
    return nil
  }

  /// `sequential/dense_1/kernel:0` and `dense_1.kernel` are the kernel of something.
  private static func parts(of name: String) -> (prefix: String, last: String) {
    let name = name.hasSuffix(":0") ? String(name.dropLast(2)) : name
    guard let cut = name.lastIndex(where: { $0 == "." || $0 == "/" }) else { return ("", name) }
    return (String(name[..<cut]), String(name[name.index(after: cut)...]))
  }

  /// The name with its numbers filled up with zeros, so that 10 comes after 9.
  private static func sortKey(_ name: String) -> String {
    var (key, digits) = ("", "")
    for character in name + "." {
      if character.isASCII, character.isWholeNumber {
        digits.append(character)
      } else {
        if !digits.isEmpty { key += String(repeating: "0", count: max(0, 20 - digits.count)) + digits }
        digits = ""
        key.append(character)
      }
    }
    return key
  }
}
