import Vocabulary
import Workbench

/// NumPy's `.npy`: a number, a vector or a matrix as its bytes.
///
/// Written as `np.save` writes an array of `float64`, byte for byte. Read from real numbers, whole numbers and truth
/// values of any size, in either byte order, rows or columns first. Whole numbers beyond 2⁵³ are rounded.
/// Source: the page "numpy.lib.format" of NumPy's manual.
struct NumpyFormat: FileFormat {
  let suffix = "npy"

  /// Elements that are converted between two looks at whether to stop.
  private static let chunk = 1 << 16

  func read(_ file: FileReader, for session: inout Session) throws(Failure) -> Value {
    let header = try NumpyHeader(from: file)
    let count = try header.count(within: file)
    let size = header.element.size
    let given = file.size - header.length
    if given != count * size {
      throw file.failure(
        given < count * size
          ? "breaks off: of \(counted(count, "number")) it holds \(max(0, given) / size)"
          : "goes on after its \(counted(count, "number"))")
    }
    let columnLength = header.isColumnMajor && header.shape.count == 2 ? header.shape[0] : nil
    let width = header.shape.count == 2 ? header.shape[1] : 1
    var numbers = [Double](repeating: 0, count: count)
    for start in stride(from: 0, to: count, by: Self.chunk) {
      let end = min(start + Self.chunk, count)
      let bytes = try file.next((end - start) * size)
      guard bytes.count == (end - start) * size else { throw file.failure("became shorter while it was read") }
      bytes.withUnsafeBytes { buffer in
        for index in start..<end {
          let number = header.element.number(at: (index - start) * size, of: buffer)
          if let columnLength {
            numbers[index % columnLength * width + index / columnLength] = number
          } else {
            numbers[index] = number
          }
        }
      }
    }
    switch header.shape.count {
    case 0: return .number(numbers[0])
    case 1: return .vector(numbers)
    default: return .matrix(Matrix(rows: header.shape[0], columns: header.shape[1], elements: numbers))
    }
  }

  func write(_ value: Value, to file: FileWriter, of session: Session) throws(Failure) {
    let (shape, numbers): ([Int], [Double]) =
      switch value {
      case .number(let number): ([], [number])
      case .matrix(let matrix): ([matrix.rows, matrix.columns], matrix.elements)
      case .vector(let elements): ([elements.count], elements)
      default: throw FileFormats.misfit(value, suffix)
      }
    try file.write(NumpyHeader.bytes(shape: shape))
    for start in stride(from: 0, to: numbers.count, by: Self.chunk) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(8 * Self.chunk)
      for number in numbers[start..<min(start + Self.chunk, numbers.count)] {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
      }
      try file.write(bytes)
    }
  }
}
