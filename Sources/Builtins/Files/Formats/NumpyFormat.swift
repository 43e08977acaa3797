import Networks
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
      switch value.countingTruths {
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
        withUnsafeBytes(of: number.storedBits.littleEndian) { bytes += $0 }
      }
      try file.write(bytes)
    }
  }
}

/// How one number lies in a `.npy` file.
private struct NumpyElement: Sendable {
  enum Kind: Character, Sendable {
    case float = "f"
    case integer = "i"
    case natural = "u"
    case truth = "b"
  }

  let kind: Kind
  /// Bytes that it takes.
  let size: Int
  let isBigEndian: Bool

  /// From NumPy's code, such as `<f8`; nil where that is no such number.
  init?(_ code: String) {
    let characters = Array(code)
    guard characters.count == 3, ["<", ">", "|", "="].contains(characters[0]), let kind = Kind(rawValue: characters[1]),
      let size = characters[2].wholeNumberValue
    else { return nil }
    let sizes =
      switch kind {
      case .float: [2, 4, 8]
      case .integer, .natural: [1, 2, 4, 8]
      case .truth: [1]
      }
    guard sizes.contains(size), size == 1 || characters[0] != "|" else { return nil }
    self.kind = kind
    self.size = size
    isBigEndian = characters[0] == ">"
  }

  /// The number that begins at an offset, which need not be aligned.
  func number(at offset: Int, of bytes: UnsafeRawBufferPointer) -> Double {
    let bits: UInt64 =
      switch size {
      case 1: UInt64(bytes[offset])
      case 2: UInt64(word(at: offset, of: bytes, as: UInt16.self))
      case 4: UInt64(word(at: offset, of: bytes, as: UInt32.self))
      default: word(at: offset, of: bytes, as: UInt64.self)
      }
    switch kind {
    case .float:
      switch size {
      case 2: return Double(halfBits: UInt16(truncatingIfNeeded: bits))
      case 4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      default: return Double(bitPattern: bits)
      }
    case .integer:
      let unused = 64 - 8 * UInt64(size)
      return Double(Int64(bitPattern: bits << unused) >> Int64(unused))
    case .natural: return Double(bits)
    case .truth: return bits == 0 ? 0 : 1
    }
  }

  private func word<Word: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, of bytes: UnsafeRawBufferPointer, as: Word.Type
  ) -> Word {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)
    return isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word)
  }
}

/// What the head of a `.npy` file says of the numbers behind it.
private struct NumpyHeader: Sendable {
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
