import Platform
import TestSupport
import Testing
import ZeroMQ

/// The sockets over loopback, with a peer that is not ours.
@Suite struct SocketTests {
  private static let anywhere = SocketAddress.network(host: "127.0.0.1", port: 0)

  /// A router that sends back what it hears.
  private static func echo(at address: SocketAddress = anywhere) throws -> Router {
    let place = Monitor<Router?>(nil)
    let router = try Router(at: address) { identity, message in place.wait { $0 }.send(message, to: identity) }
    place.change { $0 = router }
    return router
  }

  @Test func `a router answers each peer by its identity`() throws {
    let router = try Self.echo()
    let peers = [[65], [], []].map { identity in
      Result { try ZMTPClient(to: router.address, as: "DEALER", identity: identity) }
    }
    for (number, peer) in peers.enumerated() { try peer.get().send([[UInt8(number)], [], [7]]) }
    for (number, peer) in peers.enumerated() { #expect(try peer.get().message() == [[UInt8(number)], [], [7]]) }
    router.close()
    #expect(try peers[0].get().message() == nil)
  }

  @Test func `who comes back takes the place of what was left`() throws {
    let router = try Self.echo()
    let old = try ZMTPClient(to: router.address, as: "DEALER", identity: [65])
    try old.send([[1]])
    #expect(try old.message() == [[1]])
    let new = try ZMTPClient(to: router.address, as: "DEALER", identity: [65])
    try new.send([[2]])
    #expect(try new.message() == [[2]])
    #expect(try old.message() == nil)
    router.close()
  }

  @Test func `ten thousand messages of all sizes come back in order`() throws {
    let router = try Self.echo()
    let peer = try ZMTPClient(to: router.address, as: "DEALER")
    var generator = Steps(seed: 5)
    for round in 0..<100 {
      var sent: [[[UInt8]]] = []
      for number in 0..<100 {
        let size = [0, 1, 200, 255, 256, 4_000][generator.below(6)] * (round % 50 == 0 && number == 0 ? 20 : 1)
        sent.append([[UInt8(number)], [UInt8](repeating: UInt8(round), count: size)])
      }
      for message in sent { try peer.send(message) }
      for message in sent { #expect(try peer.message() == message) }
    }
    router.close()
  }

  @Test func `a subscriber hears its topics and nothing else`() throws {
    let publisher = try Publisher(at: Self.anywhere) { topic in [Array("hello ".utf8) + topic] }
    let all = try ZMTPClient(to: publisher.address, as: "SUB")
    try all.send(command: "SUBSCRIBE", [])
    #expect(try all.message() == [Array("hello ".utf8)])
    let some = try ZMTPClient(to: publisher.address, as: "SUB", minor: 0)
    try some.send([[1] + Array("ab".utf8)])
    #expect(try some.message() == [Array("hello ab".utf8)])
    for topic in ["a", "ab", "abc", "b"] { publisher.send([Array(topic.utf8), [1]]) }
    for topic in ["a", "ab", "abc", "b"] { #expect(try all.message()?.first == Array(topic.utf8)) }
    for topic in ["ab", "abc"] { #expect(try some.message()?.first == Array(topic.utf8)) }
    try all.send(command: "CANCEL", [])
    try all.send(command: "SUBSCRIBE", [99])
    #expect(try all.message() == [Array("hello c".utf8)])
    publisher.send([Array("abc".utf8)])
    publisher.send([Array("cab".utf8)])
    #expect(try all.message() == [Array("cab".utf8)])
    publisher.close(atMost: 1_000)
  }

  /// Who never reads costs patience once and memory up to the limit; others miss nothing.
  @Test func `a subscriber that never reads is left behind`() throws {
    let publisher = try Publisher(at: Self.anywhere) { _ in [[0]] }
    let deaf = try ZMTPClient(to: publisher.address, as: "SUB")
    try deaf.send(command: "SUBSCRIBE", [])
    #expect(try deaf.message() == [[0]])
    let keen = try ZMTPClient(to: publisher.address, as: "SUB")
    try keen.send(command: "SUBSCRIBE", [])
    #expect(try keen.message() == [[0]])
    let load = [UInt8](repeating: 1, count: 1 << 20)
    for number in 0..<40 as Range<UInt8> {
      publisher.send([[number], load])
      #expect(try keen.message()?.first == [number])
    }
    publisher.close()
  }

  @Test func `a replier sends back what came, with the way it came`() throws {
    let replier = try Replier(at: Self.anywhere)
    let peer = try ZMTPClient(to: replier.address, as: "REQ")
    for payload in [[[1, 2]], [[]], [[3], [], [4]]] as [[[UInt8]]] {
      try peer.send([[]] + payload)
      #expect(try peer.message() == [[]] + payload)
    }
    // Without a way back there is nothing to answer, and nothing breaks.
    try peer.send([[9]])
    try peer.send([[], [5]])
    #expect(try peer.message() == [[], [5]])
    replier.close()
  }

  @Test(
    arguments: [
      Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), ZMTPClient.greeting(major: 2),
      ZMTPClient.greeting(mechanism: "CURVE"), ZMTPClient.greeting() + [4, 1, 200], ZMTPClient.greeting() + [0, 1, 1],
    ] as [[UInt8]]) func `who speaks otherwise is let go, and others are served`(bytes: [UInt8]) throws
  {
    let router = try Self.echo()
    let stranger = try ZMTPClient(to: router.address)
    try stranger.send(bytes: bytes)
    #expect(try stranger.endsAfterGreeting())
    let peer = try ZMTPClient(to: router.address, as: "DEALER")
    try peer.send([[1]])
    #expect(try peer.message() == [[1]])
    router.close()
  }

  @Test func `half a message and silence hold up nobody`() throws {
    let router = try Self.echo()
    let slow = try ZMTPClient(to: router.address, as: "DEALER")
    try slow.send(bytes: [1, 200, 7])
    let peer = try ZMTPClient(to: router.address, as: "DEALER")
    try peer.send([[1]])
    #expect(try peer.message() == [[1]])
    try slow.send(bytes: [UInt8](repeating: 7, count: 199) + [0, 0])
    #expect(try slow.message() == [[UInt8](repeating: 7, count: 200), []])
    router.close()
  }

  @Test func `more peers than may be are let go`() throws {
    let router = try Self.echo()
    let peers = try (0..<Limit.peers).map { _ in try ZMTPClient(to: router.address, as: "DEALER") }
    let last = try ZMTPClient(to: router.address)
    #expect(try last.next() == .over)
    try peers[0].send([[1]])
    #expect(try peers[0].message() == [[1]])
    router.close()
  }

  @Test func `names in the file system serve like ports`() throws {
    let folder = try TemporaryFolder()
    let address = SocketAddress.file(folder.path + "/kernel-1")
    let first = try Self.echo(at: address)
    #expect(throws: SystemError(EADDRINUSE)) { try Self.echo(at: address) }
    let peer = try ZMTPClient(to: address, as: "DEALER")
    try peer.send([[1]])
    #expect(try peer.message() == [[1]])
    first.close(atMost: 60_000)
    #expect(FileKind(of: folder.path + "/kernel-1") == nil)
    // What a program that was killed has left behind.
    let left = try StreamSocket.listening(at: address)
    left.close()
    let second = try Self.echo(at: address)
    second.close(atMost: 60_000)
  }

  @Test func `a port that is taken is refused`() throws {
    let router = try Self.echo()
    #expect(throws: SystemError(EADDRINUSE)) { try Replier(at: router.address) }
    #expect(throws: SystemError(EADDRNOTAVAIL)) { try Replier(at: .network(host: "no.such.host", port: 0)) }
    router.close()
  }
}

extension ZMTPClient {
  /// Whether nothing comes but a greeting, perhaps a READY, and then the end.
  func endsAfterGreeting() throws -> Bool {
    // The greeting, read as frames, ends somewhere; what counts is that the connection ends.
    for _ in 0..<100 where try next() == .over { return true }
    return false
  }
}
