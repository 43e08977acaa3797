import Vocabulary

/// One subscript, evaluated.
enum Place {
  case index(Int)
  case slice(Int?, Int?, step: Int)

  var keepsAxis: Bool {
    if case .slice = self { true } else { false }
  }

  /// The positions that it selects of so many, counted from the end where negative, as NumPy does.
  func positions(of count: Int, in noun: String) throws(Failure) -> StrideTo<Int> {
    switch self {
    case .index(let index):
      guard (-count..<count).contains(index) else {
        let allowed = count == 0 ? "it has none" : "indices go from 0 to \(count - 1), or -\(count) to -1"
        throw Failure(.type, "index \(index) is outside \(noun)", hint: allowed)
      }
      let position = index < 0 ? index + count : index
      return stride(from: position, to: position + 1, by: 1)
    case .slice(let first, let end, let step) where step > 0:
      let start = Self.clip(first ?? 0, of: count, to: 0...count)
      return stride(from: start, to: max(start, Self.clip(end ?? count, of: count, to: 0...count)), by: step)
    case .slice(let first, let end, let step):
      let start = first.map { Self.clip($0, of: count, to: -1...count - 1) } ?? count - 1
      let stop = end.map { Self.clip($0, of: count, to: -1...count - 1) } ?? -1
      return stride(from: start, to: min(start, stop), by: max(step, -1 << 53))
    }
  }

  /// A position counted from the end where it is negative, brought between bounds.
  private static func clip(_ index: Int, of count: Int, to bounds: ClosedRange<Int>) -> Int {
    let limited = min(max(index, -1 << 53), 1 << 53)
    return min(max(limited < 0 ? limited + count : limited, bounds.lowerBound), bounds.upperBound)
  }
}
