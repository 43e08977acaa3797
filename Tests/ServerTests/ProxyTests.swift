import Platform
import TestSupport
import Testing

/// Two servers behind the real nginx, with the configuration that comes with gradus.
@Suite struct ProxyTests {
  private static let program = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"].first {
    FileKind(of: $0) == .file
  }

  /// nginx as it is installed, on a port that was free.
  private final class Proxy {
    let port: Int
    private let process: ChildProcess
    private let folder = try? TemporaryFolder()

    init(_ a: ServerProcess, _ b: ServerProcess) throws {
      port = try Self.freePort()
      let folder = try #require(folder)
      let site = try References.file(Project.path("Sources/Deploy/nginx.conf"))
        .replacing("listen 80;", with: "listen 127.0.0.1:\(port);")
        .replacing("127.0.0.1:8081", with: "127.0.0.1:\(a.port)")
        .replacing("127.0.0.1:8082", with: "127.0.0.1:\(b.port)")
      let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
        "\($0)_temp_path \(folder.path)/\($0);"
      }
      folder.write(
        "nginx.conf",
        """
        daemon off;
        pid \(folder.path)/pid;
        error_log \(folder.path)/errors;
        events {}
        http { access_log off; \(temporary.joined(separator: " "))
        \(site)
        }
        """)
      process = try ChildProcess(
        try #require(ProxyTests.program), ["-p", folder.path, "-c", folder.path + "/nginx.conf"], input: .nothing,
        output: .file(folder.path + "/output"), errors: .file(folder.path + "/output"), group: .own)
      while (try? LoopbackClient.send("GET", port: port, "/none")) == nil {
        if let ending = process.poll() {
          throw ServerProcess.NotStarted(output: folder.read("output") ?? "", status: ending.status)
        }
        usleep(5_000)
      }
    }

    deinit { process.kill() }

    private static func freePort() throws -> Int {
      #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
      #else
        let kind = SOCK_STREAM
      #endif
      let socket = OpenFile(adopting: Platform.socket(AF_INET, kind, 0))
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let status = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
          bind(socket.descriptor, address, size) == 0 ? getsockname(socket.descriptor, address, &size) : -1
        }
      }
      if status != 0 { throw SystemError() }
      return Int(UInt16(bigEndian: address.sin_port))
    }
  }

  private static func server(_ root: String) throws -> ServerProcess {
    try ServerProcess(["--base-path", root, "--host-name", "school.example", "--trust", "127.0.0.1"])
  }

  @Test(.enabled(if: program != nil))
  func `each path leads to its server, streams arrive, and one that is killed does not take the other along`()
    throws
  {
    let (a, b) = (try Self.server("/a"), try Self.server("/b"))
    let proxy = try Proxy(a, b)
    let origin = "http://127.0.0.1:\(proxy.port)"
    func get(_ path: String, _ cookie: String = "") throws -> LoopbackClient.Reply {
      try LoopbackClient.send("GET", port: proxy.port, path, headers: [("Cookie", cookie)])
    }
    func post(_ path: String, _ body: String, _ cookie: String = "", origin: String) throws -> LoopbackClient.Reply {
      try LoopbackClient.send(
        "POST", port: proxy.port, path,
        headers: [("Content-Type", "application/x-www-form-urlencoded"), ("Cookie", cookie), ("Origin", origin)],
        body: Array(body.utf8))
    }
    var cookies: [String] = []
    for (server, root) in [(a, "/a"), (b, "/b")] {
      #expect(server.base == "\(root)/c/\(server.key)")
      #expect(try get(root + "/?code=" + server.code).header("location") == "\(server.base)/?code=\(server.code)")
      #expect(
        try post(server.base + "/join", "name=Anna&code=\(server.code)", origin: "http://evil.example").status == 403)
      let joined = try post(server.base + "/join", "name=Anna&code=\(server.code)", origin: origin)
      #expect(joined.status == 303 && joined.header("set-cookie")?.contains("Path=\(server.base)/;") == true)
      cookies.append(try ServerProcess.cookie(of: joined))
      #expect(
        try get(server.base + "/lessons/coins", cookies.last ?? "").text.contains("\(server.base)/lessons/coins/steps/")
      )
      #expect(try get(server.base + "/lessons/coins", "").status == 401)
    }
    #expect(try get(a.base + "/lessons/coins", cookies[1]).status == 401)

    let stream = try Wire(port: proxy.port)
    try stream.send(
      "GET \(a.base)/events HTTP/1.1\r\nHost: 127.0.0.1:\(proxy.port)\r\nAccept: text/event-stream\r\nCookie: \(cookies[0])\r\n\r\n"
    )
    #expect(stream.read(until: "retry: 2000"))
    let teacher = try a.teach()
    try a.board("goto", [("lesson", "coins"), ("step", "1")], teacher)
    #expect(stream.read(until: "event: goto"))

    a.kill()
    #expect(try get(a.base + "/", cookies[0]).status == 502)
    #expect(try get(b.base + "/", cookies[1]).status == 200)
    try a.start()
    #expect(try get(a.base + "/", cookies[0]).text.contains("Anna"))
  }

  @Test func `what is forwarded counts only from those who are trusted`() throws {
    for (trusted, isSecure) in [("127.0.0.1", true), ("192.0.2.1", false)] {
      let server = try ServerProcess(["--trust", trusted])
      let reply = try server.post(
        server.base + "/join", [("name", "Anna"), ("code", server.code)], headers: [("X-Forwarded-Proto", "https")])
      #expect(reply.header("set-cookie")?.contains("; Secure") == isSecure)
    }
  }

  @Test func `health and readiness`() throws {
    let server = try ServerProcess()
    for path in ["/healthz", "/readyz"] { #expect(try server.get(path).text == "ok\n") }
  }
}
