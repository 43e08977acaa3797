import Classroom
import ClassroomOptions
import Platform

/// What the server says in its terminal.
struct Announcement {
  let site: Site
  let port: Int
  /// Where it listens; nil on all addresses.
  let listened: MachineAddress?
  let hostNames: [String]
  let isSecure: Bool
  /// What the private link of each class ends with.
  let teachers: [(served: ServedClass, secret: Secret)]
  /// Why another port than the usual one was taken; nil where it was not.
  let takenPort: Int?

  private var scheme: String { isSecure ? "https" : "http" }

  private func address(_ host: String) -> String {
    let isUsual = port == (isSecure ? 443 : 80)
    return "\(scheme)://\(host)\(isUsual ? "" : ":\(port)")\(site.root)"
  }

  private var addresses: [MachineAddress] { listened.map { [$0] } ?? MachineAddress.all() }

  /// Where students go, the best first; none where only this machine can reach the server.
  var places: [String] {
    hostNames.map(address) + addresses.filter { !$0.isLoopback }.map { address($0.host) }
  }

  /// Where the teacher goes, on this machine.
  private var own: String { address(listened.map(\.host) ?? "127.0.0.1") }

  /// - Parameter columns: of the terminal; nil where it is none.
  func text(columns: Int?) -> String {
    var lines: [String] = []
    if let takenPort { lines.append("Port \(takenPort) is taken, so it is \(port).") }
    let places = places
    if places.isEmpty {
      lines.append("Only this machine can open it: \(own)")
      lines.append(
        listened == nil
          ? "No network: students cannot reach this machine. Join one, or make a hotspot of it."
          : "Students cannot reach it. For the whole room, start it with: --listen \(ServeOptions.room)")
    } else {
      lines.append("Students open " + places.joined(separator: "\n           or "))
    }
    for (served, secret) in teachers {
      let code = served.live.withLock(\.code)
      lines.append("")
      lines.append("Class:   \(served.name)")
      lines.append("Code:    \(code)")
      lines.append("Board:   \(board(of: served, secret))")
      lines.append("         This link is the teacher's alone: keep it off the projector.")
      let picture = places.first.flatMap { QRCode("\($0)/?code=\(code)") }
      if let columns, let picture, picture.size + 4 <= columns {
        // Black on white, whatever the colours of the terminal.
        lines += [""] + picture.lines.map { "\u{1B}[30;107m\($0)\u{1B}[0m" }
      }
    }
    lines.append("")
    if !isSecure, addresses.contains(where: \.isPublic) {
      lines.append(
        "This machine has a public address, and without a certificate all that is sent can be read on the way: use a proxy with https in front, or --certificate and --key."
      )
    }
    lines.append("Ctrl-C ends it; everything is kept.")
    return lines.joined(separator: "\n") + "\n"
  }

  private func board(of served: ServedClass, _ secret: Secret) -> String {
    "\(hostNames.first.map(address) ?? own)/c/\(served.key.text)/teach/\(secret.text)"
  }

  /// What is said when nobody has joined for a while.
  var hint: String {
    let place = places.first ?? own
    return """
      Nobody has joined yet. Open \(place) on a phone in the same network. Where that fails:
        - the firewall of this machine may refuse port \(port): allow it for the local network;
        - the wireless network may keep devices apart (client isolation): use a hotspot of your own, or a cable.

      """
  }
}
