/// A rectangle of numbers, stored row after row.
public struct Matrix: Sendable, Equatable {
  public let rows: Int
  public let columns: Int
  /// The numbers in row-major order; there are always `rows × columns` of them.
  public var elements: [Double]

  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0 && elements.count == rows * columns)
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// The number at a row and column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// One row, counted from 0.
  public func row(_ index: Int) -> [Double] {
    Array(elements[index * columns..<(index + 1) * columns])
  }

  /// One column, counted from 0.
  public func column(_ index: Int) -> [Double] {
    (0..<rows).map { self[$0, index] }
  }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    // Tile by tile, so that both matrices are near the processor.
    let tile = 32
    let turned = [Double](unsafeUninitializedCapacity: elements.count) { turned, filled in
      elements.withUnsafeBufferPointer { elements in
        for row in stride(from: 0, to: rows, by: tile) {
          for column in stride(from: 0, to: columns, by: tile) {
            for i in row..<min(row + tile, rows) {
              for j in column..<min(column + tile, columns) { turned[j * rows + i] = elements[i * columns + j] }
            }
          }
        }
      }
      filled = elements.count
    }
    return Matrix(rows: columns, columns: rows, elements: turned)
  }
}
