import Platform
import Synchronization
import Vocabulary
import Workbench

/// Answers requests at the steps of lessons. Lessons are run once, lazily; what students' lines leave is kept at hand as far as there is
/// room, and made again from the lines where there is none.
public final class StepServer: Sendable {
  private let builtins: BuiltinTable
  let limits: ServingLimits
  private let watch: ThreadWatch
  private let lessons = Mutex<[String: ServedLesson]>([:])
  private let snapshots = Mutex<[String: LessonSnapshots]>([:])
  private let works: Mutex<WorkCache>

  convenience public init(builtins: BuiltinTable, limits: ServingLimits = ServingLimits()) {
    self.init(builtins: builtins, limits: limits, watch: ThreadWatch { _ in })
  }

  init(builtins: BuiltinTable, limits: ServingLimits, watch: ThreadWatch) {
    self.builtins = builtins
    self.limits = limits
    self.watch = watch
    works = Mutex(WorkCache(most: limits.cache))
  }

  /// Makes a lesson known.
  public func add(_ lesson: ServedLesson) { lessons.withLock { $0[lesson.version] = lesson } }

  /// Runs a lesson, so that nobody waits for that later.
  public func prepare(version: String) { snapshots(of: version)?.prepare(runLesson) }

  /// What comes of a request; nil where the lesson or the step is not known. To be called on a large stack.
  public func reply(to request: StepRequest) -> StepReply? { reply(to: request, StepControl()) }

  func reply(to request: StepRequest, _ control: StepControl) -> StepReply? {
    guard let snapshot = snapshot(request.version, request.step, control) else { return nil }
    let trial = StepTrial(request, at: snapshot, limits, control, lexicon: builtins.lexicon)
    if let refusal = trial.refusal { return refusal }
    guard trial.needsWork else { return limited(control, trial) { trial.replyAtOnce() } }
    guard var work = work(after: request.lines, of: trial, control) else {
      return trial.ended(control.isStopped ? .stopped : .overTime)
    }
    let reply = limited(control, trial) { trial.reply(in: &work) }
    if reply.isKept { works.withLock { $0.keep(work, after: request.lines + [request.text], of: request) } }
    return reply
  }

  /// Runs the last part of a request. Where it was stopped, nothing of it counts.
  private func limited(_ control: StepControl, _ trial: StepTrial, _ body: () -> StepReply) -> StepReply {
    let seconds = trial.step.isSlow ? limits.slowSeconds : limits.seconds
    let (reply, isOver) = watch.limit(control, to: seconds, body)
    if control.isStopped { return trial.ended(.stopped) }
    return isOver ? trial.ended(.overTime) : reply
  }

  /// What a student's lines left; nil where that was stopped.
  private func work(
    after lines: [String], of trial: StepTrial, _ control: StepControl
  ) -> StepWork? {
    let snapshot = trial.snapshot
    var (work, done) = works.withLock { $0.longest(lines, of: trial.request) } ?? (nil, 0)
    let seconds = snapshot.step.isSlow ? limits.slowSeconds : limits.seconds
    let isOver = watch.limit(control, to: seconds * Double(lines.count + 1)) {
      var page = ReplyPage(lexicon: builtins.lexicon, limits)
      if work == nil { work = StepWork(snapshot, limits, for: control) }
      while done < lines.count, !control.isStopped {
        work?.prepare(for: control, isSlow: snapshot.step.isSlow)
        _ = work?.take(trial.commands(lines[done]), for: control, on: &page)
        done += 1
      }
      work?.prepare(for: control, isSlow: snapshot.step.isSlow)
    }.isOver
    guard !isOver, !control.isStopped, let work else { return nil }
    works.withLock { $0.keep(work, after: lines, of: trial.request) }
    return work
  }

  // MARK: Lessons

  private func snapshot(_ version: String, _ step: String, _ control: StepControl) -> StepSnapshot? {
    snapshots(of: version)?.snapshot(
      of: step, whenRunning: { control.progress?("the lesson is run up to here") }, runLesson)
  }

  /// A lesson's own commands have the time that `check` allows.
  private func runLesson(isSlow: Bool, _ interruption: Interruption, _ body: () -> Void) {
    let seconds = Budget().seconds * (isSlow ? Double(Budget.slowFactor) : 1)
    _ = watch.limit(interruption, to: seconds, body)
  }

  private func snapshots(of version: String) -> LessonSnapshots? {
    if let known = snapshots.withLock({ $0[version] }) { return known }
    guard let lesson = lessons.withLock({ $0[version] }),
      let made = try? LessonSnapshots(lesson, builtins: builtins)
    else { return nil }
    return snapshots.withLock { known in
      if let other = known[version] { return other }
      known[version] = made
      return made
    }
  }

  // MARK: Help

  /// What can stand at a place, counted in UTF-16 units, of a text at a step; nil where the step is not known.
  public func completions(
    version: String, step: String, lines: [String], in text: String, at place: Int
  ) -> StepCompletions? {
    let control = StepControl()
    guard let snapshot = snapshot(version, step, control) else { return nil }
    let request = StepRequest(version: version, step: step, action: .run)
    let trial = StepTrial(request, at: snapshot, limits, control, lexicon: builtins.lexicon)
    let kept = lines.prefix(limits.lines).filter { $0.utf8.count <= limits.typed }
    let work = kept.isEmpty ? nil : work(after: kept, of: trial, control)
    let session = (work?.current ?? snapshot.session).session
    guard text.utf8.count <= limits.typed else { return StepCompletions(range: place..<place, candidates: []) }
    let units = text.utf16
    let start = units.index(units.startIndex, offsetBy: min(max(0, place), units.count))
    let offset = text.utf8.distance(from: text.startIndex, to: start)
    let found = session.completions(in: text, at: offset)
    let places = [found.range.lowerBound, found.range.upperBound].map { place -> Int in
      let index = text.utf8.index(text.startIndex, offsetBy: min(place, text.utf8.count))
      return text.utf16.distance(from: text.startIndex, to: index)
    }
    return StepCompletions(
      range: places[0]..<places[1],
      candidates: found.candidates.map { .init(text: $0.text, summary: $0.summary) }, hint: found.hint)
  }

  /// What `help` says of a word, as an HTML fragment.
  public func help(_ word: String) -> String {
    let topic = String(word.prefix(200)).trimmingSpace
    let reference = Reference(builtins)
    let answer = topic.isEmpty ? reference.overview : reference.answer(to: topic)
    guard let answer else {
      let html: HTML = "<p class=\"help\">There is no help on <code>\(topic)</code>.</p>"
      return html.source
    }
    let html: HTML = "<pre class=\"help\">\(answer.printed(in: .standard).text)</pre>"
    return html.source
  }
}

/// What students' lines left, as far as there is room; what was not used for longest goes first.
struct WorkCache {
  private struct Key: Hashable {
    let version: String
    let step: String
    let lines: [String]
  }

  private struct Entry {
    let work: StepWork
    let size: Int
    var use: Int
  }

  private let most: Int
  private var entries: [Key: Entry] = [:]
  private var size = 0
  private var uses = 0

  init(most: Int) { self.most = most }

  /// What the first lines left, as many of them as is known.
  mutating func longest(_ lines: [String], of request: StepRequest) -> (StepWork?, count: Int)? {
    for count in stride(from: lines.count, through: 0, by: -1) {
      let key = Key(version: request.version, step: request.step, lines: Array(lines.prefix(count)))
      guard let entry = entries[key] else { continue }
      uses += 1
      entries[key]?.use = uses
      return (entry.work, count)
    }
    return nil
  }

  mutating func keep(_ work: StepWork, after lines: [String], of request: StepRequest) {
    let key = Key(version: request.version, step: request.step, lines: lines)
    let room = work.size
    guard !lines.isEmpty, room <= most, entries[key] == nil else { return }
    uses += 1
    entries[key] = Entry(work: work, size: room, use: uses)
    size += room
    while size > most, let oldest = entries.min(by: { $0.value.use < $1.value.use }) {
      entries[oldest.key] = nil
      size -= oldest.value.size
    }
  }
}
