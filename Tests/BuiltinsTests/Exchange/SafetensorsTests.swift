import Networks
import Probability
import TestSupport
import Testing
import Vocabulary
import Workbench

/// `.safetensors` files, good and bad.
@Suite struct SafetensorsTests {
  static let net = """
    net = sequential(input(2), dense(4, leaky_relu(slope=1/3), random_normal(0, 1/7)), batch_normalization(0.9), \
    dropout(0.1), repeat(2, dense(3, tanh, he_normal, uniform(-1, 1))), dense(1, sigmoid, orthogonal(2)), seed=1)
    """

  @Test func `a network comes back bit for bit`() throws {
    var files = try FileSession()
    _ = try files.value(Self.net)
    _ = try files.value("train net circles(50, seed=1) epochs=2; save net \"%/a.safetensors\"")
    let loaded = files.run("b = load \"%/a.safetensors\"").results.last?.printed.text
    #expect(loaded == files.run("net").results.last?.printed.text)
    _ = try files.value("points = sample normal(0, 1) [20, 2] seed=1")
    #expect(try files.value("predict net points").parts == files.value("predict b points").parts)
    _ = try files.value("save b \"%/b.safetensors\"")
    #expect(Self.read(files, "a") == Self.read(files, "b"))
    // Training goes on from there, and rewind leads back to what was read.
    _ = try files.value("train b circles(50, seed=1) epochs=1; rewind b; save b \"%/b.safetensors\"")
    #expect(Self.read(files, "a") == Self.read(files, "b"))
  }

  @Test func `names and layouts are the documented ones`() throws {
    var files = try FileSession()
    _ = try files.value("net = sequential(input(2), dense(3, tanh), dropout(0.5), dense(1), seed=1)")
    _ = try files.value("save net \"%/k.safetensors\"; save net \"%/t.safetensors\" as=torch")
    let keras = try TensorFile(Self.bytes(files, "k"))
    #expect(keras.entries.map(\.name) == ["dense_1.kernel", "dense_1.bias", "dense_3.kernel", "dense_3.bias"])
    #expect(keras.entries.map(\.shape) == [[2, 3], [3], [3, 1], [1]])
    let torch = try TensorFile(Self.bytes(files, "t"))
    #expect(torch.entries.map(\.name) == ["0.weight", "0.bias", "3.weight", "3.bias"])
    #expect(torch.entries.map(\.shape) == [[3, 2], [3], [1, 3], [1]])
    let kernel = Matrix(rows: 2, columns: 3, elements: try keras.numbers(of: keras.entries[0]))
    #expect(kernel.transposed.elements == (try torch.numbers(of: torch.entries[0])))
    guard case .matrix(let weights) = try files.value("weights net") else {
      throw References.Unreadable(path: "weights")
    }
    #expect(weights == kernel)
  }

  @Test func `no byte that is missing or wrong does harm`() throws {
    var files = try FileSession()
    _ = try files.value("net = sequential(input(2), dense(2, tanh), batch_normalization(), dense(1), seed=1)")
    _ = try files.value("save net \"%/a.safetensors\"")
    let whole = try Self.bytes(files, "a")
    for length in [0, 1, 7, 8, 9, 50, whole.count / 2, whole.count - 1] {
      files.folder.write("b.safetensors", bytes: Array(whole[..<length]))
      #expect(try files.failure("load \"%/b.safetensors\"").kind == .file, "\(length)")
      #expect(try files.failure("load_weights net \"%/b.safetensors\"").kind == .file, "\(length)")
    }
    files.folder.write("b.safetensors", bytes: whole + [0])
    #expect(try files.failure("load \"%/b.safetensors\"").message.contains("has bytes after its last array"))
    var generator = PCG64(seed: 1)
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<generator.integer(1, 4) {
        bytes[generator.integer(0, bytes.count - 100)] = UInt8(generator.integer(0, 256))
      }
      files.folder.write("b.safetensors", bytes: bytes)
      let transcript = files.run("load \"%/b.safetensors\"")
      #expect(transcript.failure != nil || transcript.results.count == 1)
    }
  }

  @Test(arguments: [
    ("{}", 0, "holds no weights"), ("", 0, "is not a safetensors file: its header cannot be read"),
    ("[]", 0, "is not a safetensors file: its header cannot be read"),
    ("{\"a\":1,\"a\":1}", 0, "is not a safetensors file: its header cannot be read"),
    (String(repeating: "[", count: 100_000), 0, "is not a safetensors file: its header cannot be read"),
    ("{\"__metadata__\":{\"x\":1}}", 0, "has metadata that cannot be read"),
    (
      "{\"a.bias\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,9]}}", 9,
      "has an entry 'a.bias' that cannot be read"
    ),
    (
      "{\"a.bias\":{\"dtype\":\"X1\",\"shape\":[1],\"data_offsets\":[0,8]}}", 8,
      "has an entry 'a.bias' that cannot be read"
    ),
    (
      "{\"a.bias\":{\"dtype\":\"F64\",\"shape\":[-1],\"data_offsets\":[0,8]}}", 8,
      "has an entry 'a.bias' that cannot be read"
    ),
    (
      "{\"a.bias\":{\"dtype\":\"F64\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}", 0,
      "has an entry 'a.bias' that cannot be read"
    ),
    (
      "{\"a.bias\":{\"dtype\":\"F64\",\"shape\":[1e400],\"data_offsets\":[0,8]}}", 8,
      "has an entry 'a.bias' that cannot be read"
    ),
    (
      "{\"a.bias\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,16]}}", 16,
      "has a gap or an overlap before 'a.bias'"
    ),
    (
      "{\"a.bias\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}}", 8,
      "breaks off: it should have 84 bytes, but has 76"
    ),
    (
      "{\"a.kernel\":{\"dtype\":\"I64\",\"shape\":[1,1],\"data_offsets\":[0,8]}}", 8,
      "has 'a.kernel' of the type I64, which are no weights"
    ),
    (
      "{\"a.kernel\":{\"dtype\":\"F64\",\"shape\":[2,1],\"data_offsets\":[0,16]}}", 16,
      "has 'a.kernel' of 2×1, but layer 1, 1 linear, needs 1×1"
    ),
    ("{\"a.bias\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", 8, "has nothing for layer 1, 1 linear"),
    (
      "{\"a.kernel\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[0,8]},"
        + "\"b.kernel\":{\"dtype\":\"F64\",\"shape\":[1,1],\"data_offsets\":[8,16]}}", 16,
      "has 'b.kernel' for a layer that the network does not have"
    ),
  ])
  func `is refused`(_ header: String, _ count: Int, _ message: String) throws {
    var files = try FileSession()
    files.folder.write("a.safetensors", bytes: Self.file(header, count))
    _ = try files.value("net = sequential(input(1), dense(1), seed=1)")
    #expect(try files.failure("load_weights net \"%/a.safetensors\"").message == "'%/a.safetensors' " + message)
    #expect(try files.failure("load \"%/a.safetensors\"").kind == .file)
  }

  @Test(arguments: [
    "save 1 \\\"/tmp/gradus-hostile.npy\\\"", "[save(1, \\\"/tmp/gradus-hostile.npy\\\")]", "[x]", "[1, 2]",
    "[input(2)]",
    "[input(1), dense(1)]; seed", "[input(1), dense(1e15)]", "[input(1), dense(1..9)]", "[f(x) = x]", "[export]", "[]",
    "[input(1), repeat(9, dense(1))]", "[input(1), dense(1, tanh′)]", "[", "[input(1), dense(map)]",
  ])
  func `a description does nothing but make layers`(_ text: String) throws {
    var files = try FileSession()
    files.folder.write("a.safetensors", bytes: Self.file("{\"__metadata__\":{\"gradus\":\"\(text)\"}}", 0))
    #expect(files.run("load \"%/a.safetensors\"").failure != nil)
    #expect(files.run("load \"/tmp/gradus-hostile.npy\"").failure?.message.contains("there is no file") == true)
  }

  @Test func `the limit on memory holds`() throws {
    var files = try FileSession()
    _ = try files.value("net = sequential(input(100), dense(100)); save net \"%/a.safetensors\"")
    files.session.context.limits.memory = 50_000
    #expect(try files.failure("load \"%/a.safetensors\"").kind == .limit)
    #expect(try files.failure("load_weights net \"%/a.safetensors\"").kind == .limit)
  }

  private static func file(_ header: String, _ count: Int) -> [UInt8] {
    let text = Array(header.utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) }
    return length + text + [UInt8](repeating: 0, count: count)
  }

  private static func bytes(_ files: FileSession, _ name: String) throws -> [UInt8] {
    try #require(read(files, name))
  }

  private static func read(_ files: FileSession, _ name: String) -> [UInt8]? {
    files.folder.bytes("\(name).safetensors")
  }
}
