import ElementaryFunctions
import Platform
import TestSupport
import Testing

/// The same numbers, to the last bit, with every width of the kernels, and on processors with and without fused operations
/// and wide vectors, between which the C library chooses other code.
@Suite struct SameBitsTests {
  private static let file = Project.path("Tests/SameBits/numbers.gradus")
  private static let usual = Result { try Program.run("--json", file) }

  private func compare(_ variable: String) throws {
    let (usual, other) = (try Self.usual.get(), try Program.run("--json", Self.file, environment: [variable]))
    #expect(usual.errors == "" && other.errors == "" && other.status == 0)
    #expect(usual.output.split(separator: "\n").count > 30)
    let lines = zip(usual.output.split(separator: "\n"), other.output.split(separator: "\n"))
    for (line, changed) in lines where line != changed {
      Issue.record("\(variable): \(changed.prefix(200)), not \(line.prefix(200))")
    }
    #expect(usual.output.utf8.count == other.output.utf8.count)
  }

  @Test(arguments: Kernels.Path.allSupported) func `whatever the kernels`(_ path: Kernels.Path) throws {
    try compare("GRADUS_KERNELS=" + path.name)
  }

  // The second is how it was spelled before glibc 2.33; where a name is not known, it changes nothing.
  @Test(
    .enabled(if: CLibrary.current == .gnu),
    arguments: ["-AVX2,-FMA,-FMA4", "-AVX2_Usable,-FMA_Usable,-FMA4_Usable", "-AVX2,-FMA,-AVX,-SSE4_1,-SSE4_2"])
  func `whatever the C library's functions`(_ switches: String) throws {
    try compare("GLIBC_TUNABLES=glibc.cpu.hwcaps=" + switches)
  }

  @Test func `kernels that there are not are refused`() throws {
    for name in ["sse", "Portable", "avx2 "] {
      let outcome = try Program.run("-e", "1", environment: ["GRADUS_KERNELS=" + name])
      #expect(outcome.status == 2 && outcome.output == "")
      #expect(
        outcome.errors.hasPrefix("gradus: GRADUS_KERNELS says '\(name)'; this processor can run: portable"))
    }
    #expect(try Program.run("-e", "1", environment: ["GRADUS_KERNELS="]).output == "1\n")
  }

  /// The dynamic linker tells which functions it finds for the program.
  @Test(.enabled(if: CLibrary.current == .gnu)) func `of the C library's mathematics only what is exact`() throws {
    let outcome = try Program.run("-e", "1", environment: ["LD_DEBUG=bindings", "LD_BIND_NOW=1"])
    let bindings = outcome.errors.split(separator: "\n").filter {
      $0.contains("binding file") && $0.contains("/gradus [0] to ")
    }
    #expect(bindings.contains { $0.contains("/libc.so") })
    let names = bindings.filter { $0.contains("/libm.so") }.compactMap { line in
      line.split(separator: "`").last?.split(separator: "'").first.map(String.init)
    }
    #expect(Set(names).isSubset(of: ["ceil", "floor", "fma", "fmod", "nearbyint", "rint", "round", "sqrt", "trunc"]))
  }
}
