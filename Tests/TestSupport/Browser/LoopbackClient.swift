import Foundation
import Platform

/// Requests over HTTP/1.1 to a server on this machine, a connection each.
public enum LoopbackClient {
  public struct Reply: Sendable {
    public let status: Int
    /// Their names in small letters.
    public let headers: [(name: String, value: String)]
    public let body: [UInt8]

    public var text: String { String(decoding: body, as: UTF8.self) }

    public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
  }

  public struct Unreachable: Error {
    public let port: Int
  }

  /// Sends a request and waits for the whole reply.
  public static func send(
    _ method: String, port: Int, _ path: String, headers: [(String, String)] = [], body: [UInt8] = []
  ) throws -> Reply {
    let socket = OpenFile(adopting: try connect(to: port))
    var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
    lines += headers.map { "\($0): \($1)" }
    if !body.isEmpty || method == "POST" { lines.append("Content-Length: \(body.count)") }
    try socket.write(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    return try reply(whole(of: socket), port: port)
  }

  /// All that comes, up to the length that the head says: not everybody closes the connection.
  private static func whole(of socket: OpenFile) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var end: Int?
    while end.map({ bytes.count < $0 }) ?? true {
      let more = try socket.available(atMost: 1 << 16)
      if more.isEmpty { break }
      bytes += more
      if end == nil { end = length(of: bytes) }
    }
    return bytes
  }

  /// The bytes of a reply with its head; nil where the head is not whole or says no length.
  private static func length(of bytes: [UInt8]) -> Int? {
    guard let end = headEnd(of: bytes) else { return nil }
    for line in String(decoding: bytes[..<end], as: UTF8.self).lowercased().components(separatedBy: "\r\n") {
      if line.hasPrefix("content-length:"), let length = Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces)) {
        return end + 4 + length
      }
    }
    return nil
  }

  private static func headEnd(of bytes: [UInt8]) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) }
  }

  private static func connect(to port: Int) throws -> Int32 {
    let descriptor = socket(AF_INET, streamKind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Platform.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard descriptor >= 0, status == 0 else {
      if descriptor >= 0 { close(descriptor) }
      throw Unreachable(port: port)
    }
    return descriptor
  }

  private static func reply(_ bytes: [UInt8], port: Int) throws -> Reply {
    guard let end = headEnd(of: bytes) else { throw Unreachable(port: port) }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    let headers = lines.dropFirst().map { line -> (name: String, value: String) in
      let name = line.prefix { $0 != ":" }
      return (name.lowercased(), line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces))
    }
    let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    var body = Array(bytes[(end + 4)...])
    if headers.contains(where: { $0.name == "transfer-encoding" && $0.value.lowercased() == "chunked" }) {
      body = joined(chunks: body)
    }
    return Reply(status: status, headers: headers, body: body)
  }

  private static func joined(chunks: [UInt8]) -> [UInt8] {
    var (result, rest): ([UInt8], ArraySlice<UInt8>) = ([], chunks[...])
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let digits = String(decoding: rest[..<end], as: UTF8.self).prefix { $0.isHexDigit }
      guard let size = Int(digits, radix: 16), size > 0 else { break }
      result += rest[(end + 1)...].prefix(size)
      rest = rest[(end + 1)...].dropFirst(size + 2)
    }
    return result
  }

  #if canImport(Glibc)
    private static let streamKind = Int32(SOCK_STREAM.rawValue)
  #else
    private static let streamKind = SOCK_STREAM
  #endif
}
