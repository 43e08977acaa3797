import Platform

/// Lets long commands go on a few at a time, in the order in which they were found to be long. Each waits on its own thread.
final class LongWorkQueue: Sendable {
  private struct State {
    var running: Set<Int> = []
    var waiting: [Int] = []
  }

  private let state = Monitor(State())
  private let most: Int
  /// Told how many go before a command.
  private let say: @Sendable (_ number: Int, _ before: Int) -> Void

  init(most: Int, say: @escaping @Sendable (_ number: Int, _ before: Int) -> Void) {
    self.most = max(1, most)
    self.say = say
  }

  /// Waits until the long command of a number may go on, or need not any more.
  func enter(_ number: Int, unless isStopped: @escaping () -> Bool) {
    state.change { state in
      guard !state.running.contains(number), !state.waiting.contains(number) else { return }
      state.waiting.append(number)
    }
    var last: Int?
    while true {
      let before = state.wait { state -> Int? in
        if isStopped() {
          state.waiting.removeAll { $0 == number }
          return 0
        }
        guard let place = state.waiting.firstIndex(of: number) else { return 0 }
        if place == 0, state.running.count < self.most {
          state.waiting.removeFirst()
          state.running.insert(number)
          return 0
        }
        let before = place + state.running.count
        return before == last ? nil : before
      }
      if before == 0 { return }
      last = before
      say(number, before)
    }
  }

  /// The command of a number has come to its end.
  func leave(_ number: Int) {
    state.change { state in
      state.running.remove(number)
      state.waiting.removeAll { $0 == number }
    }
  }

  /// Lets all that wait look whether they are stopped.
  func lookAgain() { state.change { _ in } }
}
