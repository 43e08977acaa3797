import Platform
import TestSupport

/// A connection to a server on this machine, for what no well-behaved client sends.
final class Wire {
  private let socket: OpenFile
  private(set) var received: [UInt8] = []

  init(port: Int) throws {
    // A connection that the other end has closed is an error here, and not the end of the tests.
    signal(SIGPIPE, SIG_IGN)
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    socket = OpenFile(adopting: Platform.socket(AF_INET, kind, 0))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket.descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if status != 0 { throw SystemError() }
  }

  func send(_ text: String) throws { try socket.write(text) }

  var text: String { String(decoding: received, as: UTF8.self) }

  /// Reads until a text has come; whether it has, or the connection has ended before.
  func read(until part: String) -> Bool {
    while !text.contains(part) {
      guard let bytes = try? socket.available(atMost: 1 << 16), !bytes.isEmpty else { return false }
      received += bytes
    }
    return true
  }

  /// Reads to the end of the connection.
  func readToEnd() {
    while let bytes = try? socket.available(atMost: 1 << 16), !bytes.isEmpty { received += bytes }
  }

  /// The status of the response.
  var status: Int? { text.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
}
