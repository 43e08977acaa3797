import Builtins
import Classroom
import Lessons
import Platform
import TestSupport
import Testing

/// The workers of a class, as they are started by the program.
@Suite(.serialized) struct WorkerPoolTests {
  /// Something that takes until it is stopped.
  private static let endless = "[sum([sum([i × j × k for i in 1..999]) for j in 1..999]) for k in 1..1e6]"

  private static var patientLimits: ServingLimits {
    var limits = ServingLimits()
    limits.steps = .max
    limits.seconds = 1e6
    return limits
  }

  @Test func `replies are those of a server in the same process`() async throws {
    let pool = Workers.pool()
    let server = StepServer(builtins: .standard)
    server.add(Workers.lesson)
    var requests: [StepRequest] = []
    for place in Workers.steps.indices {
      for action in StepAction.allCases {
        for text in [
          "", "mean(c)", "s = 0.21", "std(c)", "b", "sample(c, 4)", "x = (", "plot normal(0, 1)", "\"a\tb\\n\"",
        ] {
          requests.append(Workers.request(text, action, at: place))
          requests.append(Workers.request(text, action, at: place, after: ["c = bernoulli(0.5)", "y = 1"], .tried))
        }
      }
    }
    for (index, request) in requests.enumerated() {
      #expect(try await pool.perform(request, for: index % 5) == server.reply(to: request), "\(request)")
    }
    await pool.shutDown()
    await #expect(throws: WorkerProblem.unavailable("the server is stopping")) {
      try await pool.perform(Workers.request("1 + 1"), for: 1)
    }
  }

  @Test func `one student's Stop stops one`() async throws {
    let pool = Workers.pool(1, limits: Self.patientLimits)
    let told = [Told(), Told()]
    async let first = pool.perform(Workers.request(Self.endless), for: 1) { told[0].add($0) }
    // The second waits behind it, and says so, once both are long.
    async let second = pool.perform(Workers.request(Self.endless + " + 1"), for: 2) { told[1].add($0) }
    await pool.awaitBeginning(of: 1)
    await pool.awaitBeginning(of: 2)
    // Short ones of others go on meanwhile.
    for number in 3..<20 {
      #expect(try await pool.perform(Workers.request("\(number) + 1"), for: number).html.contains("\(number + 1)"))
    }
    await #expect(throws: WorkerProblem.busy) { try await pool.perform(Workers.request("1 + 1"), for: 1) }
    pool.stop(student: 1)
    pool.stop(student: 7)
    #expect(try await first.state == .stopped)
    await #expect(throws: WorkerProblem.busy) { try await pool.perform(Workers.request("1 + 1"), for: 2) }
    #expect(try await pool.perform(Workers.request("1 + 1"), for: 1).html.contains("2"))
    pool.stop(student: 2)
    #expect(try await second.state == .stopped)
    await pool.shutDown()
  }

  @Test func `long commands wait for each other`() async throws {
    let pool = Workers.pool(max(1, processorCount), limits: Self.patientLimits)
    let students = Array(0..<(4 * max(1, processorCount)))
    let told = Told()
    await withTaskGroup(of: StepReply?.self) { group in
      for student in students {
        group.addTask { try? await pool.perform(Workers.request(Self.endless), for: student) { told.add($0) } }
      }
      await told.wait { if case .waiting(let before) = $0 { before > 0 } else { false } }
      for student in students {
        await pool.awaitBeginning(of: student)
        pool.stop(student: student)
      }
      for await reply in group { #expect(reply?.state == .stopped) }
    }
    await pool.shutDown()
  }

  @Test func `a killed worker loses nothing`() async throws {
    let pool = Workers.pool(1, limits: Self.patientLimits)
    let told = Told()
    let heavy = Workers.request("sum([sum([i × j for i in 1..2000]) for j in 1..2000])")
    let expected = try await pool.perform(heavy, for: 1)
    let other = Workers.pool(1, limits: Self.patientLimits)
    // Twice at work on other things, once idle.
    async let endless = other.perform(Workers.request(Self.endless), for: 9) { told.add($0) }
    async let result = other.perform(heavy, for: 1)
    await other.awaitBeginning(of: 9)
    let process = await other.process()
    kill(process, SIGKILL)
    #expect(try await result == expected)
    let next = await other.process(otherThan: process)
    other.stop(student: 9)
    #expect(try await endless.state == .stopped)
    kill(next, SIGKILL)
    #expect(try await other.perform(Workers.request("2 × 21"), for: 4).html.contains("42"))
    await pool.shutDown()
    await other.shutDown()
  }

  @Test func `the same after a worker's end`() async throws {
    let pool = Workers.pool(1)
    let requests = ["sample(c, 5)", "x = sample(c, 3)", "save [1] \"a.csv\"", "c"].map {
      Workers.request($0, after: ["sample(c, 5)", "y = 2"])
    }
    var replies: [StepReply] = []
    for request in requests { replies.append(try await pool.perform(request, for: 1)) }
    let other = Workers.pool(1)
    for (request, reply) in zip(requests, replies).reversed() {
      kill(await other.process(), SIGKILL)
      #expect(try await other.perform(request, for: 1) == reply)
    }
    await pool.shutDown()
    await other.shutDown()
  }

  @Test func `hostile lines cost themselves alone`() async throws {
    var limits = ServingLimits()
    limits.seconds = 1
    limits.slowSeconds = 1
    let pool = Workers.pool(2, limits: limits)
    let lines = [
      Self.endless, "g(x) = g(x) + 1\ng(1)",
      String(repeating: "(", count: 2000) + "1" + String(repeating: ")", count: 2000),
      "1..1e9", "set memory=4TB\n1..1e9", (0..<60).map { "a\($0) = 1..9e6" }.joined(separator: "\n"),
      String(repeating: "x", count: 4000), "save(1..1e7, \"big.npy\")", "load \"../../../Package.swift\"",
      "save [1] \"../../x.csv\"",
      "[sum([sum([i × j × k for i in 1..99]) for j in 1..99]) for k in 1..9999]", "\u{0}\u{1B}[2J",
      "s = \"\(String(repeating: "é", count: 1500))\"",
      "fold((s, i) -> s + s, \"aaaaaaaaaa\", 1..23)", "iterate(s -> [s], 1, 1e5)", "plot(1..1e6)",
    ]
    for (number, line) in lines.enumerated() {
      let reply = try await pool.perform(Workers.request(line), for: 1)
      #expect([.failed, .budget, .tried].contains(reply.state), "\(line.prefix(60)): \(reply.say.prefix(200))")
      #expect(reply.html.utf8.count < 2_000_000)
      #expect(try await pool.perform(Workers.request("\(number) + 0.5"), for: 1).html.contains("\(number).5"))
    }
    await pool.shutDown()
  }

  @Test func `completions and help`() async throws {
    let pool = Workers.pool(1)
    let step = Workers.steps[1].key
    let found = try await pool.completions(
      version: Workers.lesson.version, step: step, lines: ["width_of = 2"], line: "é + width", at: 9, for: 1)
    #expect(found.candidates.map(\.text) == ["width_of"] && found.range == 4..<9)
    #expect(try await pool.help("std").contains("std("))
    await #expect(throws: WorkerProblem.unknown) {
      try await pool.completions(version: "x", step: step, lines: [], line: "", at: 0, for: 1)
    }
    await #expect(throws: WorkerProblem.unknown) {
      try await pool.perform(StepRequest(version: "x", step: step, action: .run), for: 1)
    }
    await pool.shutDown()
  }

  @Test func `nothing is left of files`() async throws {
    let pool = Workers.pool(1)
    let mark = "gradus-lesson-\(await pool.process())-"
    #expect(try await pool.perform(Workers.request("save [1] \"a.csv\""), for: 1).state == .tried)
    await pool.shutDown()
    #expect(!Folder.names(in: Platform.TemporaryFolder.parent, atMost: 10_000).contains { $0.hasPrefix(mark) })
  }
}
