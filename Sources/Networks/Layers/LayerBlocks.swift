import Vocabulary

/// The blocks of a network, read off its row of layers: each begins at the layer whose input its end adds.
extension [any BuiltLayer] {
  /// How many blocks begin at each layer.
  var blocksBeginning: [Int] {
    var counts = [Int](repeating: 0, count: count)
    for case let start? in map(\.secondInput) { counts[start] += 1 }
    return counts
  }

  /// Of each place between layers, the place that stands for all whose units belong together one by one: those before and
  /// behind a layer without a matrix, and those that a residual block adds.
  var streams: [Int] {
    var streams = [0]
    for (index, layer) in enumerated() {
      streams.append(layer.kernelCount > 0 ? index + 1 : streams[index])
      guard let second = layer.secondInput, streams[second] != streams[index] else { continue }
      let (kept, joined) = (streams[second], streams[index])
      for place in streams.indices where streams[place] == joined { streams[place] = kept }
    }
    return streams
  }

  /// Whether each layer is on the way from the input to the output that leads past all blocks: what it puts out is there
  /// or is added to what is. The others work on a branch that only later joins it.
  var areOnMainPath: [Bool] {
    let streams = streams
    var areOnMainPath = [Bool](repeating: true, count: count)
    for (end, layer) in enumerated() {
      guard let start = layer.secondInput else { continue }
      for index in start..<end where streams[index + 1] != streams[end + 1] { areOnMainPath[index] = false }
    }
    return areOnMainPath
  }

  /// Where PyTorch keeps the first module of each layer: `2.0` is the first in the block that is the third module.
  var torchPaths: [[Int]] {
    var place = [0]
    return zip(self, blocksBeginning).map { layer, blocks in
      for _ in 0..<blocks { place.append(0) }
      let path = place
      if layer.secondInput != nil { place.removeLast() }
      place[place.count - 1] += layer.secondInput != nil ? 1 : layer.torchModuleCount
      return path
    }
  }

  /// As they are written in the language, with everything that they were made of: `dense(8, tanh, …), residual(…)`.
  var definitions: String {
    var (text, separator) = ("", "")
    for (layer, blocks) in zip(self, blocksBeginning) {
      for _ in 0..<blocks {
        text += separator + "residual("
        separator = ""
      }
      text += layer.secondInput != nil ? ")" : separator + layer.definition.printed(in: Self.everyDigit).text
      separator = ", "
    }
    return text
  }

  private static var everyDigit: NumberStyle { NumberStyle(digits: 17, notation: .e) }
}
