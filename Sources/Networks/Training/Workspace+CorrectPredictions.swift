extension Workspace {
  /// How many of the loaded points are put into their class: the output beyond the loss's boundary, or the largest of
  /// several.
  func correctPredictions(_ loss: any Loss) -> Int {
    let output = activations[architecture.layers.count]
    var count = 0
    for point in 0..<points {
      if architecture.outputs == 1 {
        if (output[point] > loss.boundary) == (targets[point] > 0.5) { count += 1 }
      } else if largest(in: output, point) == largest(in: targets, point) {
        count += 1
      }
    }
    return count
  }

  private func largest(in values: UnsafeMutablePointer<Double>, _ point: Int) -> Int {
    var best = 0
    for unit in 1..<architecture.outputs where values[unit * pitch + point] > values[best * pitch + point] {
      best = unit
    }
    return best
  }
}
