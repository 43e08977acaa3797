import Classroom
import Lessons
import TestSupport
import Testing

/// What becomes of workers that end or say nothing sensible, shown with programs of the shell in their place.
@Suite struct WorkerDeathTests {
  private func states(_ pool: WorkerPool, _ texts: [String]) async -> [String: String] {
    await withTaskGroup(of: (String, String).self) { group in
      for (student, text) in texts.enumerated() {
        group.addTask {
          do throws(WorkerProblem) {
            let reply = try await pool.perform(Workers.request(text), for: student)
            return (text, reply.state == .tried ? reply.html : reply.state.rawValue)
          } catch {
            return (text, "\(error)")
          }
        }
      }
      var states: [String: String] = [:]
      for await (text, state) in group { states[text] = state }
      return states
    }
  }

  @Test func `a fault that says its command costs that command`() async {
    let pool = Workers.pool(
      script: """
        case "$text" in
        bad) printf '\\ncrash\\t%s\\n' "$number"; kill -ILL $$;;
        *) reply "$number" "$text";;
        esac
        """)
    // What waits when the process ends is asked again, as often as it takes.
    #expect(await states(pool, ["bad", "a", "b"]) == ["bad": "crashed", "a": "a", "b": "b"])
    await pool.shutDown()
  }

  @Test func `a process that ends without a word is asked once more`() async throws {
    let folder = try TemporaryFolder()
    let pool = Workers.pool(
      script: """
        case "$text" in
        once) if [ -e '\(folder.path)/seen' ]; then reply "$number" again; else : > '\(folder.path)/seen'; kill -9 $$; fi;;
        always) kill -9 $$;;
        late) printf 'late\\t%s\\t.\\n' "$number"; exit 1;;
        memory) printf 'memory\\t.\\n'; exit 1;;
        *) reply "$number" "$text";;
        esac
        """)
    #expect(await states(pool, ["once", "x"]) == ["once": "again", "x": "x"])
    #expect(await states(pool, ["always", "y", "z"]) == ["always": "crashed", "y": "y", "z": "z"])
    #expect(await states(pool, ["late", "v"]) == ["late": "budget", "v": "v"])
    #expect(await states(pool, ["memory", "w"]) == ["memory": "budget", "w": "w"])
    await pool.shutDown()
  }

  @Test func `nonsense is passed over`() async {
    let pool = Workers.pool(
      script: """
        printf 'reply\\t%s\\ttried\\t\\t0\\thalf' "$number"; printf '\\nreply\\t999\\ttried\\t\\t0\\t\\t\\t\\t.\\n'
        printf 'nonsense\\n\\t\\t\\n\\377\\376\\nreply\\tx\\n'
        reply "$number" "$text"
        """)
    #expect(await states(pool, ["a", "b", "c"]) == ["a": "a", "b": "b", "c": "c"])
    await pool.shutDown()
  }

  @Test(arguments: ["/bin/false", "/nowhere/gradus"])
  func `a program that is none is said`(_ program: String) async {
    let pool = WorkerPool(program: program, arguments: ["serve", "--worker"], count: 2)
    pool.announce(Workers.lesson)
    let found = await states(pool, ["a"])["a"] ?? ""
    #expect(found.contains("unavailable"))
    #expect(found.contains(program.hasPrefix("/nowhere") ? "cannot be started" : "one after the other"))
    #expect(await states(pool, ["b"])["b"]?.contains("unavailable") == true)
    await pool.shutDown()
  }

  @Test func `the same request is answered once`() async throws {
    let folder = try TemporaryFolder()
    let pool = Workers.pool(script: "printf x >> '\(folder.path)/count'; reply \"$number\" \"$text\"")
    for student in 0..<20 { #expect(try await pool.perform(Workers.request("same"), for: student).html == "same") }
    #expect(folder.read("count") == "x")
    await pool.shutDown()
  }
}
