import Platform
import TestSupport
import Testing
import Vocabulary
import Workbench

/// `.npy` files against NumPy's own.
@Suite struct NumpyFormatTests {
  struct Reference {
    let name: String
    let file: [UInt8]
    let rows: Int
    let columns: Int
    let bits: [UInt64]

    static func all() throws -> [Reference] {
      try References.rows("files/arrays.csv").map { row in
        let digits = Array(row[1].utf8)
        return Reference(
          name: row[0],
          file: stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
          },
          rows: try #require(Int(row[2])), columns: try #require(Int(row[3])),
          bits: row[4].split(separator: " ").compactMap { UInt64($0, radix: 16) })
      }
    }
  }

  @Test func `every element type, byte order, order and version is read`() throws {
    var files = try FileSession()
    let references = try Reference.all()
    #expect(references.count == 108)
    for reference in references {
      files.folder.write("a.npy", bytes: reference.file)
      let parts = try files.value("load \"%/a.npy\"").parts
      #expect(parts.rows == reference.rows, "\(reference.name)")
      #expect(parts.columns == reference.columns, "\(reference.name)")
      #expect(parts.bits == reference.bits, "\(reference.name)")
    }
  }

  @Test func `files are NumPy's, byte for byte`() throws {
    var files = try FileSession()
    for reference in try Reference.all() where reference.name.hasSuffix("_saved") {
      files.folder.write("a.npy", bytes: reference.file)
      _ = try files.value("x = load \"%/a.npy\"; save x \"%/b.npy\"")
      #expect(try Self.bytes(files.folder.path + "/b.npy") == reference.file, "\(reference.name)")
    }
  }

  @Test func `a cut file is refused at every length`() throws {
    var files = try FileSession()
    let whole = try #require(Reference.all().first { $0.name == "matrix_saved" }).file
    for length in whole.indices {
      files.folder.write("a.npy", bytes: Array(whole[..<length]))
      #expect(try files.failure("load \"%/a.npy\"").kind == .file, "\(length) bytes")
    }
    files.folder.write("a.npy", bytes: whole + [0])
    #expect(try files.failure("load \"%/a.npy\"").message == "'%/a.npy' goes on after its 12 numbers")
    files.folder.write("a.npy", bytes: Array(whole.dropLast(9)))
    #expect(try files.failure("load \"%/a.npy\"").message == "'%/a.npy' breaks off: of 12 numbers it holds 10")
  }

  @Test func `a byte changed anywhere crashes nothing`() throws {
    var files = try FileSession()
    let whole = try #require(Reference.all().first { $0.name == "version_2" }).file
    for index in whole.indices {
      for byte: UInt8 in [0, 0x27, 0x28, 0x29, 0x2C, 0x30, 0x39, 0x7D, 0xFF] {
        var bytes = whole
        bytes[index] = byte
        files.folder.write("a.npy", bytes: bytes)
        let failure = files.run("load \"%/a.npy\"").failure
        #expect(failure == nil || failure?.kind == .file || failure?.kind == .limit)
      }
    }
  }

  @Test(arguments: [
    ("(9223372036854775807, 9223372036854775807)", Failure.Kind.limit),
    ("(9223372036854775808,)", .file), ("(99999999999999999999999999,)", .file),
    ("(4611686018427387904, 4)", .limit), ("(1000000000000, 0)", .limit), ("(0, 1000000000000)", .limit),
    ("(-1,)", .file), ("(2, 3, 4)", .file), ("(2.0,)", .file), ("(,)", .file), ("(2", .file), ("2", .file),
    ("(250000000,)", .file), ("(250000001,)", .limit),
  ])
  func `hostile shapes are refused before anything is allocated`(_ shape: String, _ kind: Failure.Kind) throws {
    var files = try FileSession()
    files.folder.write("a.npy", bytes: Self.file("{'descr': '<f8', 'fortran_order': False, 'shape': \(shape), }"))
    #expect(try files.failure("load \"%/a.npy\"").kind == kind)
  }

  @Test(arguments: [
    "", "{}", "{'descr': '<f8'}", "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), 'more': True}",
    "{'descr': '|O', 'fortran_order': False, 'shape': (2,)}",
    "{'descr': '<c16', 'fortran_order': False, 'shape': (2,)}",
    "{'descr': '<f3', 'fortran_order': False, 'shape': (2,)}",
    "{'descr': '<U4', 'fortran_order': False, 'shape': (2,)}",
    "{'descr': '|f8', 'fortran_order': False, 'shape': (2,)}",
    "{'descr': '<b8', 'fortran_order': False, 'shape': (2,)}",
    "{'descr': [('x', '<f8')], 'fortran_order': False, 'shape': (2,)}",
    "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False}",
    "{'descr': '<f8' 'fortran_order': False, 'shape': (2,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (2,)} + 1", "{'descr': '<f8, 'fortran_order': 0, 'shape': (2,)}",
  ])
  func `headers of other things are refused`(_ header: String) throws {
    var files = try FileSession()
    files.folder.write("a.npy", bytes: Self.file(header) + [UInt8](repeating: 0, count: 16))
    #expect(try files.failure("load \"%/a.npy\"").kind == .file)
  }

  @Test func `the limit on memory holds for small elements too`() throws {
    var files = try FileSession()
    files.session.context.limits.memory = 8000
    let header = Self.file("{'descr': '|b1', 'fortran_order': False, 'shape': (1001,)}")
    files.folder.write("a.npy", bytes: header + [UInt8](repeating: 1, count: 1001))
    #expect(try files.failure("load \"%/a.npy\"").kind == .limit)
    files.folder.write(
      "v.npy",
      bytes: Self.file("{'descr': '|b1', 'fortran_order': False, 'shape': (1000,)}")
        + [UInt8](repeating: 1, count: 1000))
    #expect(try files.value("load \"%/v.npy\"").parts.bits.count == 1000)
  }

  @Test func `unknown versions and long headers are refused`() throws {
    var files = try FileSession()
    for start: [UInt8] in [[4, 0, 0, 0], [0, 0, 0, 0], [1, 1, 0, 0], [2, 0, 255, 255, 255, 255], [1, 0, 255, 255]] {
      files.folder.write("a.npy", bytes: [0x93] + Array("NUMPY".utf8) + start)
      #expect(try files.failure("load \"%/a.npy\"").kind == .file)
    }
  }

  /// A file of version 1.0 without its numbers.
  private static func file(_ header: String) -> [UInt8] {
    let text = Array(header.utf8)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.count & 0xFF), UInt8(text.count >> 8)] + text
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    try OpenFile(reading: path).rest()
  }
}
