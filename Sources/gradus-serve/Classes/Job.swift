import Classroom
import Synchronization

/// A command of a student that runs, or waits until it can.
final class Job: Sendable {
  /// Something that nobody guesses, by which pages ask for it.
  let id = Secret().text
  let order: StepOrder
  let student: Int

  private struct State {
    var answer: StepAnswer?
    /// Commands of others that go first.
    var before = 0
    var waiting: [Int: CheckedContinuation<StepAnswer?, Never>] = [:]
    /// Whose time was over before they waited.
    var expired: Set<Int> = []
    var nextNumber = 0
  }

  private let state = Mutex(State())

  init(_ order: StepOrder, of student: Int) {
    self.order = order
    self.student = student
  }

  var before: Int {
    get { state.withLock(\.before) }
    set { state.withLock { $0.before = newValue } }
  }

  /// What came of it; nil where that takes longer than so long.
  func answer(within limit: Duration) async -> StepAnswer? {
    let number = state.withLock { state in
      state.nextNumber += 1
      return state.nextNumber
    }
    let timer = Task {
      guard (try? await Task.sleep(for: limit)) != nil else { return }
      let late = self.state.withLock { state in
        let late = state.waiting.removeValue(forKey: number)
        if late == nil { state.expired.insert(number) }
        return late
      }
      late?.resume(returning: nil)
    }
    defer { timer.cancel() }
    return await withCheckedContinuation { continuation in
      let (answer, isOver) = state.withLock { state in
        let isOver = state.answer != nil || state.expired.remove(number) != nil
        if !isOver { state.waiting[number] = continuation }
        return (state.answer, isOver)
      }
      if isOver { continuation.resume(returning: answer) }
    }
  }

  /// Tells all who wait.
  func finish(_ answer: StepAnswer) {
    let waiting = state.withLock { state in
      state.answer = answer
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume(returning: answer) }
  }
}

/// A request at a step, as it came in.
struct StepOrder: Sendable, Equatable {
  let place: StepPlace
  let version: String
  let action: ClassEvent.Action
  let text: String
  /// How many replies of the step the page shows; nil where it does not say.
  let after: Int?
  /// By which a repeated request is known.
  let nonce: String?
}

/// What comes of a request at a step.
enum StepAnswer: Sendable {
  case reply(StoredReply, StepStanding)
  case refusal(Refusal)
}

/// How a step stands after a reply.
struct StepStanding: Sendable {
  /// How many replies a page shows.
  let after: Int
  /// The points of the step.
  let possible: Int
  /// The key of the step after it, once it is finished.
  let next: String?
}
