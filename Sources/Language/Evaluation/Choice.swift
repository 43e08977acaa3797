import Vocabulary

/// From the numbers of one value where a condition holds, from another's where not; each repeated to fill a shape.
struct Choice {
  /// Numbers with their shape.
  struct Part {
    let shape: Shape
    fileprivate let elements: [Double]

    init?(_ value: Value) {
      guard let shape = Shape(value), let elements = value.numberRow else { return nil }
      (self.shape, self.elements) = (shape, elements)
    }
  }

  let condition: Part
  let first: Part
  let second: Part

  /// The numbers, fewer once a stop is requested.
  func numbers(in shape: Shape, _ interruption: Interruption) -> [Double] {
    let (rows, columns) = (shape.rows, shape.columns)
    let (own, left, right) = (condition.shape.steps, first.shape.steps, second.shape.steps)
    return [Double](unsafeUninitializedCapacity: rows * columns) { results, filled in
      condition.elements.withUnsafeBufferPointer { tests in
        first.elements.withUnsafeBufferPointer { lefts in
          second.elements.withUnsafeBufferPointer { rights in
            for row in 0..<rows {
              for start in stride(from: 0, to: columns, by: 0x10000) {
                guard !interruption.isRequested else { return }
                for column in start..<min(start + 0x10000, columns) {
                  let holds = tests[row * own.row + column * own.column] != 0
                  let a = lefts[row * left.row + column * left.column]
                  let b = rights[row * right.row + column * right.column]
                  results[row * columns + column] = holds ? a : b
                }
                filled = row * columns + min(start + 0x10000, columns)
              }
            }
          }
        }
      }
    }
  }
}
