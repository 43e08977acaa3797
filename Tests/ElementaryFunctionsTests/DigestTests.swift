import CKernels
import ElementaryFunctions
import Platform
import SameBits
import TestSupport
import Testing

/// All kernels and functions give the bits that were recorded, on every path and every processor. `.ci/bits` asks the same
/// of another processor.
@Suite struct DigestTests {
  @Test(arguments: Kernels.Path.allSupported)
  func `the recorded bits`(_ path: Kernels.Path) throws {
    let table = try #require(Kernels(path)).table.pointee
    let references = try Self.references()
    var lines: [String] = []
    for row in KernelRow.all {
      var journal = Journal()
      row.compute(table, &journal)
      lines.append(journal.line(row.name))
    }
    for row in ElementaryRow.all {
      var journal = Journal()
      row.compute(&journal, references: references[row.name] ?? [])
      lines.append(journal.line(row.name))
    }
    let text = lines.map { $0 + "\n" }.joined()
    let recorded = try Recording.kept(at: "Tests/SameBits/digests.tsv", for: text).split(separator: "\n")
    #expect(lines.count == recorded.count)
    for (line, known) in zip(lines, recorded) { #expect(line == known) }
  }

  /// The header is the list: a kernel that is added to `KernelTable` has a row.
  @Test func `every kernel has a row`() throws {
    let header = try References.file(Project.path("Sources/CKernels/include/CKernels.h"))
    let start = try #require(header.firstRange(of: "/// The kernels of one path."))
    let end = try #require(header.firstRange(of: "} KernelTable;"))
    let fields = header[start.upperBound..<end.lowerBound]
      .matches(of: /(?:Function _Nonnull |\(\*_Nonnull )(\w+)(?:;|\)\()/).map { String($0.1) }
    #expect(fields.count == MemoryLayout<KernelTable>.size / MemoryLayout<UnsafeRawPointer>.size)
    #expect(fields == KernelRow.all.map(\.name))
  }

  /// The sources are the list: whatever the module shows has a row of its name, or rows of its parts.
  @Test func `every function has a row`() throws {
    let names = Set(ElementaryRow.all.map(\.name))
    #expect(names.count == ElementaryRow.all.count)
    let parts = Set(names.compactMap { $0.split(separator: ".").first.map(String.init) })
    var declared: Set<String> = []
    let folder = Project.path("Sources/ElementaryFunctions")
    for file in Self.swiftFiles(below: folder) where !file.hasSuffix("/Kernels.swift") {
      let source = try References.file(file)
      var type: String?
      for line in source.split(separator: "\n") {
        if let match = line.firstMatch(of: /^(?:public|package) (?:struct|enum) (\w+)/) {
          type = String(match.1)
          declared.insert(String(match.1))
        } else if let match = line.firstMatch(of: /^(?:@\S+ )*(?:public|package) func (\w+)/) {
          declared.insert(String(match.1))
        } else if let match = line.firstMatch(of: /^  package static func (\w+)/), let type {
          #expect(names.contains("\(type).\(match.1)"))
        }
      }
    }
    #expect(declared.count > 35)
    #expect(declared == parts)
  }

  private static func swiftFiles(below folder: String) -> [String] {
    Folder.names(in: folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      return Folder.exists(path) ? swiftFiles(below: path) : path.hasSuffix(".swift") ? [path] : []
    }
  }

  private static func references() throws -> [String: [ElementaryRow.Arguments]] {
    try References.rows("elementary/elementary.csv").reduce(into: [:]) { known, fields in
      let second = fields[2].isEmpty ? 0 : References.double(fields[2])
      known[fields[0], default: []].append((References.double(fields[1]), second, 0))
    }
  }
}
