import Vocabulary

/// Colours what is printed, where colours are wanted.
struct Coloring {
  let isEnabled: Bool

  /// The text with its parts in the colours of their roles.
  func text(_ printed: Printed) -> String {
    guard isEnabled else { return printed.text }
    return printed.marked { text, role in Self.style(of: role).applied(to: text) }
  }

  private static func style(of role: Role?) -> Style {
    switch role {
    case .number: .number
    case .name: .builtin
    case .error: .errorWord
    case .place: .error
    case nil: .plain
    }
  }
}
