import Lessons
import Platform
import Probability
import Vocabulary

/// Some hundred students at once in the browser's place, over loopback, for a bounded time: how long they wait, what server and
/// workers take, and whether anything is lost.
///
/// `gradus-bench classroom [students=200] [seconds=120] [thinking=5] [chaos] [training]`: with `chaos` a worker is killed every five
/// seconds and the server twice; with `training` thirty of the students start the training of lesson 11 at the same moment. All others
/// are in lessons 1 to 9. Seventy of a hundred requests are the lesson's commands, twenty-five the students' own lines (of a
/// hundred ninety light, nine of some 100 ms, one of some 2 s), five are answers.
enum ClassroomLoad {
  struct Settings {
    var port: UInt16 = 0
    var base = ""
    var code = ""
    /// The mean of the seconds between an answer and the next request.
    var thinking = 5.0
    /// How many students start a training, and when; nil where none does.
    var training: (students: Int, start: ContinuousClock.Instant)?
  }

  static func report(_ words: [String]) {
    let students = number("students", in: words) ?? 200
    let seconds = Double(number("seconds", in: words) ?? 120)
    let run = ClassroomRun(
      students: min(students, 2000), seconds: min(seconds, 600), thinking: Double(number("thinking", in: words) ?? 5),
      isChaotic: words.contains("chaos"), isTraining: words.contains("training"))
    do {
      try run.go()
    } catch {
      print("error: \(error.message)")
    }
  }

  private static func number(_ name: String, in words: [String]) -> Int? {
    words.first { $0.hasPrefix(name + "=") }.flatMap { Int($0.dropFirst(name.count + 1)) }
  }
}

/// One run: a server with a class of its own in a temporary folder, its students, and what came of it.
private final class ClassroomRun {
  private let count: Int
  private let seconds: Double
  private let isChaotic: Bool
  private let isTraining: Bool
  private var settings = ClassroomLoad.Settings()
  private var students: [SimulatedStudent] = []
  private var peakBytes = 0
  /// How many start a training at once.
  private static let training = 30

  init(students: Int, seconds: Double, thinking: Double, isChaotic: Bool, isTraining: Bool) {
    (count, self.seconds, self.isChaotic, self.isTraining) = (students, seconds, isChaotic, isTraining)
    settings.thinking = thinking
  }

  func go() throws(Failure) {
    signal(SIGPIPE, SIG_IGN)
    let lessons = try LessonChoice([])
    var scripts: [LessonScript] = []
    var circles: LessonScript?
    for path in try LessonFiles.find(lessons.paths) {
      if path.contains("/0") { scripts.append(try LessonScript(path)) }
      if isTraining, path.contains("/11-") { circles = try LessonScript(path) }
    }
    let server = try ServedClass(lessons: lessons.paths)
    (settings.port, settings.base, settings.code) = (server.port, server.base, server.code)
    let begin = ContinuousClock.now
    if circles != nil { settings.training = (students: Self.training, start: begin + .seconds(30)) }
    students = (0..<count).map { number in
      SimulatedStudent(
        number: number, script: (number < Self.training ? circles : nil) ?? scripts[number % scripts.count],
        load: settings,
        start: begin + .seconds(10 * Double(number) / Double(count)))
    }
    let end = begin + .seconds(seconds)
    var nextWorker = begin + .seconds(12)
    var killings = isChaotic ? [begin + .seconds(seconds / 3), begin + .seconds(2 * seconds / 3)] : []
    var nextLook = begin + .seconds(1)
    while ContinuousClock.now < end + .seconds(20), ContinuousClock.now < end || students.contains(where: \.isWaiting) {
      let now = ContinuousClock.now
      if isChaotic, now >= nextWorker, now < end {
        server.killWorker()
        nextWorker = now + .seconds(5)
      }
      if let killing = killings.first, now >= killing {
        killings.removeFirst()
        try server.killAndRestart()
      }
      if now >= nextLook {
        peakBytes = max(peakBytes, server.usage.reduce(0) { $0 + $1.bytes })
        nextLook = now + .seconds(1)
      }
      step(isEnding: now >= end)
    }
    report(server, after: ContinuousClock.now - begin)
    try compare(server)
    server.stop()
  }

  /// Waits until something comes or is due, and deals with it.
  private func step(isEnding: Bool) {
    var descriptors: [pollfd] = []
    var owners: [(student: Int, isEvents: Bool)] = []
    for (index, student) in students.enumerated() {
      if let connection = student.connection {
        let wanted = POLLIN | (connection.hasUnsent ? POLLOUT : 0)
        descriptors.append(pollfd(fd: connection.descriptor, events: Int16(wanted), revents: 0))
        owners.append((index, false))
      }
      if let events = student.events {
        descriptors.append(pollfd(fd: events.descriptor, events: Int16(POLLIN), revents: 0))
        owners.append((index, true))
      }
    }
    let wake = students.map(\.wake).min() ?? .now
    let pause = max(0, min(100, (wake - .now) / .milliseconds(1)))
    poll(&descriptors, nfds_t(descriptors.count), Int32(pause.rounded(.up)))
    for (descriptor, owner) in zip(descriptors, owners) where descriptor.revents != 0 {
      let student = students[owner.student]
      if owner.isEvents {
        student.listenForEvents()
      } else {
        student.connection?.flush()
        student.listen()
      }
    }
    let now = ContinuousClock.now
    for student in students where student.wake <= now {
      student.openEvents()
      if !student.isWaiting { student.act(isEnding: isEnding) }
    }
  }

  // MARK: Reporting

  private func report(_ server: ServedClass, after time: Duration) {
    print("\(count) students, \(Int(time / .seconds(1))) s, \(isChaotic ? "workers and server killed" : "undisturbed")")
    print(["", "requests", "median ms", "99 % ms", "longest ms"].map(column).joined())
    for kind in SimulatedStudent.Kind.allCases {
      let times = students.flatMap(\.latencies).filter { $0.kind == kind }.map { $0.time / .milliseconds(1) }.sorted()
      guard let longest = times.last else { continue }
      let cells = [times[times.count / 2], times[min(times.count - 1, times.count * 99 / 100)], longest]
      print(([kind.rawValue, String(times.count)] + cells.map(text)).map(column).joined())
    }
    let faults = students.flatMap(\.faults) + students.compactMap(\.unanswered)
    print("faults: \(faults.count)")
    for fault in faults.prefix(10) { print("  " + fault) }
    print("most memory: \(peakBytes / 1_000_000) MB, \(peakBytes / count / 1000) kB a student")
    for process in server.usage {
      print("  \(process.name): \(process.bytes / 1_000_000) MB, \(text(process.processorSeconds)) s of processor time")
    }
    print("news: \(students.reduce(0) { $0 + $1.eventBytes } / 1000) kB")
    let kernels = Peer.figures(of: "kernels.py")
    if let memory = kernels["memory"], let cell = kernels["cell"] {
      print("a kernel of ipykernel for each: \(memory) MB a student, \(cell) ms a short cell")
    }
  }

  /// Looks for all that was acknowledged in what the server has kept.
  private func compare(_ server: ServedClass) throws(Failure) {
    let kept = try server.keptEvents()
    var lost = 0
    for student in students {
      var own = kept[student.name] ?? [:]
      for event in student.acknowledged {
        let key = [event.lesson, event.step, event.action, event.text].joined(separator: "\u{0}")
        if let count = own[key], count > 0 {
          own[key] = count - 1
        } else {
          lost += 1
          if lost <= 5 {
            print("  lost: \(student.name) \(event.step) \(event.action) \(event.text.prefix(60)) (\(event.state))")
          }
        }
      }
    }
    print("acknowledged: \(students.reduce(0) { $0 + $1.acknowledged.count }), of them lost: \(lost)")
  }

  private func text(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  private func column(_ text: String) -> String { String(repeating: " ", count: max(1, 12 - text.count)) + text }
}
