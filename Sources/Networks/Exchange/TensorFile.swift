import Vocabulary

/// Named arrays of numbers in the form of safetensors: the length of a header in eight bytes, the header in JSON, then the
/// numbers, one array after the other.
///
/// Source: the format's description by its makers, huggingface.co/docs/safetensors.
public struct TensorFile: Sendable {
  /// An array in the file.
  public struct Entry: Sendable {
    public let name: String
    public let shape: [Int]
    /// `F32`, `I64` …
    public let type: String
    /// Where its bytes are.
    let bytes: Range<Int>
  }

  /// An array to be written.
  public struct Tensor: Sendable {
    public let name: String
    public let shape: [Int]
    public let numbers: [Double]

    public init(name: String, shape: [Int], numbers: [Double]) {
      self.name = name
      self.shape = shape
      self.numbers = numbers
    }
  }

  /// In the order in which they lie in the file.
  public let entries: [Entry]
  /// What else the header says.
  public let metadata: [String: String]
  private let bytes: [UInt8]

  private static let longestHeader = 10_000_000

  /// Reads and checks a header; throws a failure of kind `file`, to be said after the file's name, where the bytes are
  /// anything but a whole file of this form.
  public init(_ bytes: [UInt8]) throws(Failure) {
    guard bytes.count >= 8 else { throw Failure(.file, "is not a safetensors file") }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(Self.longestHeader) else {
      throw Failure(.file, "is not a safetensors file: its header is too long")
    }
    let start = 8 + Int(length)
    guard start <= bytes.count else { throw Failure(.file, "breaks off in its header") }
    guard case .object(var items) = JSONReader.item(in: bytes[8..<start]) else {
      throw Failure(.file, "is not a safetensors file: its header cannot be read")
    }
    var metadata: [String: String] = [:]
    if let item = items.removeValue(forKey: "__metadata__") {
      guard case .object(let texts) = item else { throw Failure(.file, "has metadata that cannot be read") }
      for (key, text) in texts {
        guard case .text(let text) = text else { throw Failure(.file, "has metadata that cannot be read") }
        metadata[key] = text
      }
    }
    var entries: [Entry] = []
    for (name, item) in items { entries.append(try Self.entry(name, item, dataStart: start)) }
    entries.sort {
      ($0.bytes.lowerBound, $0.bytes.upperBound, $0.name) < ($1.bytes.lowerBound, $1.bytes.upperBound, $1.name)
    }
    var end = start
    for entry in entries {
      guard entry.bytes.lowerBound == end else {
        throw Failure(.file, "has a gap or an overlap before '\(entry.name)'")
      }
      end = entry.bytes.upperBound
    }
    guard end <= bytes.count else {
      throw Failure(.file, "breaks off: it should have \(end) bytes, but has \(bytes.count)")
    }
    guard end == bytes.count else { throw Failure(.file, "has bytes after its last array") }
    self.entries = entries
    self.metadata = metadata
    self.bytes = bytes
  }

  private static func entry(_ name: String, _ item: JSONReader.Item, dataStart: Int) throws(Failure) -> Entry {
    let broken = Failure(.file, "has an entry '\(name.prefix(60))' that cannot be read")
    guard case .object(let parts) = item, parts.count == 3, case .text(let type) = parts["dtype"],
      let size = TensorElement.size(of: type), let shape = integers(parts["shape"]),
      let offsets = integers(parts["data_offsets"]), offsets.count == 2, offsets[0] <= offsets[1],
      name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw broken }
    var count = size
    for length in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: length)
      if overflows { throw broken }
      count = product
    }
    guard count == offsets[1] - offsets[0], offsets[1] < 1 << 60 else { throw broken }
    return Entry(name: name, shape: shape, type: type, bytes: dataStart + offsets[0]..<dataStart + offsets[1])
  }

  /// Whole numbers from 0 on.
  private static func integers(_ item: JSONReader.Item?) -> [Int]? {
    guard case .array(let items) = item else { return nil }
    let numbers = items.compactMap {
      if case .number(let text) = $0 { Int(text).flatMap { $0 >= 0 ? $0 : nil } } else { nil }
    }
    return numbers.count == items.count ? numbers : nil
  }

  /// The numbers of an array, row by row; throws a failure of kind `file` where they are no real numbers.
  public func numbers(of entry: Entry) throws(Failure) -> [Double] {
    guard let element = TensorElement(rawValue: entry.type) else {
      throw Failure(.file, "has '\(entry.name)' of the type \(entry.type), which are no weights")
    }
    return bytes.withUnsafeBytes { buffer in
      stride(from: entry.bytes.lowerBound, to: entry.bytes.upperBound, by: element.size).map {
        element.number(at: $0, of: buffer)
      }
    }
  }

  /// A file of these arrays as `F64`, in this order; throws when it is interrupted.
  public static func bytes(
    _ tensors: [Tensor], metadata: [(key: String, text: String)], interruption: Interruption = Interruption()
  ) throws(Failure) -> [UInt8] {
    let entries = metadata.map { "\(JSON(string: $0.key).text):\(JSON(string: $0.text).text)" }
    var parts = ["\"__metadata__\":{" + entries.joined(separator: ",") + "}"]
    var end = 0
    for tensor in tensors {
      let start = end
      end += 8 * tensor.numbers.count
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      parts.append(
        "\(JSON(string: tensor.name).text):{\"dtype\":\"F64\",\"shape\":[\(shape)],\"data_offsets\":[\(start),\(end)]}")
    }
    var header = Array(("{" + parts.joined(separator: ",") + "}").utf8)
    // The numbers begin at a multiple of 8.
    header += Array(repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.count + end)
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes += $0 }
    bytes += header
    for tensor in tensors {
      for (index, number) in tensor.numbers.enumerated() {
        if index & 0xFFFF == 0 { try interruption.check() }
        withUnsafeBytes(of: number.storedBits.littleEndian) { bytes += $0 }
      }
    }
    return bytes
  }
}

/// How the numbers of a tensor lie in a file, little end first.
public enum TensorElement: String, Sendable {
  case float64 = "F64"
  case float32 = "F32"
  case float16 = "F16"
  case bfloat16 = "BF16"

  /// Bytes that a number takes.
  public var size: Int {
    switch self {
    case .float64: 8
    case .float32: 4
    case .float16, .bfloat16: 2
    }
  }

  /// The number that begins at an offset, which need not be aligned.
  public func number(at offset: Int, of bytes: UnsafeRawBufferPointer) -> Double {
    switch self {
    case .float64:
      Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    case .float32:
      Double(Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))))
    case .float16: Double(halfBits: UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
    case .bfloat16:
      Double(
        Float(
          bitPattern: UInt32(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))) << 16))
    }
  }

  /// Bytes of a number of any type that safetensors files know; nil for unknown types.
  static func size(of type: String) -> Int? {
    switch type {
    case "BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3": 1
    case "U16", "I16", "F16", "BF16": 2
    case "U32", "I32", "F32": 4
    case "U64", "I64", "F64": 8
    default: nil
    }
  }
}

extension Double {
  /// From IEEE binary16; `Float16` does not exist on every Mac.
  public init(halfBits bits: UInt16) {
    let exponent = Int(bits >> 10 & 0x1F)
    let fraction = Double(bits & 0x3FF)
    let size: Double =
      switch exponent {
      case 0: fraction * 0x1p-24
      case 31: fraction == 0 ? .infinity : .nan
      default: Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
      }
    self = bits >> 15 == 0 ? size : -size
  }
}
