import Platform
import ZeroMQ

/// Sockets for libzmq to try: Tests/Kernel/sockets.py talks to them. The first line printed has the ports of a router that sends
/// back what it hears, of a publisher that greets who subscribes, of a router that publishes what it hears, and of a replier.
enum Sockets {
  /// Until standard input ends.
  static func serve() throws {
    let anywhere = SocketAddress.network(host: "127.0.0.1", port: 0)
    let place = Monitor<Router?>(nil)
    let router = try Router(at: anywhere) { identity, message in place.wait { $0 }.send(message, to: identity) }
    place.change { $0 = router }
    let publisher = try Publisher(at: anywhere) { topic in [topic, Array("welcome".utf8)] }
    let feed = try Router(at: anywhere) { _, message in publisher.send(message) }
    let replier = try Replier(at: anywhere)
    let ports = [router.address, publisher.address, feed.address, replier.address].map { address in
      if case .network(_, let port) = address { String(port) } else { "0" }
    }
    print(ports.joined(separator: " "))
    fflush(nil)
    while readLine() != nil {}
    for router in [router, feed] { router.close() }
    publisher.close()
    replier.close()
  }
}
