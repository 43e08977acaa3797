import Classroom
import Testing

@Suite struct LimitTests {
  @Test func `a bucket gives a burst, then so many a second`() {
    var bucket = TokenBucket(rate: 5, burst: 20, now: .zero)
    for _ in 0..<20 { #expect(bucket.take(now: .zero) == nil) }
    #expect(bucket.take(now: .zero) == .milliseconds(200))
    #expect(bucket.take(now: .milliseconds(200)) == nil)
    #expect(bucket.take(now: .milliseconds(200)) != nil)
    for _ in 0..<20 { #expect(bucket.take(now: .seconds(100)) == nil) }
    #expect(bucket.take(now: .seconds(100)) != nil)
  }

  @Test func `time that goes backwards gives nothing and takes nothing`() {
    var bucket = TokenBucket(rate: 1, burst: 1, now: .seconds(10))
    #expect(bucket.take(now: .seconds(10)) == nil)
    #expect(bucket.take(now: .seconds(5)) == .seconds(1))
    #expect(bucket.take(now: .seconds(11)) == nil)
  }

  @Test func `ten thousand wrong codes wait, those of a class that mistypes do not`() {
    var wrong = WrongSecrets(now: .zero)
    #expect((0..<20).allSatisfy { _ in wrong.note(now: .zero) == .zero })
    #expect((0..<10_000).allSatisfy { _ in wrong.note(now: .zero) == WrongSecrets.delay })
    #expect(wrong.note(now: .seconds(3)) == .zero)
    #expect(wrong.note(now: .seconds(3)) == WrongSecrets.delay)
  }
}

@Suite struct AccessTests {
  private let hosts = HostPolicy(names: ["192.168.1.20", "2001:db8::1", "School.Example", "laptop.local"])

  @Test(arguments: [
    "192.168.1.20", "192.168.1.20:8080", "[2001:db8::1]:8080", "[2001:DB8::1]", "school.example", "SCHOOL.EXAMPLE.:443",
    "localhost:1", "127.0.0.1:65535", "[::1]:80", "laptop.local",
  ])
  func `its own names are allowed, at any port`(_ host: String) { #expect(hosts.allows(host)) }

  @Test(arguments: [
    nil, "", "evil.example", "evil.example:8080", "192.168.1.20.evil.example", "192.168.1.21", "school.example:80x",
    "school.example evil.example", "[2001:db8::1", "user@school.example", ":8080", "localhost.evil.example",
    String(repeating: "a", count: 100_000),
  ])
  func `others are not`(_ host: String?) { #expect(!hosts.allows(host)) }

  @Test(arguments: [
    (nil, nil, true), ("http://school.example:8080", nil, true), ("HTTP://School.example:8080", "same-origin", true),
    (nil, "same-origin", true), (nil, "none", true), ("http://evil.example", nil, false), ("null", nil, false),
    ("https://school.example:8080", nil, false), ("http://school.example", nil, false),
    ("http://school.example:8080", "cross-site", false), (nil, "same-site", false), (nil, "cross-site", false),
  ])
  func `what changes something comes from an own page`(_ origin: String?, _ site: String?, _ isAllowed: Bool) {
    let allows = OriginPolicy.allows(origin: origin, fetchSite: site, host: "school.example:8080", scheme: "http")
    #expect(allows == isAllowed)
  }

  @Test func `only trusted proxies are believed`() {
    let proxies = TrustedProxies(["127.0.0.1"])
    func front(_ peer: String?) -> TrustedProxies.Front {
      proxies.front(
        peer: peer, host: "inner:8080", forwardedHost: "school.example, other", forwardedScheme: "https",
        isSecure: false)
    }
    let outside = TrustedProxies.Front(host: "school.example", isSecure: true)
    let inside = TrustedProxies.Front(host: "inner:8080", isSecure: false)
    #expect(front("127.0.0.1") == outside)
    #expect(front("::ffff:127.0.0.1") == outside)
    #expect(front("192.168.1.9") == inside)
    #expect(front(nil) == inside)
    #expect(
      proxies.front(peer: "127.0.0.1", host: "h", forwardedHost: nil, forwardedScheme: nil, isSecure: true)
        == TrustedProxies.Front(host: "h", isSecure: true))
  }
}
