import Vocabulary
import Workbench

/// What the head of a `.npy` file says of the numbers behind it.
struct NumpyHeader: Sendable {
  let element: NumpyElement
  /// Whether whole columns follow each other, as in Fortran, not whole rows.
  let isColumnMajor: Bool
  /// None for a single number, one length for a vector, rows and columns for a matrix.
  let shape: [Int]
  /// Bytes before the first number.
  let length: Int

  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// NumPy itself refuses longer ones.
  private static let longest = 10_000

  /// Reads the head of a file; throws a failure of kind `file` where it is none, or of something else than at most
  /// two-dimensional arrays of numbers.
  init(from file: FileReader) throws(Failure) {
    let start = try file.next(8)
    guard start.count == 8, start.starts(with: Self.magic) else { throw file.failure("is no NumPy file") }
    guard (1...3).contains(start[6]), start[7] == 0 else {
      throw file.failure("has the unknown format version \(start[6]).\(start[7])")
    }
    let field = try file.next(start[6] == 1 ? 2 : 4)
    let size = field.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard size <= Self.longest else { throw file.failure("has a header of \(size) bytes, which is too long") }
    let text = try file.next(size)
    guard field.count == (start[6] == 1 ? 2 : 4), text.count == size else {
      throw file.failure("breaks off in its header")
    }
    length = 8 + field.count + size
    var literal = PythonLiteral(text)
    guard let entries = literal.dictionary(), entries.count == 3, case .text(let code) = entries["descr"],
      case .truth(let isColumnMajor) = entries["fortran_order"], case .tuple(let shape) = entries["shape"]
    else {
      throw file.failure(
        "has a header that cannot be read", hint: "only plain arrays of numbers can, not records of several fields")
    }
    guard let element = NumpyElement(code) else {
      let hint = code.hasSuffix("O") ? "in NumPy: np.save(file, array.astype(float))" : nil
      throw file.failure("holds elements of type '\(code)', which are no real numbers", hint: hint)
    }
    guard shape.count <= 2 else {
      throw file.failure(
        "holds an array of \(shape.count) dimensions; a vector has one and a matrix two",
        hint: "in NumPy: array.reshape(rows, -1)")
    }
    self.element = element
    self.isColumnMajor = isColumnMajor
    self.shape = shape
  }

  /// How many numbers there are; throws a failure of kind `limit` where they would not fit.
  func count(within file: FileReader) throws(Failure) -> Int {
    // A matrix without columns takes no memory however many rows it has, but whoever goes through them takes time.
    for length in shape { try file.limits.reserve(numbers: Double(length)) }
    let count = shape.reduce(1.0) { $0 * Double($1) }
    try file.limits.reserve(numbers: count)
    return Int(exactly: count) ?? 0
  }

  /// The head of a file of `float64` in rows, as NumPy 2 writes it: with room for the first length to grow, and padded
  /// to a multiple of 64 bytes.
  static func bytes(shape: [Int]) -> [UInt8] {
    let lengths = shape.map(String.init)
    let tuple = lengths.count == 1 ? lengths[0] + "," : lengths.joined(separator: ", ")
    var text = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(tuple)), }"
    if let first = lengths.first { text += String(repeating: " ", count: max(0, 21 - first.utf8.count)) }
    let start = magic.count + 4
    text += String(repeating: " ", count: 63 - (start + text.utf8.count) % 64) + "\n"
    let size = text.utf8.count
    return magic + [1, 0, UInt8(size & 0xFF), UInt8(size >> 8)] + Array(text.utf8)
  }
}
