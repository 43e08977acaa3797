import Platform

/// The addresses of this machine.
struct MachineAddress: Hashable, Sendable {
  /// `192.168.1.20` or `2001:db8::1`, without a zone.
  let text: String
  let isIPv6: Bool
  /// Whether only this machine has it.
  let isLoopback: Bool
  /// Whether it is one that the internet leads to.
  let isPublic: Bool

  /// As it stands in an address of the web.
  var host: String { isIPv6 ? "[\(text)]" : text }

  /// All of them, IPv4 first. Link-local ones of IPv6 are left out: browsers cannot be led to them.
  static func all() -> [MachineAddress] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var found: [MachineAddress] = []
    var next = first
    while let entry = next?.pointee {
      next = entry.ifa_next
      guard let address = entry.ifa_addr, entry.ifa_flags & UInt32(isUp) != 0 else { continue }
      var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let family = Int32(address.pointee.sa_family)
      let size = family == AF_INET ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
      guard family == AF_INET || family == AF_INET6,
        getnameinfo(address, socklen_t(size), &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0
      else { continue }
      let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let parsed = MachineAddress(text)
      if !text.lowercased().hasPrefix("fe80:"), !found.contains(parsed) { found.append(parsed) }
    }
    return found.filter { !$0.isIPv6 } + found.filter(\.isIPv6)
  }

  private static var isUp: Int32 { 1 }

  init(_ text: String) {
    let bare = String(text.prefix { $0 != "%" })
    self.text = bare
    isIPv6 = bare.contains(":")
    isLoopback = bare == "::1" || bare == "localhost" || bare.hasPrefix("127.")
    isPublic = !isLoopback && !Self.isPrivate(bare)
  }

  /// RFC 1918, RFC 6598, RFC 3927; RFC 4193, RFC 4291.
  private static func isPrivate(_ address: String) -> Bool {
    let parts = address.split(separator: ".").compactMap { UInt8($0) }
    guard parts.count == 4 else {
      let start = address.lowercased()
      return ["fc", "fd", "fe8", "fe9", "fea", "feb"].contains(where: start.hasPrefix) || start == "::"
    }
    switch (parts[0], parts[1]) {
    case (10, _), (192, 168), (169, 254), (0, 0): return true
    case (172, let second): return 16...31 ~= second
    case (100, let second): return 64...127 ~= second
    default: return false
    }
  }
}

/// The name of this machine; nil where the system has none.
var machineName: String? {
  var name = [CChar](repeating: 0, count: 256)
  guard gethostname(&name, name.count - 1) == 0 else { return nil }
  let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return text.isEmpty ? nil : text
}
