import Platform
import TestSupport
import Testing

/// `gradus kernel` from a shell, and as a front end starts it.
@Suite struct KernelCommandTests {
  @Test func `it is installed and taken away`() throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/share/jupyter/kernels/mine"
    let installed = try Program.run("kernel", "--install", "--prefix", folder.path, "--name", "mine")
    #expect(installed.output == "wrote \(place)\n" && installed.status == 0)
    #expect(folder.read("share/jupyter/kernels/mine/kernel.json")?.contains("{connection_file}") == true)
    let taken = try Program.run("kernel", "--uninstall", "--prefix", folder.path, "--name", "mine")
    #expect(taken.output == "took \(place) away\n" && taken.status == 0)
    let again = try Program.run("kernel", "--uninstall", "--prefix", folder.path, "--name", "mine")
    #expect(again.errors == "error: there is no kernel 'mine' in \(folder.path)/share/jupyter/kernels\n")
    #expect(again.status == 2)
    let own = try Program.run(["kernel", "--install"], environment: ["HOME=" + folder.path])
    #expect(own.output == "wrote \(folder.path)/.local/share/jupyter/kernels/gradus\n")
    let data = try Program.run(["kernel", "--install"], environment: ["JUPYTER_DATA_DIR=" + folder.path + "/data"])
    #expect(data.output == "wrote \(folder.path)/data/kernels/gradus\n")
  }

  @Test(arguments: [
    (["kernel"], "a front end gives a connection file"), (["kernel", "--install", "--uninstall"], "opposites"),
    (["kernel", "--user", "f"], "belong to --install"), (["kernel", "--install", "f"], "is to be run, not installed"),
    (["kernel", "--install", "--user", "--prefix", "p"], "two places"),
    (["kernel", "--install", "--name", "a b"], "'a b' is no name for a kernel"),
    (["kernel", "/nowhere/file.json"], "gradus kernel: /nowhere/file.json: there is no such file"),
  ]) func `wrong calls`(arguments: [String], says: String) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 2 && outcome.errors.contains(says), "\(outcome.errors)")
  }

  /// Over names in the file system, so that no port is needed.
  @Test func `a front end starts it, stops it by a signal, and ends it`() throws {
    let folder = try TemporaryFolder()
    folder.write(
      "connection.json",
      """
      {"transport": "ipc", "ip": "\(folder.path)/k", "key": "", "signature_scheme": "hmac-sha256",
       "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5}
      """)
    let process = try Program.start(
      ["kernel", folder.path + "/connection.json"], output: .file(folder.path + "/output"),
      errors: .file(folder.path + "/errors"), environment: ["LC_ALL=C.UTF-8", "XDG_STATE_HOME=" + folder.path])
    defer { process.kill() }
    // All are open once the last is.
    let shell = try Self.connection(to: folder.path + "/k-1")
    let control = try Self.connection(to: folder.path + "/k-4")
    func message(_ number: Int, _ type: String, _ content: String) -> [[UInt8]] {
      let header = #"{"msg_id": "\#(number)", "msg_type": "\#(type)"}"#
      return ["<IDS|MSG>", "", header, "{}", "{}", content].map { Array($0.utf8) }
    }
    func answer(of socket: ZMTPClient) throws -> String {
      String(decoding: try #require(try socket.message()?.last), as: UTF8.self)
    }
    try shell.send(message(1, "execute_request", #"{"code": "1 + 1", "silent": true}"#))
    #expect(try answer(of: shell).contains(#""status": "ok""#))
    try shell.send(message(2, "execute_request", #"{"code": "[x² for x in 1..1e8];"}"#))
    // It does not end by a signal, be it that a cell runs or not.
    while true {
      process.send(SIGINT)
      try control.send(message(3, "kernel_info_request", "{}"))
      #expect(try answer(of: control).contains(#""implementation": "gradus""#))
      if try shell.hasMore() { break }
    }
    #expect(try answer(of: shell).contains(#""ename": "interrupted""#))
    // Another kernel cannot have the same addresses.
    let second = try Program.run("kernel", folder.path + "/connection.json")
    #expect(second.status == 1 && second.errors.contains("cannot be had: Address already in use"), "\(second.errors)")
    try control.send(message(4, "shutdown_request", #"{"restart": false}"#))
    #expect(try answer(of: control).contains(#""restart": false"#))
    #expect(process.wait().number == 0)
    #expect(folder.read("output") == "" && folder.read("errors") == "")
    // What nobody was to see is not kept, what was run is, beside what is typed at the prompt.
    #expect(folder.read("gradus/cells") == "[x² for x in 1..1e8];\n" && folder.read("gradus/history") == nil)
    #expect(FileKind(of: folder.path + "/k-1") == nil)
  }

  /// Waits until somebody listens there.
  private static func connection(to path: String) throws -> ZMTPClient {
    for _ in 0..<60_000 {
      if let client = try? ZMTPClient(to: .file(path), as: "DEALER") { return client }
      usleep(1_000)
    }
    throw ZMTPClient.TooLong()
  }
}
