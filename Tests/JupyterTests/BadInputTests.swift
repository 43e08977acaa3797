import Jupyter
import Platform
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Whatever comes, the kernel stays, says what it drops, and goes on answering.
@Suite struct BadInputTests {
  @Test func `what is not trusted is dropped`() throws {
    let client = try KernelClient()
    let good = client.message("kernel_info_request", "{}")
    try client.shell.send(good)
    #expect(try client.answer(from: client.shell).text("status") == "ok")
    let border = Array("<IDS|MSG>".utf8)
    var tampered = client.message("execute_request", KernelClient.execution("1"))
    tampered[5] += [0x20]
    let bad = [
      client.message("kernel_info_request", "{}", key: "another key"),
      client.message("kernel_info_request", "{}", key: ""),
      good, tampered, Array(good.dropLast()), [border], [[]], [[1], [2]], Array(repeating: border, count: 6),
      client.message("", "{}", header: "[]"), client.message("", "{}", header: "{}"),
      client.message("", "{}", header: #"{"msg_type": 5}"#), client.message("", "{}", header: "{"),
      client.message("", "{}", header: String(repeating: "[", count: 10_000)),
    ]
    for message in bad { try client.shell.send(message) }
    #expect(try client.run("1 + 1").plain == ["2"])
    let dropped = client.dropped.change { $0 }
    #expect(dropped.count == bad.count)
    #expect(dropped.filter { $0.hasSuffix("its signature is wrong") }.count == 4)
    #expect(dropped.filter { $0.hasSuffix("it came before") }.count == 1)
  }

  @Test func `without a key nothing is signed`() throws {
    let client = try KernelClient(key: "")
    #expect(try client.ask("kernel_info_request", "{}").reply?.text("status") == "ok")
    #expect(try client.ask("kernel_info_request", "{}").reply?.text("status") == "ok")
  }

  @Test(arguments: ["[]", "{}", "", #"{"code": 5}"#, #"{"code": "1", "code": "2"}"#, #"{"code": "\ud800"}"#, "nul"])
  func `a content that says nothing is answered`(content: String) throws {
    let client = try KernelClient()
    for type in ["execute_request", "complete_request", "inspect_request", "is_complete_request"] {
      let exchange = try client.ask(type, content)
      #expect(exchange.reply?.text("status") == "error" && exchange.reply?.text("ename") == "message")
    }
    #expect(try client.run("1 + 1").plain == ["2"])
  }

  @Test func `frames before the border lead back`() throws {
    let client = try KernelClient()
    try client.shell.send([[1], [2, 3]] + client.message("comm_info_request", "{}"))
    let answer = try #require(try client.shell.message())
    #expect(answer.prefix(3) == [[1], [2, 3], Array("<IDS|MSG>".utf8)])
    // Buffers are for widgets, and not signed.
    try client.shell.send(client.message("comm_info_request", "{}") + [[1, 2, 3]])
    #expect(try client.answer(from: client.shell).text("status") == "ok")
  }

  /// A long text, and many requests at once, each answered in its turn.
  @Test func `much at once`() throws {
    let client = try KernelClient()
    let long = try client.run("# " + String(repeating: "σ", count: 1 << 20) + "\n1 + 1")
    #expect(long.plain == ["2"])
    for _ in 0..<1_000 { try client.shell.send(client.message("comm_info_request", "{}")) }
    for _ in 0..<1_000 { #expect(try client.answer(from: client.shell).text("status") == "ok") }
  }

  @Test func `front ends come and go, and two may share a kernel`() throws {
    let client = try KernelClient()
    let other = try ZMTPClient(to: client.kernel.address(of: .shell), as: "DEALER")
    try other.send(client.message("execute_request", KernelClient.execution("a = 1")))
    #expect(try client.answer(from: other).text("status") == "ok")
    #expect(try client.run("a").plain == ["1"])
    do {
      let leaving = try ZMTPClient(to: client.kernel.address(of: .shell), as: "DEALER")
      try leaving.send(client.message("execute_request", KernelClient.execution("b = 1")))
    }
    #expect(try client.run("a").plain == ["1"])
    // One that fails stops its own cells, not those of others.
    let failing = client.message("execute_request", KernelClient.execution("nothing_here"))
    try client.shell.send(failing)
    try other.send(client.message("execute_request", KernelClient.execution("2")))
    #expect(try client.answer(from: client.shell).text("status") == "error")
    #expect(try client.answer(from: other).text("status") == "ok")
  }

  @Test(arguments: [
    ("", "this is no JSON object"), ("[]", "this is no JSON object"), ("{}", "shell_port is missing"),
    (#"{"signature_scheme": "hmac-md5"}"#, "messages are to be signed by 'hmac-md5'; gradus knows hmac-sha256"),
    (#"{"transport": "inproc"}"#, "the transport is 'inproc'; gradus knows tcp and ipc"),
    (#"{"shell_port": 70000}"#, "shell_port is no port"), (#"{"shell_port": "x"}"#, "shell_port is no port"),
    (#"{"shell_port": 1.5}"#, "shell_port is no port"),
    (#"{"curve_publickey": "abc"}"#, "the connection is to be encrypted, which gradus does not do"),
    (
      #"{"kernel_id": "k", "registration_ip": "127.0.0.1", "registration_port": 5}"#,
      "this file asks the kernel to choose its ports itself (kernel protocol 5.6), which gradus does not do"
    ),
  ]) func `a connection file that cannot be used`(text: String, says: String) {
    #expect {
      try ConnectionFile(Array(text.utf8))
    } throws: { error in
      (error as? Failure)?.message == says
    }
  }

  @Test func `ports may be texts, and names in the file system take their place`() throws {
    let text = #"{"shell_port": "1", "control_port": 2, "stdin_port": 3, "hb_port": 4, "iopub_port": 5, "key": "k""#
    let tcp = try ConnectionFile(Array((text + "}").utf8))
    #expect(tcp.address(of: .shell) == .network(host: "127.0.0.1", port: 1) && tcp.key == [107])
    let ipc = try ConnectionFile(Array((text + #", "transport": "ipc", "ip": "/tmp/k"}"#).utf8))
    #expect(ipc.address(of: .broadcast) == .file("/tmp/k-5"))
  }

  @Test func `an address that is taken is said`() throws {
    let client = try KernelClient()
    guard case .network(_, let port) = client.kernel.address(of: .shell) else { throw ZMTPClient.NotUnderstood() }
    let text = KernelClient.file().replacing("\"shell_port\": 0", with: "\"shell_port\": \(port)")
    let file = try ConnectionFile(Array(text.utf8))
    #expect {
      try Kernel(file, stop: Stop()) { _ in
      } lastResort: {
      }
    } throws: { error in
      (error as? Failure)?.message == "127.0.0.1, port \(port), for shell cannot be had: Address already in use"
    }
  }
}
