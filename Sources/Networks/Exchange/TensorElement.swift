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
