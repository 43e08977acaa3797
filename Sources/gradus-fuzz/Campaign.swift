import Fuzzing
import Platform
import Workbench

/// Many inputs one after the other, with a watchman who stops those that take too long.
struct Campaign {
  private let fuzzer: Fuzzer
  private let record: String
  private let patience: Duration

  init(_ fuzzer: Fuzzer, record: String, patience: Duration) {
    self.fuzzer = fuzzer
    self.record = record
    self.patience = patience
  }

  func repeatInput(_ number: UInt64) {
    let trial = LargeStack.run { [fuzzer] in fuzzer.trial(number, of: fuzzer.input(number)) }
    guard let trial else { return }
    print("\(trial.outcome) after \(trial.duration)")
    for fault in trial.faults { print("fault: \(fault)") }
  }

  /// Prints faults and slow inputs as they come, and figures in the end.
  func run(from first: UInt64, for time: Duration, most: UInt64) {
    let end = ContinuousClock.now + time
    let watch = Watch(fuzzer.interruption, patience: patience)
    let tally = LargeStack.run { [fuzzer, record, patience] in
      var tally = Tally()
      let file = open(record, O_WRONLY | O_CREAT, 0o600)
      defer { close(file) }
      var number = first
      while ContinuousClock.now < end, number - first < most {
        let input = fuzzer.input(number)
        Self.remember(number, input, in: file)
        watch.begin()
        let trial = fuzzer.trial(number, of: input)
        watch.end()
        tally.add(trial, patience: patience)
        for fault in trial.faults { print("input \(number): \(fault)\n  \(input.debugDescription.prefix(300))") }
        if trial.duration > patience + .milliseconds(100) {
          print("input \(number): took \(trial.duration)\n  \(input.debugDescription.prefix(300))")
        }
        if !trial.faults.isEmpty || number % 20_000 == 0 { fflush(nil) }
        number += 1
      }
      return tally
    }
    print(tally?.text(in: time) ?? "")
  }

  /// Kept by the system even if the program dies.
  private static func remember(_ number: UInt64, _ input: String, in file: CInt) {
    let text = Array("\(number)\n\(input)\n".utf8)
    ftruncate(file, 0)
    _ = text.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
  }
}

/// What many trials came to.
struct Tally: Sendable {
  private var count = 0
  private var succeeded = 0
  private var failed = 0
  private var faults = 0
  private var slowest = Duration.zero

  mutating func add(_ trial: Trial, patience: Duration) {
    count += 1
    faults += trial.faults.count
    slowest = max(slowest, trial.duration)
    switch trial.outcome {
    case .succeeded: succeeded += 1
    case .failed: failed += 1
    case .onlyRead: break
    }
  }

  func text(in time: Duration) -> String {
    """
    \(count) inputs, \(Double(count) / (time / .seconds(1))) a second
    \(succeeded) ran, \(failed) failed as they should, \(count - succeeded - failed) were only read
    \(faults) faults, slowest \(slowest), at most \(peakKilobytes / 1000) MB of memory
    """
  }
}
