import Platform
import TestSupport
import Testing

/// Programs get what they are given, and say how they ended.
@Suite struct ChildProcessTests {
  @Test func `the ends of programs`() throws {
    #expect(try ChildProcess("/bin/sh", ["-c", "exit 3"]).wait() == .exited(3))
    #expect(try ChildProcess("sh", ["-c", "kill -9 $$"]).wait() == .killed(SIGKILL))
    #expect(throws: SystemError(ENOENT)) { try ChildProcess("/bin/no such program", []) }
    let process = try ChildProcess("/bin/sh", ["-c", "exec sleep 100"])
    #expect(process.poll() == nil)
    #expect(process.wait(atMost: 2) == nil)
    process.kill()
    #expect(process.poll() == .killed(SIGKILL))
  }

  @Test func `what it reads, writes and knows`() throws {
    let folder = try TemporaryFolder()
    folder.write("in", "some words\n")
    let process = try ChildProcess(
      "/bin/sh", ["-c", "read line; echo \"$line, $WORD\"; echo no >&2"], input: .file(folder.path + "/in"),
      output: .file(folder.path + "/out"), errors: .nothing, environment: ["WORD=here"])
    #expect(process.wait() == .exited(0))
    #expect(folder.read("out") == "some words, here\n")
    #expect(try FileStatus(of: folder.path + "/out").rights & 0o077 == 0)
  }

  /// The pipe ends when all have gone that could write to it.
  @Test func `a group ends with its leader`() throws {
    let pipe = try #require(Pipe())
    let (output, input) = (OpenFile(adopting: pipe.reading), OpenFile(adopting: pipe.writing))
    let process = try ChildProcess(
      "/bin/sh", ["-c", "sleep 1000 & echo started; wait"], input: .nothing, output: .descriptor(input.descriptor),
      group: .own)
    try input.close()
    #expect(try output.available(atMost: 100) == Array("started\n".utf8))
    process.kill()
    #expect(try output.rest() == [])
  }
}
