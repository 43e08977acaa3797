import Vocabulary

/// How an `explore` block ran with each setting of what it explores.
public struct ExploredBlock: Sendable {
  /// One setting of it.
  public struct View: Sendable {
    public let setting: Exploration.Setting
    /// With the values of the setting.
    let block: Block
    public let results: [CommandResult]

    /// What the commands printed that do more than set a value.
    fileprivate func output(of exploration: Exploration) -> [String] {
      results.filter { !exploration.isGiver($0.command) }.map(\.outputText)
    }
  }

  public let block: Block
  let exploration: Exploration
  /// A view a setting, in the order of the values; fewer where the budget was used up.
  public private(set) var views: [View] = []
  /// What fails with other values than the written ones, and what does not change with them.
  private(set) var flaws: [LessonFlaw] = []

  /// The setting that the lesson is written with, and goes on from.
  var written: Exploration.Setting { block.written }

  /// How it went as the lesson has it.
  var writtenResults: [CommandResult] { views.first { $0.setting == written }?.results ?? [] }

  /// Runs the block as it is written in the session, and with all other values in copies of it, on its budget.
  ///
  /// Nil where the block explores nothing.
  init?(_ block: Block, in session: inout LessonSession, seeing see: LessonSession.Witness = { _, _, _ in }) {
    guard let exploration = block.exploration else { return nil }
    (self.block, self.exploration) = (block, exploration)
    let before = session
    run(block, at: written, in: &session, seeing: see)
    guard session.excess == nil else { return }
    for setting in exploration.settings where setting != written {
      let isOver = session.apart(from: before) { copy in
        run(block.exploring(setting), at: setting, in: &copy)
        return copy.excess != nil
      }
      if isOver { break }
    }
    views.sort { $0.setting.lexicographicallyPrecedes($1.setting) }
    if flaws.isEmpty, views.count == exploration.settings.count { lookForStandstill() }
  }

  private mutating func run(
    _ block: Block, at setting: Exploration.Setting, in session: inout LessonSession,
    seeing see: LessonSession.Witness = { _, _, _ in }
  ) {
    for assignment in exploration.missingAssignments(at: setting, in: block.commands) {
      guard let failure = session.output(of: assignment).failure else { continue }
      add(block.lines.lowerBound, "'\(assignment)' fails, which this block explores", failure.message)
      return
    }
    let results = session.run(block, seeing: see)
    views.append(View(setting: setting, block: block, results: results))
    guard setting != written, let failed = results.firstIndex(where: { $0.failure != nil }) else { return }
    // What fails as the lesson says may fail with other values, too.
    guard self.block.commands[failed].announcedError == nil, let failure = results[failed].failure else { return }
    add(
      results[failed].command.line, "with \(exploration.words(at: setting)) this fails, which the block explores",
      failure.message)
  }

  /// A dial that changes nothing was meant to.
  private mutating func lookForStandstill() {
    let outputs = Dictionary(views.map { ($0.setting, $0.output(of: exploration)) }) { first, _ in first }
    for (place, dial) in exploration.dials.enumerated() {
      let moves = outputs.contains { setting, output in
        dial.values.indices.contains { value in
          var other = setting
          other[place] = value
          return outputs[other] != output
        }
      }
      if !moves {
        add(
          block.lines.lowerBound, "nothing that this block prints changes with '\(dial.name)', which it explores",
          "let its commands use \(dial.name)")
      }
    }
  }

  private mutating func add(_ line: Int, _ message: String, _ detail: String) {
    flaws.append(LessonFlaw(line: line, message: message, detail: detail))
  }
}

extension LessonSession {
  /// Runs an `explore` block at a setting of what it explores.
  mutating func run(_ block: Block, exploring setting: Exploration.Setting) -> [CommandResult] {
    guard let exploration = block.exploration else { return run(block) }
    for assignment in exploration.missingAssignments(at: setting, in: block.commands) { _ = output(of: assignment) }
    return run(setting == block.written ? block : block.exploring(setting))
  }

  /// Runs an `explore` block as it is written.
  mutating func pass(_ block: Block) -> [CommandResult] { run(block, exploring: block.written) }
}
