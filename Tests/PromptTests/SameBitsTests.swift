import Platform
import TestSupport
import Testing

/// The same numbers, to the last bit, on processors with and without fused operations and wide vectors, between which
/// the C library chooses other code.
@Suite(.enabled(if: CLibrary.current == .gnu)) struct SameBitsTests {
  private let commands = """
    set digits=17
    v = sample(normal(0, 3), 20_000, seed=1);
    u = sample(uniform(0.001, 30), 20_000, seed=2);
    t = sample(truncated_normal(0, 1), 20_000, seed=3);
    w = sample(truncated_normal(0, 1, low=3, high=9), 2000, seed=4);
    [sum(exp(v)), sum(expm1(v)), sum(exp2(v)), sum(log(u)), sum(log1p(u)), sum(log2(u)), sum(log10(u))]
    [sum(sin(v)), sum(cos(v)), sum(tan(v)), sum(asin(t / 2)), sum(acos(t / 2)), sum(atan(v))]
    [sum(sinh(v)), sum(cosh(v)), sum(tanh(v)), sum(asinh(v)), sum(acosh(1 + u)), sum(atanh(t / 2.1))]
    [sum(erf(v)), sum(erfc(v)), sum(log_gamma(u)), sum(cbrt(v)), sum(sqrt(u)), sum(u ^ v), sum(sigmoid(v))]
    [sum(t), sum(t ^ 2), sum(w), sum(w ^ 2), sum(hypot(u, v)), sum(atan2(u, v))]
    [sum(floor(v)), sum(ceil(v)), sum(round(v)), sum(trunc(v)), sum(v % 0.7)]
    [cdf(normal(0, 1), -3.3), sf(normal(0, 1), 8), cdf(truncated_normal(0, 1), 0.3), var(truncated_normal(0, 1))]
    data = circles(500, noise=0.05, seed=1);
    net = sequential(input(2), dense(5, tanh), dense(4, sigmoid), dense(1, sigmoid), seed=1);
    train net data epochs=3 learning_rate=0.5 loss=binary_crossentropy seed=1
    weights(net)
    """

  @Test func `with and without the C library's fused operations`() throws {
    let input = Array(commands.utf8)
    let usual = try Program.run(input: input)
    #expect(usual.errors == "")
    #expect(usual.output.split(separator: "\n").count >= 9)
    // Spelled otherwise before glibc 2.33; then this names nothing and changes nothing.
    for switches in ["-AVX2,-FMA,-FMA4", "-AVX2_Usable,-FMA_Usable,-FMA4_Usable", "-AVX2,-FMA,-AVX,-SSE4_1,-SSE4_2"] {
      let plain = try Program.run(input: input, environment: ["GLIBC_TUNABLES=glibc.cpu.hwcaps=" + switches])
      #expect(plain.output == usual.output, "\(switches)")
    }
  }

  /// The dynamic linker tells which functions it finds for the program.
  @Test func `of the C library's mathematics only what is exact`() throws {
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
