import Vocabulary

extension Figure {
  /// A gradient on its way back: a bar for each layer, from the output on; a line where there are too many.
  public static func chain(_ gradients: [Double], layers: [String], title: String? = nil) -> Figure {
    let sizes = gradients.map(\.magnitude)
    let scale: Scale = sizes.contains { $0 > 0 && $0.isFinite } ? .logarithmic : .linear
    guard sizes.count <= 40 else {
      return Figure(
        title, x: Axis("layers back from the output", isCount: true), y: Axis("|gradient|", scale: scale),
        marks: [LineMark(sizes)])
    }
    let captions = gradients.map { NumberStyle(digits: 4).text($0) }
    return Figure(
      title, x: Axis("|gradient|", scale: scale), y: Axis("layer", categories: layers, isReversed: true),
      marks: [BarMark(sizes, .right, captions: captions)])
  }
}
