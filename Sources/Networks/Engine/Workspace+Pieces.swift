import Vocabulary

extension Workspace {
  /// Room for so many points, in pieces of 1024, which go through as in training but without chance: batch normalization
  /// takes the moments of each piece, dropout drops nothing.
  static func withoutChance(
    _ architecture: Architecture, weights: [Double], points: Int
  ) throws(Failure) -> Workspace {
    let workspace = try Workspace(architecture, weights: weights, capacity: min(points, 1024))
    workspace.isTraining = true
    for index in architecture.layers.indices {
      architecture.layers[index].prepareWithoutChance(workspace.buffers(index))
    }
    return workspace
  }

  /// Sends all points of a data set forward, as many at once as there is room for; `visit` is told the row of each piece's first point.
  ///
  /// Throws once it is interrupted.
  func forward(_ data: Dataset, _ interruption: Interruption, _ visit: (_ start: Int) -> Void) throws(Failure) {
    let rows = Array(0..<data.count)
    for start in stride(from: 0, to: rows.count, by: max(1, capacity)) {
      try interruption.check()
      load(data, rows: rows[start..<min(start + capacity, rows.count)])
      forward()
      visit(start)
    }
  }
}
