import Platform

/// A connection over loopback to a server that is measured: one request at a time, HTTP/1.1, never blocking.
final class HTTPConnection {
  struct Response {
    let status: Int
    /// Names in lower case.
    let headers: [String: String]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  let descriptor: Int32
  private var unsent: [UInt8] = []
  private var received: [UInt8] = []
  /// Set where the answer has no end and is read in pieces, as events are.
  private var isStream = false

  /// Connects to a port of this machine; nil where nobody listens.
  init?(port: UInt16) {
    descriptor = socket(AF_INET, streamType, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0, fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// What is asked for next; it is sent as the socket takes it.
  func send(_ method: String, _ path: String, headers: [String], body: String = "") {
    var head = "\(method) \(path) HTTP/1.1\r\n"
    for header in headers { head += header + "\r\n" }
    if method == "POST" { head += "Content-Length: \(body.utf8.count)\r\n" }
    unsent += Array((head + "\r\n" + body).utf8)
    flush()
  }

  var hasUnsent: Bool { !unsent.isEmpty }

  func flush() {
    while !unsent.isEmpty {
      let count = unsent.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      unsent.removeFirst(count)
    }
  }

  /// Reads what has come; false once the server has closed the connection.
  func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { received += buffer[..<count] }
      if count == buffer.count { continue }
      return count != 0 && (count > 0 || errno == EAGAIN || errno == EINTR)
    }
  }

  /// How many bytes have come and belong to no answer that was taken.
  var pendingBytes: Int { received.count }

  /// Throws away what a stream has brought.
  func drain() { received.removeAll(keepingCapacity: true) }

  /// The answer, once it is whole.
  func takeResponse() -> Response? {
    guard let end = received.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    let content: (body: [UInt8], end: Int)?
    if headers["transfer-encoding"]?.lowercased() == "chunked" {
      content = chunks(from: end.upperBound)
    } else {
      let length = headers["content-length"].flatMap { Int($0) } ?? 0
      content =
        received.count >= end.upperBound + length
        ? (Array(received[end.upperBound..<end.upperBound + length]), end.upperBound + length) : nil
    }
    guard let content else { return nil }
    received.removeFirst(content.end)
    return Response(status: status, headers: headers, body: content.body)
  }

  private func chunks(from start: Int) -> (body: [UInt8], end: Int)? {
    var body: [UInt8] = []
    var place = start
    while true {
      guard let line = received[place...].firstRange(of: [13, 10]) else { return nil }
      let digits = String(decoding: received[place..<line.lowerBound], as: UTF8.self).prefix { $0 != ";" }
      guard let size = Int(digits, radix: 16), received.count >= line.upperBound + size + 2 else { return nil }
      body += received[line.upperBound..<line.upperBound + size]
      place = line.upperBound + size + 2
      if size == 0 { return (body, place) }
    }
  }
}

#if canImport(Glibc)
  private let streamType = Int32(SOCK_STREAM.rawValue)
#else
  private let streamType = SOCK_STREAM
#endif
