import Networks
import Workbench

/// How one number lies in a `.npy` file.
struct NumpyElement: Sendable {
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
