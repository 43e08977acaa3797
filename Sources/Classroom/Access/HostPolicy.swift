/// By which names a server may be asked for, so that no foreign name that leads to its address (DNS rebinding) reaches it.
public struct HostPolicy: Sendable {
  private let names: Set<String>

  /// - Parameter names: host names and addresses besides those of the loopback, without ports; IPv6 without brackets.
  public init(names: some Sequence<String>) {
    self.names = Set(names.map(Self.folded) + ["localhost", "127.0.0.1", "::1"])
  }

  /// Whether a request's `Host` is one of them, at any port: which one it is says nothing about who asks.
  public func allows(_ host: String?) -> Bool {
    guard let host, let name = Self.name(in: host) else { return false }
    return names.contains(name)
  }

  /// The name without its port; nil where it is none.
  static func name(in host: String) -> String? {
    guard host.utf8.count <= 255, !host.contains(where: \.isWhitespace) else { return nil }
    if host.first == "[" {
      guard let end = host.firstIndex(of: "]"), isPort(host[host.index(after: end)...]) else { return nil }
      return folded(String(host[host.index(after: host.startIndex)..<end]))
    }
    let colon = host.firstIndex(of: ":") ?? host.endIndex
    guard isPort(host[colon...]) else { return nil }
    return folded(String(host[..<colon]))
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || text.first == ":" && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// A dot at the end is allowed in a full name, and the zone of a link-local address is of this machine only.
  private static func folded(_ name: String) -> String {
    let bare = name.prefix { $0 != "%" }
    return (bare.hasSuffix(".") ? String(bare.dropLast()) : String(bare)).lowercased()
  }
}

/// Where a request that changes something may come from: this server's own pages, and programs that are no browser.
public enum OriginPolicy {
  /// - Parameters:
  ///   - origin: `Origin`, which browsers send with everything but plain visits.
  ///   - fetchSite: `Sec-Fetch-Site`, which says the same where `Origin` is withheld.
  ///   - host: the name and port by which the browser knows the server.
  ///   - scheme: `http` or `https`, by which it reached it.
  public static func allows(origin: String?, fetchSite: String?, host: String, scheme: String) -> Bool {
    if let fetchSite, fetchSite != "same-origin", fetchSite != "none" { return false }
    guard let origin else { return true }
    return origin.lowercased() == "\(scheme)://\(host)".lowercased()
  }
}

/// What proxies say of the browser behind them. Only those that are named are believed.
public struct TrustedProxies: Sendable {
  private let addresses: Set<String>

  public init(_ addresses: some Sequence<String>) { self.addresses = Set(addresses) }

  /// What a browser sees of the server.
  public struct Front: Sendable, Equatable {
    public let host: String?
    public let isSecure: Bool

    public init(host: String?, isSecure: Bool) {
      self.host = host
      self.isSecure = isSecure
    }
  }

  /// - Parameters:
  ///   - peer: the address that the connection comes from.
  ///   - host: `Host`.
  ///   - forwardedHost: `X-Forwarded-Host`; the first of several is the browser's.
  ///   - forwardedScheme: `X-Forwarded-Proto`.
  ///   - isSecure: whether the connection itself is.
  public func front(
    peer: String?, host: String?, forwardedHost: String?, forwardedScheme: String?, isSecure: Bool
  ) -> Front {
    guard let peer, addresses.contains(Self.plain(peer)) else { return Front(host: host, isSecure: isSecure) }
    func first(_ list: String?) -> String? {
      list?.split(separator: ",").first.map { String($0.filter { !$0.isWhitespace }) }
    }
    return Front(host: first(forwardedHost) ?? host, isSecure: first(forwardedScheme).map { $0 == "https" } ?? isSecure)
  }

  /// An IPv4 address that came in by an IPv6 socket.
  private static func plain(_ address: String) -> String {
    address.hasPrefix("::ffff:") ? String(address.dropFirst("::ffff:".count)) : address
  }
}
