import Platform
import TestSupport
import Testing

@Suite struct InstallationTests {
  private let folder: TemporaryFolder
  private let root: String

  init() throws {
    folder = try TemporaryFolder()
    root = try #require(resolvedPath(folder.path))
  }

  /// Writes a program that does nothing.
  private func program(_ name: String, rights: mode_t = 0o755) -> String {
    folder.write(name, "#!/bin/sh\n")
    chmod(root + "/" + name, rights)
    return root + "/" + name
  }

  @Test func `the running program is this one`() {
    let program = Installation.current.program
    #expect(program?.hasPrefix("/") == true)
    #expect(program.flatMap(resolvedPath) == program)
  }

  @Test func `a program is found by what it was called`() {
    let own = program("b/gradus")
    _ = program("a/gradus", rights: 0o644)
    folder.write("c/gradus/file", "")
    symlink(own, root + "/link")
    let folders = ["a", "c", "none", "b"].map { root + "/" + $0 }.joined(separator: ":")
    #expect(
      Installation.find("gradus", in: folders) == own,
      "what may not be run, folders and what is not there are passed over")
    #expect(Installation.find(root + "/link", in: nil) == own, "the program itself, not the link to it")
    #expect(Installation.find(root + "/none", in: folders) == nil)
    #expect(Installation.find("gradus", in: root + "/a") == nil)
    #expect(Installation.find("gradus", in: nil) == nil)
    #expect(Installation.find("", in: folders) == nil)
  }

  @Test func `data is beside bin, or in the source tree of a build`() {
    folder.write("usr/share/gradus/lessons/x", "")
    folder.write("tree/Package.swift", "")
    folder.write("tree/lessons/x", "")
    folder.write("home/lessons/x", "")
    let cases: [(program: String?, lessons: String?)] = [
      ("usr/bin/gradus", "usr/share/gradus/lessons"),
      ("tree/.build/x86_64/release/gradus", "tree/lessons"),
      ("home/.build/release/gradus", nil),
      ("home/bin/gradus", nil),
      ("tree/gradus", nil),
    ]
    for (program, lessons) in cases {
      let found = Installation(program: program.map { root + "/" + $0 }).data("lessons")
      #expect(found == lessons.map { root + "/" + $0 }, "\(program ?? "")")
    }
    #expect(Installation(program: nil).data("lessons") == nil)
    #expect(Installation(program: "/gradus").data("lessons-of-nobody") == nil)
  }

  @Test func `a helper stands beside the program`() throws {
    let own = program("bin/gradus")
    let serve = program("bin/gradus-serve")
    let kernel = program("bin/gradus-kernel", rights: 0o644)
    folder.write("tree/Package.swift", "")
    #expect(try Installation(program: own).helper("gradus-serve") == serve)

    let cases: [(program: String?, helper: String, message: String, hint: String)] = [
      (own, "gradus-kernel", "the program '\(kernel)' may not be run", "chmod +x '\(kernel)'"),
      (
        own, "gradus-mail", "the program '\(root)/bin/gradus-mail' is missing",
        "install gradus again, with all its programs"
      ),
      (
        root + "/tree/.build/release/gradus", "gradus-serve",
        "the program '\(root)/tree/.build/release/gradus-serve' is missing",
        "swift build -c release --product gradus-serve"
      ),
      (
        nil, "gradus-serve", "'gradus-serve' cannot be found, since nothing tells where gradus itself is",
        "call gradus by its whole path"
      ),
    ]
    for (program, helper, message, hint) in cases {
      let error = #expect(throws: Installation.UnusableHelper.self) {
        try Installation(program: program).helper(helper)
      }
      #expect(error?.message == message)
      #expect(error?.hint == hint)
    }
  }

  /// The header and program headers of an ELF file of 64 bits, each header of so many bytes with its type first.
  private func elf(types: [UInt32], headerSize: Int = 56, start: UInt64 = 64) -> [UInt8] {
    func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
      withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
    var bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 25)
    bytes += little(start) + little(UInt64(0)) + little(UInt32(0))
    bytes +=
      little(UInt16(64)) + little(UInt16(headerSize)) + little(UInt16(types.count)) + [UInt8](repeating: 0, count: 6)
    return types.reduce(bytes) { $0 + little($1) + [UInt8](repeating: 0, count: headerSize - 4) }
  }

  @Test func `what needs a loader is dynamic`() throws {
    let cases: [(bytes: [UInt8], linking: Linking?)] = [
      (elf(types: [6, 3, 1, 1, 2]), .dynamic), (elf(types: [1, 1, 7]), .static), (elf(types: []), nil),
      (elf(types: [1, 3], start: .max), nil), (elf(types: [1, 3], start: 1 << 40), nil),
      (Array(elf(types: [1, 1, 1]).dropLast(57)), nil), ([0x7F, 0x45, 0x4C, 0x46, 2], nil),
      (Array("#!/bin/sh\n".utf8), nil), ([], nil),
    ]
    for (number, (bytes, linking)) in cases.enumerated() {
      folder.write("\(number)", bytes: bytes)
      #if !canImport(Darwin)
        #expect(Linking(of: root + "/\(number)") == linking, "case \(number)")
      #endif
    }
    #expect(try Linking(of: #require(Installation.current.program)) != nil)
  }
}
