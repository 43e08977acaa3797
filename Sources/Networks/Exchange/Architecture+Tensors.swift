import Vocabulary

/// Whose names and layouts the arrays of a network have.
public enum TensorLayout: String, Sendable, CaseIterable {
  /// `dense_1.kernel`, a row for each input; the number is the layer's, counted from 1.
  case keras
  /// `0.weight`, a row for each unit; the number is the module's in `torch.nn.Sequential`, counted from 0, and `2.0.weight`
  /// is in the block that is the third module.
  case torch
}

extension Architecture {
  /// A network's weights as named arrays.
  public func tensors(_ weights: [Double], layout: TensorLayout) -> [TensorFile.Tensor] {
    var tensors: [TensorFile.Tensor] = []
    let paths = layers.torchPaths.map { $0.map(String.init).joined(separator: ".") }
    for (index, layer) in layers.enumerated() {
      for array in layer.arrays {
        let numbers = Array(weights[layer.offset + array.range.lowerBound..<layer.offset + array.range.upperBound])
        switch layout {
        case .keras:
          tensors.append(
            TensorFile.Tensor(
              name: "\(layer.kerasName)_\(index + 1).\(array.keras)", shape: array.shape, numbers: numbers))
        case .torch:
          tensors.append(
            TensorFile.Tensor(
              name: "\(paths[index]).\(array.torch)", shape: array.shape.reversed(),
              numbers: array.shape.count == 2
                ? numbers.transposed(rows: array.shape[0], columns: array.shape[1]) : numbers))
        }
      }
    }
    return tensors
  }

  /// The weights that a file holds for the network: of gradus, Keras or PyTorch, found by the last part of their names
  /// and, of layers of one sort, by the order of the first part.
  ///
  /// Throws a failure of kind `file`, to be said after the file's name, that names what is missing, left over or of
  /// another shape.
  public func weights(from file: TensorFile) throws(Failure) -> [Double] {
    var groups = try TensorGroup.groups(of: file)
    var weights = [Double](repeating: 0, count: parameterCount)
    for (index, layer) in layers.enumerated() where !layer.arrays.isEmpty {
      let hasMatrix = layer.arrays.contains { $0.shape.count == 2 }
      guard let position = groups.firstIndex(where: { $0.hasMatrix == hasMatrix }) else {
        throw Failure(.file, "has nothing for layer \(index + 1), \(layer.outline)")
      }
      let group = groups.remove(at: position)
      if let left = group.entry(notIn: layer.arrays) {
        throw Failure(.file, "has '\(left.name)', but layer \(index + 1), \(layer.outline), has no such parameters")
      }
      for array in layer.arrays {
        guard let found = group.entry(for: array) else {
          // A layer without biases has biases of 0.
          if array.keras == "bias" { continue }
          throw Failure(.file, "has no \(array.keras) for layer \(index + 1), \(layer.outline)")
        }
        let isTransposed = array.shape.count == 2 && found.isTorch
        let shape = isTransposed ? array.shape.reversed() : array.shape
        guard found.entry.shape == shape else {
          throw Failure(
            .file,
            "has '\(found.entry.name)' of \(shown(found.entry.shape)), but layer \(index + 1), \(layer.outline), "
              + "needs \(shown(shape))")
        }
        var numbers = try file.numbers(of: found.entry)
        if isTransposed { numbers = numbers.transposed(rows: shape[0], columns: shape[1]) }
        weights.replaceSubrange(
          layer.offset + array.range.lowerBound..<layer.offset + array.range.upperBound, with: numbers)
      }
    }
    if let left = groups.first {
      throw Failure(.file, "has '\(left.entries[0].name)' for a layer that the network does not have")
    }
    return weights
  }

  /// The layers as a list in the language, with every digit: `[input(2), dense(1, tanh, …)]`.
  public var definition: String {
    "[input(\(inputs)), " + layers.definitions + "]"
  }

  /// The functions of the learner's that are activations in it; of those that are defined in the same words and mention the
  /// same things one.
  public var functions: [FunctionActivation] {
    var functions: [FunctionActivation] = []
    for case let function as FunctionActivation in layers.map(\.activation)
    where !functions.contains(where: {
      $0.definition == function.definition && (try? $0.mentioned.get()) == (try? function.mentioned.get())
    }) {
      functions.append(function)
    }
    return functions
  }

  private func shown(_ shape: [Int]) -> String {
    shape.isEmpty
      ? "a single number" : shape.map(String.init).joined(separator: "×") + (shape.count == 1 ? " numbers" : "")
  }
}

extension [Double] {
  /// The numbers of a matrix after rows and columns are exchanged.
  fileprivate func transposed(rows: Int, columns: Int) -> [Double] {
    Matrix(rows: rows, columns: columns, elements: self).transposed.elements
  }
}

/// The arrays of one layer in a file: those whose names differ in their last part only.
private struct TensorGroup {
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

  /// The first that is none of some arrays.
  func entry(notIn arrays: [LayerArray]) -> TensorFile.Entry? {
    let known = Set(arrays.flatMap { [$0.keras, $0.torch] })
    return entries.first { !known.contains(Self.parts(of: $0.name).last) }
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
