import Vocabulary

/// All numbers that training touches, allocated once.
///
/// A value for each unit and point of a batch, unit after unit, so that the points of a batch lie side by side. Sums run in
/// a fixed order, whatever the size of the batch.
final class Workspace {
  let architecture: Architecture
  let capacity: Int
  /// The weighted sums and the activations of each layer; `activations[0]` is the input.
  private(set) var sums: [UnsafeMutableBufferPointer<Double>] = []
  private(set) var activations: [UnsafeMutableBufferPointer<Double>] = []
  /// ∂L/∂z of each layer.
  private(set) var deltas: [UnsafeMutableBufferPointer<Double>] = []
  let weights: UnsafeMutableBufferPointer<Double>
  let gradients: UnsafeMutableBufferPointer<Double>
  let targets: UnsafeMutableBufferPointer<Double>

  /// Throws a failure of kind `limit` where so many points at once would not fit into the architecture's memory.
  init(_ architecture: Architecture, weights initial: [Double], capacity: Int) throws(Failure) {
    let units = architecture.layers.reduce(Double(architecture.inputs)) { $0 + 3 * Double($1.units) }
    let bytes = 8 * units * Double(capacity)
    guard bytes <= Double(architecture.memory) else {
      throw Failure(
        .limit, "so many points at once would need \(Int64(bytes / 1e6)) MB", hint: "take fewer points or units")
    }
    self.architecture = architecture
    self.capacity = capacity
    weights = Self.allocate(architecture.parameterCount)
    gradients = Self.allocate(architecture.parameterCount)
    targets = Self.allocate(architecture.outputs * capacity)
    _ = weights.update(fromContentsOf: initial)
    activations.append(Self.allocate(architecture.inputs * capacity))
    for layer in architecture.layers {
      sums.append(Self.allocate(layer.units * capacity))
      activations.append(Self.allocate(layer.units * capacity))
      deltas.append(Self.allocate(layer.units * capacity))
    }
  }

  deinit {
    for buffer in sums + activations + deltas + [weights, gradients, targets] { buffer.deallocate() }
  }

  private static func allocate(_ count: Int) -> UnsafeMutableBufferPointer<Double> {
    let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
    buffer.initialize(repeating: 0)
    return buffer
  }

  /// Copies the points at some rows of a data set in.
  func load(_ data: Dataset, rows: ArraySlice<Int>) {
    for (place, row) in rows.enumerated() {
      for feature in 0..<architecture.inputs {
        activations[0][feature * capacity + place] = data.features.elements[row * architecture.inputs + feature]
      }
      for output in 0..<architecture.outputs {
        targets[output * capacity + place] = data.targets.elements[row * architecture.outputs + output]
      }
    }
  }

  /// Computes all activations of the loaded points.
  ///
  /// Breaks off once an interruption is requested.
  func forward(points: Int, until interruption: Interruption? = nil) {
    for (index, layer) in architecture.layers.enumerated() {
      let input = activations[index], sum = sums[index], output = activations[index + 1]
      for unit in 0..<layer.units {
        if interruption?.isRequested == true { return }
        let z = UnsafeMutableBufferPointer(rebasing: sum[unit * capacity..<unit * capacity + points])
        z.update(repeating: weights[layer.biasOffset + unit])
        for source in 0..<layer.inputs {
          let weight = weights[layer.offset + source * layer.units + unit]
          let x = UnsafeMutableBufferPointer(rebasing: input[source * capacity..<source * capacity + points])
          for point in 0..<points { z[point] += weight * x[point] }
        }
        for point in 0..<points { output[unit * capacity + point] = layer.activation.value(z[point]) }
      }
    }
  }

  /// The mean loss of the loaded points.
  func loss(_ loss: any Loss, points: Int) -> Double {
    guard let output = activations.last else { return .nan }
    var sum = 0.0
    for unit in 0..<architecture.outputs {
      for point in unit * capacity..<unit * capacity + points { sum += loss.value(output[point], targets[point]) }
    }
    return sum / Double(points * architecture.outputs)
  }

  /// Computes ∂L/∂z of every layer and ∂L/∂w of every weight after `forward`.
  func backward(_ loss: any Loss, points: Int) {
    let last = architecture.layers.count - 1
    let share = 1 / Double(points * architecture.outputs)
    for unit in 0..<architecture.outputs {
      for point in unit * capacity..<unit * capacity + points {
        deltas[last][point] = share * loss.slope(activations[last + 1][point], targets[point])
      }
    }
    for index in stride(from: last, through: 0, by: -1) {
      let layer = architecture.layers[index]
      multiplyBySlope(index, points: points)
      collectGradients(index, points: points)
      if index > 0 { passBack(layer, from: deltas[index], to: deltas[index - 1], points: points) }
    }
  }

  private func multiplyBySlope(_ index: Int, points: Int) {
    let layer = architecture.layers[index]
    for unit in 0..<layer.units {
      for point in unit * capacity..<unit * capacity + points {
        deltas[index][point] *= layer.activation.slope(sums[index][point], activations[index + 1][point])
      }
    }
  }

  private func collectGradients(_ index: Int, points: Int) {
    let layer = architecture.layers[index]
    let input = activations[index], delta = deltas[index]
    for unit in 0..<layer.units {
      let d = UnsafeMutableBufferPointer(rebasing: delta[unit * capacity..<unit * capacity + points])
      var bias = 0.0
      for point in 0..<points { bias += d[point] }
      gradients[layer.biasOffset + unit] = bias
      for source in 0..<layer.inputs {
        let x = UnsafeMutableBufferPointer(rebasing: input[source * capacity..<source * capacity + points])
        var sum = 0.0
        for point in 0..<points { sum += d[point] * x[point] }
        gradients[layer.offset + source * layer.units + unit] = sum
      }
    }
  }

  /// ∂L/∂a of the layer before, to be multiplied by its activation's slope.
  private func passBack(
    _ layer: Architecture.Dense, from delta: UnsafeMutableBufferPointer<Double>,
    to before: UnsafeMutableBufferPointer<Double>, points: Int
  ) {
    for source in 0..<layer.inputs {
      let sum = UnsafeMutableBufferPointer(rebasing: before[source * capacity..<source * capacity + points])
      sum.update(repeating: 0)
      for unit in 0..<layer.units {
        let weight = weights[layer.offset + source * layer.units + unit]
        let d = UnsafeMutableBufferPointer(rebasing: delta[unit * capacity..<unit * capacity + points])
        for point in 0..<points { sum[point] += weight * d[point] }
      }
    }
  }
}
