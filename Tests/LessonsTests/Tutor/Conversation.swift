import Builtins
import Lessons

/// A lesson that is talked through without a terminal; everything shown is kept as text.
struct Conversation {
  private(set) var tutor: Tutor
  private(set) var shown = ""
  private let layout: ProseLayout

  init(
    _ markdown: String, width: Int = 80, record: LessonRecord? = nil, successor: Tutor.Successor? = nil,
    sitting: Int? = nil
  ) throws {
    let plan = try TutorPlan(Document(markdown), name: "unnamed")
    layout = ProseLayout(width: width)
    tutor = Tutor(
      plan, session: LessonSession(builtins: .standard),
      record: record ?? LessonRecord(title: plan.title, fileName: "lesson.md"),
      successor: successor)
    add(tutor.begin(try sitting.map { try plan.sitting($0) }))
  }

  /// Types something; what is shown after it.
  @discardableResult
  mutating func type(_ text: String) -> String {
    shown = ""
    add(tutor.take(text))
    return shown
  }

  /// Presses an arrow key; what is shown after it.
  mutating func move(name: Int = 0, by step: Int) -> String {
    shown = ""
    add(tutor.move(name: name, by: step))
    return shown
  }

  /// The names of files that were written since the last time.
  mutating func takeFiles() -> [String] { tutor.takeFiles().map(\.name) }

  mutating func startOver() -> String {
    shown = ""
    add(tutor.startOver())
    return shown
  }

  private mutating func add(_ outputs: [TutorOutput]) {
    for output in outputs {
      switch output {
      case .prose(let passages): shown += "\n" + text(layout.lines(of: passages)) + "\n"
      case .command(let source): shown += "> " + source + "\n"
      case .result(let lines), .figure(_, let lines): shown += text(lines)
      case .failure(let message): shown += message.text + "\n"
      case .remark(let passages): shown += text(layout.lines(of: passages))
      case .view(let outputs): add(outputs)
      }
    }
  }

  private func text(_ lines: [StyledLine]) -> String { lines.map { $0.text + "\n" }.joined() }
}

extension Conversation {
  /// A lesson that holds one of everything.
  static let coins = """
    # Coins

    A coin with p = 0.3.

    <!-- gradus
    secret = 0.3
    -->

    ```gradus
    > c = bernoulli(secret)
    bernoulli(p=0.3)
    > mean(c)
    0.3
    ```

    <!-- nobody reads this -->

    And its variance?

    ```gradus predict
    > var(c)
    0.21
    ```

    <details><summary>Why?</summary>

    It is p × (1 - p).

    </details>

    Now you.

    ```gradus exercise=sd points=2
    > s = ____
    ```

    <!-- gradus check=sd
    s = 0.458 ±0.001
    wrong 0.21 "That is the *variance*: take its root."
    -->

    <!-- gradus hint=sd
    Take a root.
    -->

    <details><summary>Hint</summary>

    Of the variance.

    </details>

    <details><summary>Solution</summary>

    The root of p × (1 - p).

    ```gradus solution=sd
    > s = std(c)
    ```

    </details>

    ```gradus
    > s
    0.458258
    ```

    As n grows, the standard error of a mean

    - a) grows
    - b) shrinks

    <!-- gradus quiz=se answer=b points=1
    a "It falls as 1/√n."
    -->

    That is all.

    """
}
