import Networks

/// A network of dense layers in nothing but loops: what the engine does, to be read with a textbook beside it, and a second
/// oracle for it.
struct PlainNetwork {
  struct Layer {
    /// From each input to each unit.
    var weights: [[Double]]
    var biases: [Double]
    let activation: any Activation
  }

  private(set) var layers: [Layer] = []

  /// The parameters in the order in which a network of gradus has them.
  init(_ architecture: Architecture, _ parameters: [Double]) {
    for layer in architecture.layers {
      let rows = (0...layer.inputs).map { row in
        Array(parameters[layer.offset + row * layer.units..<layer.offset + (row + 1) * layer.units])
      }
      layers.append(
        Layer(weights: Array(rows.dropLast()), biases: rows[layer.inputs], activation: layer.activation))
    }
  }

  var parameters: [Double] { layers.flatMap { $0.weights.flatMap(\.self) + $0.biases } }

  /// Moves every parameter against the mean gradient of some points; the mean loss before.
  mutating func step(_ points: [(x: [Double], target: [Double])], _ loss: any Loss, rate: Double) -> Double {
    var total = 0.0
    var change = layers
    for (x, target) in points {
      // Forward: z = a W + b, a = activation(z).
      var (inputs, sums) = ([x], [[Double]]())
      for layer in layers {
        let a = inputs[inputs.count - 1]
        let z = layer.biases.indices.map { unit in
          a.indices.reduce(layer.biases[unit]) { $0 + a[$1] * layer.weights[$1][unit] }
        }
        sums.append(z)
        inputs.append(z.map(layer.activation.value))
      }
      let output = inputs[inputs.count - 1]
      let share = 1 / Double(points.count * output.count)
      for unit in output.indices { total += share * loss.value(output[unit], target[unit]) }
      // Backward: δ = ∂L/∂a × activation′(z), ∂L/∂W = a δ, ∂L/∂b = δ, ∂L/∂a of the layer before = W δ.
      var ofActivation = output.indices.map { share * loss.derivative(output[$0], target[$0]) }
      for index in layers.indices.reversed() {
        let (layer, a, z) = (layers[index], inputs[index], sums[index])
        let delta = z.indices.map { unit in
          ofActivation[unit] * layer.activation.derivative(at: z[unit], value: inputs[index + 1][unit])
        }
        for unit in delta.indices {
          for input in a.indices { change[index].weights[input][unit] -= rate * a[input] * delta[unit] }
          change[index].biases[unit] -= rate * delta[unit]
        }
        ofActivation = a.indices.map { input in
          delta.indices.reduce(0) { $0 + layer.weights[input][$1] * delta[$1] }
        }
      }
    }
    layers = change
    return total
  }
}
