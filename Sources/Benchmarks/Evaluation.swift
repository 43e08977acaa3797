import Workbench

/// What loops of numbers and arrays take, beside CPython and NumPy in the same run.
enum Evaluation {
  private struct Row {
    let name: String
    let unit: String
    /// Seconds in a unit.
    let scale: Double
    /// How often the command does the work.
    let count: Int
    let command: String
  }

  private static let preparation = """
    f(x) = (x - 3)²; fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2);
    v = 1..100_000; w = sample(normal(0, 1), 1e6, seed=1); places = argsort(w);
    m = sample(normal(0, 1), [256, 256], seed=1); s = m + transpose(m);
    t = table(x=w);
    """
  private static let rows = [
    Row(name: "map(f, v), a call", unit: "ns", scale: 1e-9, count: 100_000, command: "map(f, v);"),
    Row(name: "[f(x) for x in v], a call", unit: "ns", scale: 1e-9, count: 100_000, command: "[f(x) for x in v];"),
    Row(name: "map(f′, v), a call", unit: "ns", scale: 1e-9, count: 100_000, command: "map(f′, v);"),
    Row(name: "fib(20)", unit: "µs", scale: 1e-6, count: 1, command: "fib(20);"),
    Row(name: "sum(tanh(w) × w), a million numbers", unit: "ms", scale: 1e-3, count: 1, command: "sum(tanh(w) × w);"),
    Row(
      name: "mean((w - 1)² / 3), a million numbers", unit: "ms", scale: 1e-3, count: 1, command: "mean((w - 1)² / 3);"),
    Row(name: "tanh(w) × w, a million numbers", unit: "ms", scale: 1e-3, count: 1, command: "tanh(w) × w;"),
    Row(
      name: "where(w > 0, w, 0), a million numbers", unit: "ms", scale: 1e-3, count: 1, command: "where(w > 0, w, 0);"),
    Row(name: "sum(t.x), a field of a million", unit: "ms", scale: 1e-3, count: 1, command: "sum(t.x);"),
    Row(
      name: "[t.x[i] for i in 1..1e5], an access", unit: "ns", scale: 1e-9, count: 100_000,
      command: "[t.x[i] for i in 1..100_000];"),
    Row(
      name: "[length(t.x) for i in 1..1000]", unit: "ns", scale: 1e-9, count: 1000,
      command: "[length(t.x) for i in 1..1000];"),
    Row(name: "singular_values(m), 256 × 256", unit: "ms", scale: 1e-3, count: 1, command: "singular_values(m);"),
    Row(name: "eigenvalues(m), 256 × 256", unit: "ms", scale: 1e-3, count: 1, command: "eigenvalues(m);"),
    Row(name: "eigenvalues(s), symmetric", unit: "ms", scale: 1e-3, count: 1, command: "eigenvalues(s);"),
    Row(name: "eigenvectors(s), symmetric", unit: "ms", scale: 1e-3, count: 1, command: "eigenvectors(s);"),
    Row(name: "inverse(m), 256 × 256", unit: "ms", scale: 1e-3, count: 1, command: "inverse(m);"),
    Row(name: "solve(m, m[0]), 256 × 256", unit: "ms", scale: 1e-3, count: 1, command: "solve(m, m[0]);"),
    Row(name: "qr(m), 256 × 256", unit: "ms", scale: 1e-3, count: 1, command: "qr(m);"),
    Row(name: "w[w > 0], a million numbers", unit: "ms", scale: 1e-3, count: 1, command: "w[w > 0];"),
    Row(name: "sum(w > 0), a million numbers", unit: "ms", scale: 1e-3, count: 1, command: "sum(w > 0);"),
    Row(
      name: "w[(w > 0) and (w < 1)], a million numbers", unit: "ms", scale: 1e-3, count: 1,
      command: "w[w > 0 and w < 1];"),
    Row(name: "w[places], a million numbers", unit: "ms", scale: 1e-3, count: 1, command: "w[places];"),
    Row(
      name: "iterate(g, 0.1, 10⁶), an application", unit: "ns", scale: 1e-9, count: 1_000_000,
      command: "iterate(x -> 3.7 × x × (1 - x), 0.1, 1e6);"),
    Row(
      name: "fold(h, w, 0), an element", unit: "ns", scale: 1e-9, count: 1_000_000,
      command: "fold((s, x) -> 0.9 × s + x, w, 0);"),
  ]

  static func report() {
    let peers = Peer.figures(of: "evaluation.py")
    print("".padded(to: 42) + "gradus".padded(to: 10) + "Python".padded(to: 10) + "unit")
    var session = Session()
    precondition(session.run(preparation).failure == nil)
    let clock = ContinuousClock()
    for row in rows {
      let best =
        (0..<15).map { _ in clock.measure { precondition(session.run(row.command).failure == nil) } }.min() ?? .zero
      let figure = best / .seconds(1) / Double(row.count) / row.scale
      print(
        row.name.padded(to: 42) + "\((figure * 100).rounded() / 100)".padded(to: 10)
          + (peers[row.name] ?? "-").padded(to: 10) + row.unit)
    }
  }
}
