import Platform
import Vocabulary
import Workbench
import ZeroMQ

/// Where a kernel is to be found and how its messages are signed, as the program that starts it has written it down.
///
/// https://jupyter-client.readthedocs.io/en/stable/kernels.html, section "Connection files".
public struct ConnectionFile: Sendable, Equatable {
  /// The five sockets of a kernel.
  public enum Channel: String, Sendable, CaseIterable {
    case shell, control, stdin
    case heartbeat = "hb"
    case broadcast = "iopub"
  }

  private let ports: [Channel: UInt16]
  private let host: String
  private let isLocal: Bool
  /// Empty where nothing is signed.
  public let key: [UInt8]

  /// Throws a failure of kind `file` that says what cannot be used, and why.
  public init(at path: String) throws(Failure) {
    let bytes: [UInt8]
    switch TextFile.bytes(of: path) {
    case .success(let content): bytes = content
    case .failure(let failure): throw failure
    }
    try self.init(bytes)
  }

  package init(_ bytes: [UInt8]) throws(Failure) {
    guard let content = Content(bytes) else { throw Failure(.file, "this is no JSON object") }
    if content["registration_port"] != nil {
      throw Failure(
        .file, "this file asks the kernel to choose its ports itself (kernel protocol 5.6), which gradus does not do",
        hint: "let the front end write a connection file of the usual kind")
    }
    let scheme = content.text("signature_scheme") ?? "hmac-sha256"
    guard scheme == "hmac-sha256" else {
      throw Failure(.file, "messages are to be signed by '\(scheme)'; gradus knows hmac-sha256")
    }
    for member in ["curve_publickey", "curve_secretkey"] where content.text(member)?.isEmpty == false {
      throw Failure(.file, "the connection is to be encrypted, which gradus does not do")
    }
    let transport = content.text("transport") ?? "tcp"
    guard transport == "tcp" || transport == "ipc" else {
      throw Failure(.file, "the transport is '\(transport)'; gradus knows tcp and ipc")
    }
    isLocal = transport == "ipc"
    host = content.text("ip") ?? (isLocal ? "kernel-ipc" : "127.0.0.1")
    key = Array((content.text("key") ?? "").utf8)
    var ports: [Channel: UInt16] = [:]
    for channel in Channel.allCases {
      let name = channel.rawValue + "_port"
      let number = content.integer(name) ?? content.text(name).flatMap { Int($0) }
      guard let number, let port = UInt16(exactly: number) else {
        throw Failure(.file, "\(name) is \(content[name] == nil ? "missing" : "no port")")
      }
      ports[channel] = port
    }
    self.ports = ports
  }

  /// Where a socket is to be found.
  package func address(of channel: Channel) -> SocketAddress {
    let port = ports[channel] ?? 0
    return isLocal ? .file("\(host)-\(port)") : .network(host: host, port: port)
  }
}
