/// Where the pages of a server are.
public struct PageAddress: Sendable, Equatable {
  /// What stands before every path of the server: `--base-path`, empty by default.
  public var root: String
  /// The class, by the code that it had first; nil on pages of no class.
  public var key: String?
  /// Changes with the scripts and styles, so that browsers may keep them for ever; may be empty.
  public var stamp: String

  public init(root: String = "", key: String? = nil, stamp: String = "") {
    self.root = root
    self.key = key
    self.stamp = stamp
  }

  /// What stands before every path of the class: `/c/KEY`.
  public var base: String { root + (key.map { "/c/" + $0 } ?? "") }

  func asset(_ name: String) -> String { "\(root)/assets/\(name)\(stamp.isEmpty ? "" : "?v=" + stamp)" }
}

/// What stands around a student's page and does not belong to a lesson.
public struct PageFrame: Sendable, Equatable {
  /// What a class lets its students do.
  public enum Phase: String, Sendable {
    case open
    /// The teacher speaks: pages can be read, nothing can be sent.
    case paused
    /// The class is over: pages can be read.
    case ended
  }

  public var address: PageAddress
  /// The student's name.
  public var student: String
  /// Something that no page had before; each form makes its own of it.
  public var nonce: String
  public var phase: Phase
  /// The number of the last event that the page knows of.
  public var event: Int
  /// Whether the student has asked for help.
  public var wantsHelp: Bool

  public init(
    address: PageAddress, student: String, nonce: String, phase: Phase = .open, event: Int = 0, wantsHelp: Bool = false
  ) {
    self.address = address
    self.student = student
    self.nonce = nonce
    self.phase = phase
    self.event = event
    self.wantsHelp = wantsHelp
  }
}
