import Fuzzing
import Platform

/// Many inputs for a kernel, one after the other.
struct WireCampaign {
  private let fuzzer: WireFuzzer

  init(_ fuzzer: WireFuzzer) { self.fuzzer = fuzzer }

  /// Prints faults as they come, and figures in the end.
  func run(from first: UInt64, most: UInt64, _ minutes: Double) {
    let text = LargeStack.run { [fuzzer] in
      let start = ContinuousClock.now
      var (number, refused, understood, faults) = (first, 0, 0, 0)
      var slowest = Duration.zero
      while ContinuousClock.now - start < .seconds(60 * minutes), number - first < most {
        let begin = ContinuousClock.now
        let outcome = fuzzer.trial(number, of: fuzzer.input(number))
        slowest = max(slowest, ContinuousClock.now - begin)
        for fault in outcome.faults { print("input \(number): \(fault)") }
        faults += outcome.faults.count
        refused += outcome.isRefused ? 1 : 0
        understood += outcome.understood
        number += 1
      }
      return """
        \(number - first) inputs in \(ContinuousClock.now - start), \(refused) connections refused, \
        \(understood) messages understood
        \(faults) faults, slowest \(slowest), at most \(peakKilobytes / 1000) MB of memory
        """
    }
    print(text ?? "")
  }
}
