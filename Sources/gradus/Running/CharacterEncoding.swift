import Platform

/// How characters are written for the user's terminal.
enum CharacterEncoding {
  case utf8, ascii

  static let variables = ["LC_ALL", "LC_CTYPE", "LANG"].map { name in
    EnvironmentVariable(
      name,
      "The encoding of the terminal: the first that is set decides. Where it is not UTF-8, all is written in ASCII.")
  }

  /// What the environment asks for, by the first of the variables that is neither absent nor empty.
  static var current: CharacterEncoding {
    variables.lazy.compactMap(\.value).first.map(CharacterEncoding.init(locale:)) ?? .utf8
  }

  /// By the name of a locale, such as `de_DE.UTF-8` or `C`.
  ///
  /// An encoding that is not named is UTF-8, one that is neither UTF-8 nor ASCII is served in ASCII. The C library is not
  /// asked: it knows a locale only where the system has its files, and a program that carries its own C library along may
  /// not understand them.
  init(locale: String) {
    let parts = locale.split(separator: ".", maxSplits: 1)
    let named = parts.last?.prefix { $0 != "@" } ?? ""
    let letters = named.lowercased().filter { $0.isLetter || $0.isNumber }
    switch letters {
    case "utf8": self = .utf8
    case "c", "posix": self = .ascii
    default: self = parts.count > 1 ? .ascii : .utf8
    }
  }
}
