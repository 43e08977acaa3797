import Builtins
import Testing
import Vocabulary
import Workbench

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Long work of every kind stops soon after it is asked to.
///
/// Within 100 ms is what is wanted, and measured on an idle machine; a second is allowed for one that has more to do.
@Suite(.serialized) struct InterruptionTests {
  static let vectors = "v = sample(normal(0, 1), 1e7, seed=1);"
  static let network = """
    d = circles(20_000, seed=1); net = sequential(input(2), dense(50, tanh), dense(50, tanh), dense(1, sigmoid), seed=1);
    """

  @Test(arguments: [
    (vectors, "sum([sum(tanh(v) × v) for i in 1..1000])"), (vectors, "[sum(sort(v)) for i in 1..100]"),
    (vectors, "[v[0] ^ sum(v ^ 1.5 % 3) for i in 1..1000]"), (vectors, "map(sum, [v × i for i in 1..1000])"),
    (vectors, "[median(v) for i in 1..1000]"), (vectors, "[sum(cumsum(v) < 0.5) for i in 1..1000]"),
    (vectors, "[length(unique(v)) for i in 1..1000]"), (vectors, "[norm(v, 3) for i in 1..1000]"),
    ("", "sum(sample(normal(0, 1), 2e8))"), ("", "length(1..2e8)"),
    ("m = sample normal(0, 1) [2000, 2000];", "m @ m @ m"),
    ("m = sample normal(0, 1) [2000, 2000];", "[sum(transpose(m)) for i in 1..1000]"),
    ("f(n) = if n < 2 then n else f(n - 1) + f(n - 2);", "f(60)"),
    ("f(n) = if n > 1000 then 0 else f(n + 1) + 1;", "map(f, 1 - 1..100_000)"),
    ("f(x) = tanh(x)² × sin(x);", "f″″″″″″″″″(0.5)"), ("f(x) = (x - 3)²;", "descend f from=0 steps=2e7"),
    ("f(v) = sum(tanh(v)²);", "gradient(f, linspace(0, 1, 100_000))"),
    (network, "train net d epochs=1e9"), (network, "[evaluate(net, d) for i in 1..1e6]"),
    (network, "[chain(0.5^9999) for i in 1..1e6]"),
    (network, "compare [sgd, adam] net d epochs=1e6"), (network, "gradient_check net d points=20_000"),
    (network, "landscape net d directions=2 positions=100"), (network, "[inspect(net, d) for i in 1..1e6]"),
    (network, "[symmetry(net) for i in 1..1e6]"), (network, "[flow(net, d) for i in 1..1e6]"),
    (network, "[chain(net, d) for i in 1..1e6]"), (network, "[loss(net, d) for i in 1..1e6]"),
    (network, "[forward(net, [[1, 2], [3, 4]]) for i in 1..1e6]"),
    (network, "train net d epochs=1e6 watch=gradient_check"),
    ("", "[circles(1e6, noise=1) for i in 1..1000]"), ("", "sum([if i % 2 == 0 then 1 else -1 for i in 1..1e8])"),
  ])
  func `stops`(_ preparation: String, _ command: String) throws {
    let (transcript, duration) = try #require(Self.stopTime(of: command, after: preparation))
    if transcript.failure == nil {
      // A training keeps what it has reached.
      #expect(command.hasPrefix("train"), "\(command) was done before it was stopped")
    } else {
      #expect(transcript.failure?.kind == .interrupted, "\(command): \(transcript.failure?.message ?? "")")
    }
    #expect(duration < .seconds(1), "\(command) took \(duration)")
    if getenv("GRADUS_FIGURES") != nil { print("stopped after \(duration / .milliseconds(1)) ms: \(command)") }
  }

  /// Runs a command and asks for a stop 200 ms after its beginning; the time from then to the end.
  private static func stopTime(of command: String, after preparation: String) -> (Transcript, Duration)? {
    var prepared = Session()
    let failure = prepared.run(preparation).failure
    precondition(failure == nil, failure?.message ?? "")
    let session = prepared
    let outcomes = LargeStack.map([true, false], threads: 2) { isWorker -> (Transcript?, ContinuousClock.Instant) in
      guard isWorker else {
        usleep(200_000)
        let request = ContinuousClock.now
        session.interruption.request()
        return (nil, request)
      }
      var session = session
      let transcript = session.run(command)
      return (transcript, .now)
    }
    return outcomes[0].0.map { ($0, outcomes[0].1 - outcomes[1].1) }
  }
}
