/// The colours of a page, each for light and dark surroundings.
public enum PageColor: String, CaseIterable, Sendable {
  // What is written on.
  case background, surface, task
  // What is written.
  case text, muted, link, number, string, keyword, builtin, comment, `operator`, error, right
  // Lines.
  case border, accent

  /// What text may stand on.
  public static let grounds: [PageColor] = [.background, .surface, .task]
  /// What text may be written in; readable on each of the grounds.
  public static let inks: [PageColor] = [
    .text, .muted, .link, .number, .string, .keyword, .builtin, .comment, .operator, .error, .right,
  ]

  /// `#rrggbb`.
  public var light: String {
    switch self {
    case .background: "#ffffff"
    case .surface: "#f6f7f9"
    case .task: "#f3f6fc"
    case .text: "#1d232b"
    case .muted: "#59636f"
    case .link: "#1456b8"
    case .number: "#0a6670"
    case .string: "#2c6a2e"
    case .keyword: "#86359c"
    case .builtin: "#2a51ab"
    case .comment: "#5f6873"
    case .operator: "#84500a"
    case .error: "#b3261e"
    case .right: "#1f6b34"
    case .border: "#d8dde4"
    case .accent: "#3f78d6"
    }
  }

  /// `#rrggbb`.
  public var dark: String {
    switch self {
    case .background: "#15181d"
    case .surface: "#1c2026"
    case .task: "#1b222e"
    case .text: "#dde2e9"
    case .muted: "#9aa5b1"
    case .link: "#82b6ff"
    case .number: "#6ccad6"
    case .string: "#9fd08c"
    case .keyword: "#d8a6ea"
    case .builtin: "#97bcff"
    case .comment: "#939da9"
    case .operator: "#deb97e"
    case .error: "#ff938a"
    case .right: "#8ad29b"
    case .border: "#343b46"
    case .accent: "#5b93ee"
    }
  }

  /// The declarations that give each colour its name, `--text: …`.
  static func declarations(_ shade: (PageColor) -> String) -> String {
    allCases.map { "--\($0.rawValue): \(shade($0));" }.joined(separator: " ")
  }
}
